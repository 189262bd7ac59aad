// Where a lease comes from, for the first part of the story.
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class Acquisition
{
    /// <summary>Where an owner was acquired or came in as a parameter; else where the view of it was taken, if there is one.</summary>
    public static SyntaxNode? Of(Value owner, Loan? view) => owner switch
    {
        Created made => made.Site.Syntax,
        Placeholder { Origin.Symbol: IParameterSymbol { DeclaringSyntaxReferences: [var declaration] } } => declaration.GetSyntax(),
        _ => view?.Site.Syntax,
    };
}
