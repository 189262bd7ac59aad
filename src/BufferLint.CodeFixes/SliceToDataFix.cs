// `SHA256.HashData(page)` becomes `SHA256.HashData(page.AsSpan(0, read))`, where `read` is how much of it was filled.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Checks;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Takes of a buffer only what is data.</summary>
public sealed class SliceToDataFix : FindingFix
{
    internal override string RuleId => RuleIds.PartialRead;

    internal override string Title => "Slice to the valid length";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.Breaking is not ExpressionSyntax buffer || !site.Diagnostic.Properties.TryGetValue(FindingProperties.ValidLength, out var length) || length is null || !IsInScope(length, buffer, site))
        {
            return null;
        }

        return buffer.Parent switch
        {
            ArgumentSyntax { NameColon: null, Parent.Parent: ExpressionSyntax call } argument => InCall(site, call, argument, buffer, length),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == buffer =>
                Chosen(site, call, buffer, access.Name.Identifier.ValueText is "ToArray" or "SequenceEqual" ? Slices(buffer, length).Take(1) : new[] { $"{buffer}.Take({length})" }),
            _ => null,
        };
    }

    /// <summary>Where a call is told how much to take, it is told the right number.</summary>
    private static FixPlan? InCall(FindingSite site, ExpressionSyntax call, ArgumentSyntax argument, ExpressionSyntax buffer, string length)
    {
        var others = ((BaseArgumentListSyntax)argument.Parent!).Arguments.Where(other => other != argument);
        if (others.FirstOrDefault(other => other.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: var measured } && measured.IsEquivalentTo(buffer)) is { } told)
        {
            return FixPlan.Of(new Edit(told.Expression.Span, length));
        }

        return Chosen(site, call, buffer, Slices(buffer, length).Concat(new[] { $"{buffer}, 0, {length}" }));
    }

    /// <summary>The parts that may stand for a buffer: of a view the shorter one.</summary>
    private static IEnumerable<string> Slices(ExpressionSyntax buffer, string length) => buffer is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" or "AsMemory" } view }
        ? new[] { $"{view}(0, {length})" }
        : new[] { $"{buffer}.AsSpan(0, {length})", $"{buffer}.AsMemory(0, {length})", $"{buffer}.Slice(0, {length})" };

    /// <summary>The first that the same member takes.</summary>
    private static FixPlan? Chosen(FindingSite site, ExpressionSyntax call, ExpressionSyntax buffer, IEnumerable<string> parts)
    {
        var member = site.Model.GetSymbolInfo(call).Symbol;
        foreach (var part in parts)
        {
            var text = call.ToString().Remove(buffer.SpanStart - call.SpanStart, buffer.Span.Length).Insert(buffer.SpanStart - call.SpanStart, part);
            if (site.Model.GetSpeculativeSymbolInfo(call.SpanStart, SyntaxFactory.ParseExpression(text), SpeculativeBindingOption.BindAsExpression).Symbol is { } bound && member is not null && bound.Name == member.Name && IsSameResult(bound, member))
            {
                return FixPlan.Of(new Edit(buffer.Span, part));
            }
        }

        return null;
    }

    private static bool IsSameResult(ISymbol bound, ISymbol member) =>
        bound is IMethodSymbol { ReturnType: var one } && member is IMethodSymbol { ReturnType: var other } && (SymbolEqualityComparer.Default.Equals(one, other) || (one.Name is "ValueTask" && other.Name is "Task") || (one.Name is "Task" && other.Name is "ValueTask"));

    private static bool IsInScope(string length, ExpressionSyntax buffer, FindingSite site) =>
        site.Model.LookupSymbols(buffer.SpanStart, name: length.StartsWith("(int)", System.StringComparison.Ordinal) ? length.Substring(5).Split('.')[0] : length).Length == 1;
}
