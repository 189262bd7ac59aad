// What the engine says about itself. Nobody listens in a build; the contributors' console does.
using Microsoft.CodeAnalysis;

namespace BufferLint;

/// <summary>Hears of what the engine has no model for, and of bodies it leaves. Called from many threads.</summary>
internal interface IAnalysisObserver
{
    /// <summary>An operation of a kind that facts are made of by the general rule only.</summary>
    void Unmodelled(IOperation operation);

    /// <summary>A body is left unanalysed.</summary>
    /// <param name="body">The body.</param>
    /// <param name="budget">What it was over.</param>
    void LeftOut(IOperation body, string budget);

    /// <summary>The source of a callee is looked into.</summary>
    void Summarized(IMethodSymbol method);
}
