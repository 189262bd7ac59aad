// Where a lease comes from, for the first part of the story.
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

internal static class Acquisition
{
    /// <summary>Where an owner was acquired or came in as a parameter; else where the view of it was taken, if there is one.</summary>
    public static SyntaxNode? Of(Value owner, Loan? view) => owner switch
    {
        Created made => made.Site.Syntax,
        Part { Of: Created made } when IsOwner(made) => made.Site.Syntax,
        Placeholder { Origin.Symbol: IParameterSymbol { DeclaringSyntaxReferences: [var declaration] } } => declaration.GetSyntax(),
        _ => view?.Site.Syntax,
    };

    /// <summary>Whether an owner is a struct that is made here, or what such a struct has in it.</summary>
    public static bool IsMadeAsStruct(Value owner) => owner is Created made && IsOwner(made) || owner is Part { Of: Created whole } && IsOwner(whole);

    private static bool IsOwner(Created made) => OwningStructs.Behind(made.Site.Type) is not null;
}
