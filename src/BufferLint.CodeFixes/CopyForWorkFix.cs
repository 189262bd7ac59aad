// `Task.Run(() => Send(memory));` becomes `ReadOnlyMemory<byte> memoryCopy = memory.ToArray(); Task.Run(() => Send(memoryCopy));`.
using System.Globalization;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Gives work that nobody waits for a copy of what it only reads.</summary>
public sealed class CopyForWorkFix : FindingFix
{
    internal override string RuleId => RuleIds.ViewInUnwaitedWork;

    internal override string Title => "Copy for the work";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.Needed is not ExpressionSyntax given || HandedOver.StatementOf(site) is not { } statement ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) || IsChangedLater(site, statement, cancellation))
        {
            return null;
        }

        return HandedOver.CodeAround(given, site.Function) is { } code ? Captured(site, given, code, statement, cancellation) : Given(site, given, cancellation);
    }

    private static FixPlan? Captured(FindingSite site, ExpressionSyntax given, SyntaxNode code, StatementSyntax statement, CancellationToken cancellation)
    {
        if (site.Model.GetSymbolInfo(given, cancellation).Symbol is not ILocalSymbol { IsRef: false } local)
        {
            return null;
        }

        var mentions = Writes.Mentions(code, local, site.Model, cancellation).ToArray();
        var name = FreeNames.For(local.Name + "Copy" + NumberOf(code, local, site, cancellation), site.Function);
        return mentions.All(mention => OnlyReads.Is(mention, site.Model, cancellation)) && LeaseCopy.Declaration(local, name, statement.SpanStart, site.Model) is { } declaration
            ? new FixPlan(StatementEdits.Before(statement, declaration, site.Text).AddRange(mentions.Select(mention => new Edit(mention.Span, name))))
            : null;
    }

    /// <summary>Which copy of the variable it is, where all work gets one; the first has no number.</summary>
    private static string NumberOf(SyntaxNode code, ILocalSymbol local, FindingSite site, CancellationToken cancellation)
    {
        var before = Writes.Mentions(site.Function, local, site.Model, cancellation)
            .Where(mention => mention.SpanStart < code.SpanStart)
            .Select(mention => HandedOver.CodeAround(mention, site.Function))
            .OfType<SyntaxNode>()
            .Distinct()
            .Count();
        return before == 0 ? string.Empty : (before + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An argument: what the other side does with it nobody sees here, unless it can only read, or is the other end of a channel.</summary>
    private static FixPlan? Given(FindingSite site, ExpressionSyntax given, CancellationToken cancellation) =>
        given.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } &&
        site.Model.GetTypeInfo(given, cancellation).Type is { IsRefLikeType: false } type &&
        (LeaseCopy.IsOnlyRead(type) || site.Model.GetSymbolInfo(call, cancellation).Symbol is { ContainingType.Name: "ChannelWriter" }) &&
        LeaseCopy.Of(given, type, site.Model) is { } copy
            ? FixPlan.Of(new Edit(given.Span, copy))
            : null;

    /// <summary>Whether the method goes on writing what the work is to see.</summary>
    private static bool IsChangedLater(FindingSite site, StatementSyntax statement, CancellationToken cancellation)
    {
        var names = site.Needed!.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => site.Model.GetSymbolInfo(name, cancellation).Symbol)
            .Append(site.Taken.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } owner ? site.Model.GetDeclaredSymbol(owner, cancellation) : null)
            .OfType<ILocalSymbol>()
            .Distinct<ISymbol>(SymbolEqualityComparer.Default);
        return names.Any(local => Writes.Mentions(site.Function, local, site.Model, cancellation)
            .Any(mention => mention.SpanStart > statement.Span.End && !site.Breaking.Span.Contains(mention.Span) && !OnlyReads.Is(mention, site.Model, cancellation)));
    }
}
