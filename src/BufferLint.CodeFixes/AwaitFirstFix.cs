// `var write = stream.WriteAsync(a); pool.Return(a);` gets an `await write;` between the two; a discarded or returned
// operation is awaited where it begins.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes;

/// <summary>Awaits an operation before its buffer ends.</summary>
public sealed class AwaitFirstFix : FindingFix
{
    internal override string RuleId => RuleIds.ReleaseUnderWork;

    internal override string Title => "Await the operation first";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) || !BeginsHere(site, cancellation) ? null :
        Whole(site.Taken) is { Parent: ReturnStatementSyntax } && !AsyncCode.IsAsync(site.Function) ? AsyncMethod.Make(site, cancellation) is { } edits ? new FixPlan(edits) : null :
        !AsyncCode.IsAsync(site.Function) ? null :
        AwaitAtOnce(site) ?? AwaitByName(site, cancellation);

    /// <summary>Whether the operation is begun in the function that ends the buffer, by a call that gives its task.</summary>
    private static bool BeginsHere(FindingSite site, CancellationToken cancellation) =>
        site.Function.Span.Contains(site.Taken.Span) && WorkTypes.IsAwaitable(site.Model.GetTypeInfo(Whole(site.Taken), cancellation).Type);

    /// <summary>An operation whose task nobody gets.</summary>
    private static FixPlan? AwaitAtOnce(FindingSite site) => Whole(site.Taken) is var whole && whole.Parent switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard => discard,
        ExpressionStatementSyntax => whole,
        _ => null,
    } is { } replaced
        ? FixPlan.Of(new Edit(replaced.Span, AsyncCode.Await(whole)))
        : null;

    /// <summary>An operation whose task has a name where its buffer ends.</summary>
    internal static FixPlan? AwaitByName(FindingSite site, CancellationToken cancellation)
    {
        if (ViewPlace.Of(site, cancellation) is not { Declaration: not null } place || Whole(site.Taken) != place.Value ||
            Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Any(Writes.IsWrite))
        {
            return null;
        }

        var written = $"await {place.Name}{AsyncCode.Habit(site.Taken.SyntaxTree.GetRoot())};";
        if (site.Breaking is VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax scope } })
        {
            return IsAwaitedAgain(place, site, cancellation) || scope.Statements.Last() is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax) ? null : new FixPlan(StatementEdits.After(scope.Statements.Last(), written, site.Text));
        }

        if (Functions.StatementAround(site.Breaking) is not { } ending || !StatementEdits.HasRoomBeside(ending))
        {
            return null;
        }

        return site.Needed is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax waiting } && IsNext(waiting, ending) ? StatementMove.Before(ending, waiting, site.Text) :
            IsAwaitedAgain(place, site, cancellation) ? null : new FixPlan(StatementEdits.Before(ending, written, site.Text));
    }

    /// <summary>Whether a statement comes right behind another, and can change places with it.</summary>
    private static bool IsNext(StatementSyntax statement, StatementSyntax first) =>
        statement.Parent is BlockSyntax block && statement.Parent == first.Parent && block.Statements.IndexOf(statement) == block.Statements.IndexOf(first) + 1 &&
        !statement.ContainsDirectives && !first.ContainsDirectives;

    /// <summary>Whether a task that can be awaited once only is awaited, or handed on, somewhere else.</summary>
    private static bool IsAwaitedAgain(ViewPlace place, FindingSite site, CancellationToken cancellation) =>
        place.Local.Type.Name != "Task" && Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Any();

    /// <summary>The call with what is made of its task in order to wait for it: <c>AsTask()</c>, <c>ConfigureAwait(false)</c>.</summary>
    internal static ExpressionSyntax Whole(ExpressionSyntax start)
    {
        var whole = start;
        while (whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsTask" or "ConfigureAwait", Parent: InvocationExpressionSyntax call })
        {
            whole = call;
        }

        return whole;
    }
}
