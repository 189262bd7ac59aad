// How a call comes to break views: told in messages, by the names the user gave.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Facts;

/// <summary>The way from a call to the place where storage is broken.</summary>
/// <param name="Callee">What is called.</param>
/// <param name="Owner">Whose storage is broken, as the code there calls it.</param>
/// <param name="Through">What that calls in turn, down to where it happens; empty if the callee does it itself.</param>
internal sealed record CallChain(string Callee, string Owner, ImmutableArray<string> Through)
{
    private const int MaxLength = 4;

    /// <summary>The chain of one who calls <paramref name="callee"/>, in which this is what happens.</summary>
    public static CallChain Of(IMethodSymbol callee, FunctionEffect effect) =>
        new(NameOf(callee), effect.Via?.Owner ?? effect.Owner.Name, effect.Via is { } inner ? inner.Through.Insert(0, inner.Callee) : ImmutableArray<string>.Empty);

    /// <summary>Whether the chain is short enough to be told.</summary>
    public bool IsTellable => Through.Length < MaxLength;

    /// <summary>What messages call a function.</summary>
    public static string NameOf(IMethodSymbol method) => method switch
    {
        { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => "this[]",
        { AssociatedSymbol: { } member } => member.Name,
        { MethodKind: MethodKind.Constructor } => method.ContainingType.Name,
        { MethodKind: MethodKind.AnonymousFunction } => "the lambda",
        { MethodKind: MethodKind.UserDefinedOperator } => "operator " + SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(method.Name)),
        { MethodKind: MethodKind.Conversion } => "the conversion to " + method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        { ExplicitInterfaceImplementations: [var implemented, ..] } => implemented.Name,
        _ => method.Name,
    };
}
