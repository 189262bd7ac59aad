// Stage 5: what callees written in source do. One store for a compilation; what is published never changes, and does
// not depend on who asked first.
using System;
using System.Collections.Concurrent;
using System.Threading;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>How far summaries reach.</summary>
internal enum SummaryScope
{
    /// <summary>All of the compilation.</summary>
    Compilation,

    /// <summary>Methods of the same outermost type.</summary>
    Type,

    /// <summary>No callee is looked into.</summary>
    Off,
}

/// <summary>Summarises one body.</summary>
/// <param name="body">The body.</param>
/// <param name="callees">What its callees do.</param>
/// <param name="cancellation">Stops the work.</param>
internal delegate FunctionSummary Summarizer(SourceBody body, IFunctionSummaries callees, CancellationToken cancellation);

/// <summary>Summaries of a compilation's methods, made when they are first asked for.</summary>
internal sealed class SummaryStore
{
    private readonly Func<IMethodSymbol, bool> _mayMatter;
    private readonly Func<IMethodSymbol, CancellationToken, SourceBody?> _bodyOf;
    private readonly Summarizer _summarize;
    private readonly ConcurrentDictionary<ISymbol, FunctionSummary> _ofCompilation = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, FunctionSummary> _ofTypes = new(SymbolEqualityComparer.Default);

    /// <summary>Makes an empty store.</summary>
    /// <param name="mayMatter">Whether a method is worth a look; what is not is unknown.</param>
    /// <param name="bodyOf">Finds the code of a method.</param>
    /// <param name="summarize">Summarises it.</param>
    public SummaryStore(Func<IMethodSymbol, bool> mayMatter, Func<IMethodSymbol, CancellationToken, SourceBody?> bodyOf, Summarizer summarize)
    {
        _mayMatter = mayMatter;
        _bodyOf = bodyOf;
        _summarize = summarize;
    }

    /// <summary>Summaries for the analysis of one body.</summary>
    /// <param name="asking">The member whose body it is.</param>
    /// <param name="scope">How far they reach.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IFunctionSummaries For(ISymbol? asking, SummaryScope scope, CancellationToken cancellation) => scope switch
    {
        SummaryScope.Compilation => new CallComponents(_bodyOf, _summarize, _ofCompilation, (_, callee) => _mayMatter(callee), asking, cancellation),
        SummaryScope.Type => new CallComponents(_bodyOf, _summarize, _ofTypes, (caller, callee) => AreOfOneType(caller, callee) && _mayMatter(callee), asking, cancellation),
        _ => NoSummaries.Instance,
    };

    private static bool AreOfOneType(ISymbol? caller, ISymbol callee) => SymbolEqualityComparer.Default.Equals(Outermost(caller), Outermost(callee));

    private static INamedTypeSymbol? Outermost(ISymbol? member)
    {
        var type = member as INamedTypeSymbol ?? member?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }
}

/// <summary>Knows nothing of any callee.</summary>
internal sealed class NoSummaries : IFunctionSummaries
{
    public static NoSummaries Instance { get; } = new();

    /// <inheritdoc/>
    public FunctionSummary Of(IMethodSymbol function) => FunctionSummary.Unknown;
}
