// Whether a variable can be set to null, and what its declaration needs for that.
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>What is edited so that a variable takes null without a warning.</summary>
/// <param name="Edits">A question mark behind the type of a local, if one is needed.</param>
internal sealed record Nulling(ImmutableArray<Edit> Edits)
{
    /// <summary>The edits; <see langword="null"/> if the variable takes no null, or its type is not this method's to change.</summary>
    public static Nulling? Of(ISymbol variable, FindingSite site, CancellationToken cancellation)
    {
        var nothing = new Nulling(ImmutableArray<Edit>.Empty);
        return variable switch
        {
            ILocalSymbol { IsConst: false, IsRef: false, IsForEach: false, IsUsing: false, IsFixed: false } local => TakesNull(local.Type, local.NullableAnnotation, site) ? nothing : Annotated(local, cancellation),
            IParameterSymbol { RefKind: RefKind.None } parameter when TakesNull(parameter.Type, parameter.NullableAnnotation, site) => nothing,
            IFieldSymbol { IsReadOnly: false, IsConst: false } field when TakesNull(field.Type, field.NullableAnnotation, site) => nothing,
            _ => null,
        };
    }

    private static bool TakesNull(ITypeSymbol type, NullableAnnotation annotation, FindingSite site) => type is IPointerTypeSymbol ||
        (type.IsReferenceType && (annotation != NullableAnnotation.NotAnnotated || !site.Model.GetNullableContext(site.Breaking.SpanStart).WarningsEnabled()));

    private static Nulling? Annotated(ILocalSymbol local, CancellationToken cancellation) =>
        local.Type.IsReferenceType && local.DeclaringSyntaxReferences is [var reference] &&
        reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type, Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } }
            ? new Nulling(ImmutableArray.Create(Edit.Insert(type.Span.End, "?")))
            : null;
}
