// `if (buffer.Length < 4) continue;` becomes `if (buffer.Length < 4) { reader.AdvanceTo(buffer.Start, buffer.End); continue; }`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>
/// Advances on each path that lacks it. Nothing is consumed, so that nothing is lost; all is examined, as otherwise the
/// next read would come back at once with the same data.
/// </summary>
public sealed class AdvanceFirstFix : FindingFix
{
    internal override string RuleId => RuleIds.ReadWithoutAdvance;

    internal override string Title => "Advance first";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (ReaderOf(site.Taken) is not { } reader || ReaderOf(site.Breaking) is not { } again || !SyntaxFactory.AreEquivalent(reader, again) ||
            OwnerPath.Variable(reader, site.Model, cancellation) is not { } variable || IsGivenAnew(variable, site, cancellation) ||
            ResultOf(site, cancellation) is not { } result || !PipeApis.IsReadResult(result.Type) ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)))
        {
            return null;
        }

        var plan = FixPlan.Of();
        foreach (var gap in ReadGaps.Of(site, variable, result, cancellation))
        {
            var buffer = BufferAt(gap, result, site, cancellation);
            if (gap.Insert($"{reader}.AdvanceTo({buffer}.Start, {buffer}.End);", site.Text) is not { } edits)
            {
                return null;
            }

            plan = plan with { Edits = plan.Edits.AddRange(edits) };
        }

        return plan.Edits.IsEmpty ? null : plan;
    }

    private static ExpressionSyntax? ReaderOf(SyntaxNode read) => read is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Expression : null;

    /// <summary>Whether the variable may be another reader by the second read.</summary>
    private static bool IsGivenAnew(ISymbol reader, FindingSite site, CancellationToken cancellation) =>
        Writes.Mentions(site.Function, reader, site.Model, cancellation).Any(Writes.IsWrite);

    /// <summary>The local that holds what the first read gave.</summary>
    private static ILocalSymbol? ResultOf(FindingSite site, CancellationToken cancellation)
    {
        if (site.Taken is InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword, Expression: var given }] })
        {
            return (given is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation }
                ? site.Model.GetDeclaredSymbol(designation, cancellation)
                : site.Model.GetSymbolInfo(given, cancellation).Symbol) as ILocalSymbol;
        }

        return ViewPlace.Of(site, cancellation)?.Local;
    }

    /// <summary>The buffer by its shortest name: a local that was made of the result and never changed, or the property.</summary>
    private static string BufferAt(ReadGap gap, ILocalSymbol result, FindingSite site, CancellationToken cancellation)
    {
        var locals = site.Function.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(declarator => declarator.SpanStart > site.Taken.SpanStart && declarator.Span.End <= gap.Position && IsBufferOf(declarator.Initializer?.Value, result))
            .Select(declarator => site.Model.GetDeclaredSymbol(declarator, cancellation))
            .OfType<ILocalSymbol>()
            .Where(local => site.Model.LookupSymbols(gap.Position, name: local.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, local)) &&
                !Writes.Mentions(site.Function, local, site.Model, cancellation).Any(name => Writes.IsWrite(name)));
        return locals.FirstOrDefault()?.Name ?? result.Name + ".Buffer";
    }

    private static bool IsBufferOf(ExpressionSyntax? value, ILocalSymbol result) =>
        value is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name, Name.Identifier.ValueText: "Buffer" } && name.Identifier.ValueText == result.Name;
}
