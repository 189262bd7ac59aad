// `pool.Return(_buffer);` becomes `var buffer = _buffer; _buffer = null; if (buffer is not null) { pool.Return(buffer); }`.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Takes what is released out of the field, in one step where threads may meet. Where nobody minds that the field has nothing, it is only cleared.</summary>
public sealed class TakeFromFieldFix : FindingFix
{
    internal override string RuleId => RuleIds.KeptReleasedField;

    internal override string Title => "Take it out of the field first";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (KeptField.Of(site, cancellation) is not { } field || Emptied.Of(field, site, cancellation) is not { } emptied || field.IsUsedAfter(site, cancellation) ||
            (field.Statement is { } statement && (!StatementEdits.HasRoomBeside(statement) || statement.ContainsDirectives)))
        {
            return null;
        }

        var isShared = site.Model.GetEnclosingSymbol(site.Breaking.SpanStart, cancellation)?.ContainingType is { } type && Sharing.IsExpectedBy(type, cancellation) &&
            !site.Breaking.Ancestors().TakeWhile(ancestor => ancestor != site.Function).OfType<LockStatementSyntax>().Any();
        var isHarmless = AcceptsNothing(site, cancellation);
        if (field.Local is { } local)
        {
            return isShared || emptied.IsStruct ? null : ClearBefore(field, local, emptied, isHarmless, site);
        }

        if (emptied.IsStruct)
        {
            return MayBecomeDefault(field, site, cancellation) ? ClearAfter(field, emptied, site) : null;
        }

