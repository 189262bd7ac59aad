// `reader.AdvanceTo(buffer.End);` becomes `var bufferCopy = …ToArray()…; reader.AdvanceTo(buffer.End);`, and what comes
// after reads the copy.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Copies what was read before it is given back.</summary>
public sealed class CopyBeforeAdvanceFix : FindingFix
{
    private const string Advances = "AdvanceTo";
    private const string Position = "SequencePosition";

    internal override string RuleId => RuleIds.ViewAfterAdvance;

    internal override string Title => "Copy before advancing";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (!site.IsReadOnly || LaterUses.Local(site, cancellation) is not { } local ||
            Sites.Advance.Of(site, cancellation) is not { } advance || !StatementEdits.IsInList(advance.Statement) ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) || !IsDeclaredInTheSameTurn(local, advance, site, cancellation))
        {
            return null;
        }

        var mentions = LaterUses.In(site.Function, local, site.Model, cancellation).Where(mention => mention.SpanStart > advance.Statement.Span.End).ToArray();
        var uses = mentions.Where(mention => !IsPositionToAdvance(mention)).Select(mention => Viewed(mention, local)).ToArray();
        if (uses.Length == 0 || !uses.All(use => use is not null && CanReadACopy(use, advance, site, cancellation)) ||
            TypeOf(uses[0]!, site, cancellation) is not { } type || Copy(uses[0]!, type, site) is not { } copy)
        {
            return null;
        }

        var name = FreeNames.For(NameFor(uses[0]!) + "Copy", site.Function);
        return new FixPlan(StatementEdits.Before(advance.Statement, string.Format(System.Globalization.CultureInfo.InvariantCulture, copy, name), site.Text)
            .AddRange(uses.Select(use => new Edit(use!.Span, name))));
    }

    /// <summary>Whether each turn of the innermost loop around the advance has its own view.</summary>
    private static bool IsDeclaredInTheSameTurn(ILocalSymbol local, Advance advance, FindingSite site, CancellationToken cancellation) =>
        Loops.Around(advance.Statement).FirstOrDefault() is not { } loop ||
        local.DeclaringSyntaxReferences.Any(declared => loop.Span.Contains(declared.GetSyntax(cancellation).Span) && site.Function.Contains(declared.GetSyntax(cancellation)));

    /// <summary>What is viewed: the local, or the buffer of the result it holds.</summary>
    private static ExpressionSyntax? Viewed(ExpressionSyntax mention, ILocalSymbol local) => !PipeApis.IsReadResult(local.Type)
        ? mention
        : mention.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Buffer" } buffer && buffer.Expression == mention ? buffer : null;

    /// <summary>Whether a mention says how far the reader goes on, which no copy can.</summary>
    private static bool IsPositionToAdvance(ExpressionSyntax mention) => mention.Ancestors()
        .TakeWhile(ancestor => ancestor is not StatementSyntax)
        .Any(ancestor => ancestor is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Advances } });

    /// <summary>Whether a use is behind the advance in its block, leaves the local as it is and knows no position of the original.</summary>
    private static bool CanReadACopy(ExpressionSyntax use, Advance advance, FindingSite site, CancellationToken cancellation) =>
        Functions.Around(use) == site.Function &&
        advance.Following.Any(sibling => sibling.Span.Contains(use.Span)) &&
        !Writes.IsWrittenThrough(use) &&
        !AskedWith(use).Any(part => site.Model.GetTypeInfo(part, cancellation).Type is { Name: Position } or INamedTypeSymbol { TypeArguments: [{ Name: Position }] });

    /// <summary>What a use is asked for, and what is given to the call that it is the receiver or an argument of.</summary>
    private static IEnumerable<ExpressionSyntax> AskedWith(ExpressionSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => call.ArgumentList.Arguments.Select(argument => argument.Expression).Append(call),
        MemberAccessExpressionSyntax asked => new[] { asked },
        ArgumentSyntax { Parent: ArgumentListSyntax list } => list.Arguments.Select(argument => argument.Expression),
        _ => Enumerable.Empty<ExpressionSyntax>(),
    };

    private static INamedTypeSymbol? TypeOf(ExpressionSyntax use, FindingSite site, CancellationToken cancellation) =>
        site.Model.GetTypeInfo(use, cancellation).Type is INamedTypeSymbol type && ViewTypes.IsReadOnlyView(type) ? type : null;

    /// <summary>The statement that makes the copy; {0} is its name.</summary>
    private static string? Copy(ExpressionSyntax viewed, INamedTypeSymbol type, FindingSite site)
    {
        var shown = type.ToMinimalDisplayString(site.Model, site.Breaking.SpanStart);
        return type.Name switch
        {
            "ReadOnlySequence" => $"var {{0}} = new {shown}({viewed}.ToArray());",
            "ReadOnlySpan" or "ReadOnlyMemory" => $"{shown} {{0}} = {viewed}.ToArray();",
            _ => null,
        };
    }

    private static string NameFor(ExpressionSyntax viewed)
    {
        var name = viewed is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : ((SimpleNameSyntax)viewed).Identifier.ValueText;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
