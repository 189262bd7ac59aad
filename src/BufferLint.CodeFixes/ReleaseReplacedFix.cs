// `Copy(_buffer, next); _buffer = next; pool.Return(next);` becomes `Copy(_buffer, next); var old = _buffer; _buffer = next; pool.Return(old);`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Releases what the field had before it was given something larger, and not that.</summary>
public sealed class ReleaseReplacedFix : FindingFix
{
    internal override string RuleId => RuleIds.KeptReleasedField;

    internal override string Title => "Release the old buffer, not the new one";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (ReleaseCall.Of(site.Breaking, site.Model, cancellation) is not { } release || !StatementEdits.IsInList(release.Statement) || release.Statement.ContainsDirectives ||
            Replacement(release, site, cancellation) is not { } replacement || replacement.Expression is not AssignmentExpressionSyntax { Left: var place } ||
            site.Model.GetSymbolInfo(place, cancellation).Symbol is not { } field || !HadALease(release, replacement, field, site, cancellation))
        {
            return null;
        }

        var old = FreeNames.For("old", site.Function);
        var edits = StatementEdits.Before(replacement, $"var {old} = {place};", site.Text).Add(new Edit(release.Released.Span, old));
        return new FixPlan(IsSurelySomething(replacement, field, site, cancellation)
            ? edits
            : edits.AddRange(StatementEdits.Under($"if ({old} != {(IsNumber(release.Variable) ? "0" : "null")})", release.Statement, site.Text)));
    }

    /// <summary>The statement before the release, in the same block, that gave the field what is released.</summary>
    private static ExpressionStatementSyntax? Replacement(ReleaseCall release, FindingSite site, CancellationToken cancellation) => StatementEdits.Siblings(release.Statement)
        .TakeWhile(statement => statement != release.Statement)
        .OfType<ExpressionStatementSyntax>()
        .LastOrDefault(statement => statement.Expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var place, Right: var value } &&
            (place is SimpleNameSyntax || place is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }) &&
            site.Model.GetSymbolInfo(place, cancellation).Symbol is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } &&
            site.Model.GetSymbolInfo(place, cancellation).Symbol!.Name == site.KeptField &&
            release.Variable is ILocalSymbol && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(ReleaseCall.Bare(value), cancellation).Symbol, release.Variable));

    /// <summary>Whether the field is read before it is replaced: what grows copies what it had.</summary>
    private static bool HadALease(ReleaseCall release, StatementSyntax replacement, ISymbol field, FindingSite site, CancellationToken cancellation) =>
        Writes.Mentions(site.Function, field, site.Model, cancellation).Any(name => name.Span.End < replacement.SpanStart && !Writes.IsWrite(name)) &&
        !Writes.Mentions(site.Function, field, site.Model, cancellation).Any(name => Writes.IsWrite(name) && !replacement.Span.Contains(name.Span)) &&
        !Writes.Mentions(site.Function, release.Variable, site.Model, cancellation).Any(Writes.IsWrite);

    /// <summary>Whether the field cannot be null where it is replaced, by its type or because something was asked of it.</summary>
    private static bool IsSurelySomething(StatementSyntax replacement, ISymbol field, FindingSite site, CancellationToken cancellation) =>
        (IsNeverNull(field) && site.Model.GetNullableContext(replacement.SpanStart).WarningsEnabled()) ||
        NullTests.Guard(replacement, asked => SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(ReleaseCall.Bare(asked), cancellation).Symbol, field)) ||
        StatementEdits.Siblings(replacement).TakeWhile(statement => statement != replacement)
            .Where(static statement => statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax)
            .Any(statement => Writes.Mentions(statement, field, site.Model, cancellation).Any(name => Fails(Writes.Whole(name), site, cancellation)));

    private static bool IsNeverNull(ISymbol field) =>
        field is IFieldSymbol { NullableAnnotation: NullableAnnotation.NotAnnotated, Type.IsReferenceType: true } or IPropertySymbol { NullableAnnotation: NullableAnnotation.NotAnnotated, Type.IsReferenceType: true };

    /// <summary>Whether a mention throws where there is nothing; what is made of an array as a span does not.</summary>
    private static bool Fails(ExpressionSyntax mention, FindingSite site, CancellationToken cancellation) => mention.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == mention && site.Model.GetSymbolInfo(access, cancellation).Symbol is not IMethodSymbol { ReducedFrom: not null },
        ElementAccessExpressionSyntax element => element.Expression == mention,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "Array" or "Buffer" }, Name.Identifier.ValueText: "Copy" or "BlockCopy" } } } => true,
        _ => false,
    };

    private static bool IsNumber(ISymbol variable) => variable is ILocalSymbol { Type.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };
}