        var exchange = isShared ? Exchange(field, emptied, site) : null;
        return exchange is null && (isHarmless || NullTests.Guard(site.Breaking, field.Is))
            ? ClearAfter(field, emptied, site)
            : Take(field, emptied, exchange, isHarmless, site);
    }

    private static FixPlan? ClearAfter(KeptField field, Emptied emptied, FindingSite site)
    {
        var clearing = $"{field.Text} = {emptied.Value};";
        return field.Statement is { } statement
            ? new FixPlan(StatementEdits.After(statement, clearing, site.Text))
            : InBraces(field, _ => new[] { field.Code + ";", clearing }, site);
    }

    /// <summary>The local that is released has it already.</summary>
    private static FixPlan? ClearBefore(KeptField field, ILocalSymbol local, Emptied emptied, bool isHarmless, FindingSite site)
    {
        if (field.Statement is not { } statement)
        {
            return null;
        }

        var edits = StatementEdits.Before(statement, $"{field.Text} = {emptied.Value};", site.Text);
        return new FixPlan(isHarmless || NullTests.Guard(site.Breaking, asked => field.Is(asked) || ReleaseCall.Bare(asked).ToString() == local.Name)
            ? edits
            : edits.AddRange(StatementEdits.Under($"if ({emptied.Test(local.Name, statement)})", statement, site.Text)));
    }

    private static FixPlan? Take(KeptField field, Emptied emptied, string? exchange, bool isHarmless, FindingSite site)
    {
        var name = FreeNames.For(NameFor(field.Symbol.Name), site.Function, NumberOf(field.Symbol, site.Function));
        var lines = exchange is null
            ? new[] { $"var {name} = {field.Text};", $"{field.Text} = {emptied.Value};" }
            : new[] { $"var {name} = {exchange};" };
        var asks = field.Type.IsReferenceType && IsOnlyReceiver(field);
        var header = isHarmless || asks || IsAskedFor(field) ? null : $"if ({emptied.Test(name, field.Code)})";
        var written = name + (asks ? "?" : "");
        if (field.Statement is not { } statement)
        {
            return InBraces(field, method => lines.Concat(header is null ? new[] { Rewritten(field, written) + ";" } : ArrowBody.Under(method, header, Rewritten(field, written) + ";", site.Text)), site);
        }

        var isOneLine = StatementEdits.IsInList(statement) && !Layout.StartsLine(site.Text, statement.SpanStart);
        var between = isOneLine ? " " : Layout.LineBreak(site.Text, statement.SpanStart) + StatementEdits.InnerIndentation(statement, site.Text);
        var edits = StatementEdits.Before(statement, string.Join(between, lines), site.Text).AddRange(field.Mentions.Select(mention => new Edit(mention.Span, written)));
        return new FixPlan(header is null ? edits : edits.AddRange(StatementEdits.Under(header, statement, site.Text)));
    }

    private static FixPlan? InBraces(KeptField field, System.Func<BaseMethodDeclarationSyntax, IEnumerable<string>> lines, FindingSite site) =>
        ArrowBody.Around(field.Code) is { } method && ArrowBody.IsVoid(method) ? FixPlan.Of(ArrowBody.Replaced(method, lines(method), site.Text)) : null;

    /// <summary>The release with a local in place of the field.</summary>
    private static string Rewritten(KeptField field, string name) =>
        field.Code.ReplaceNodes(field.Mentions, (_, _) => SyntaxFactory.IdentifierName(name)).ToString();

    /// <summary>Takes the value and leaves nothing, in one step; <see langword="null"/> if that cannot be done with such a field.</summary>
    private static string? Exchange(KeptField field, Emptied emptied, FindingSite site) =>
        field.Symbol is IFieldSymbol && (field.Type.IsReferenceType || field.Type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr) &&
        site.Model.Compilation.GetTypeByMetadataName("System.Threading.Interlocked") is { } interlocked
            ? $"{interlocked.ToMinimalDisplayString(site.Model, site.Breaking.SpanStart)}.Exchange(ref {field.Text}, {emptied.Value})"
            : null;

    /// <summary>Whether all that is done with the field is to call its release.</summary>
    private static bool IsOnlyReceiver(KeptField field) =>
        field.Mentions is [{ Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } only] && access.Expression == only && call.Expression == access &&
        call == (field.Statement?.Expression ?? field.Code);

    private static bool IsAskedFor(KeptField field) => field.Mentions is [{ Parent: ConditionalAccessExpressionSyntax access } only] && access.Expression == only;

    /// <summary>Whether the release does nothing where there is nothing.</summary>
    private static bool AcceptsNothing(FindingSite site, CancellationToken cancellation) =>
        site.Model.GetSymbolInfo(site.Breaking, cancellation).Symbol is IMethodSymbol { Name: var name, ContainingType: { Name: "NativeMemory" or "Marshal" } type } && name.Contains("Free") &&
        type.ContainingNamespace.ToDisplayString() == "System.Runtime.InteropServices";

    /// <summary>Whether a struct with nothing in it can be released again, or is not, and nobody asks it for anything but memory.</summary>
    private static bool MayBecomeDefault(KeptField field, FindingSite site, CancellationToken cancellation) =>
        (!site.IsReleasedAgain || IsOnlyReceiver(field)) && field.Symbol.ContainingType.DeclaringSyntaxReferences.All(part => !part.GetSyntax(cancellation).DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
            access.Name.Identifier.ValueText is "IsCompleted" or "IsCanceled" && access.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } && field.Is(access.Expression)));

    /// <summary>Which of the members named in a function a field is that come to the same name of a local: all may be mended at once.</summary>
    private static int NumberOf(ISymbol field, SyntaxNode function)
    {
        var wished = NameFor(field.Name);
        var alike = function.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText).Distinct()
            .Where(name => name == field.Name || (NameFor(name) == wished && field.ContainingType.GetMembers(name).Any(static member => member is IFieldSymbol or IPropertySymbol)));
        return alike.TakeWhile(name => name != field.Name).Count() + 1;
    }

    private static string NameFor(string field)
    {
        var name = field.StartsWith("m_", System.StringComparison.Ordinal) ? field.Substring(2) : field.TrimStart('_');
        name = name.Length == 0 ? "taken" : char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : name + "Taken";
    }
}
