// What the parts of a finding are called in its message.
using System.Linq;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class Names
{
    /// <summary>The owner by a name that the reader of the code can use: fields hidden from there are left out.</summary>
    public static string Owner(Finding finding) =>
        Path(finding.Owner, finding.Broken.Syntax) ?? (finding.Broken.Owner.IsTemporary && finding.Loan is { } loan ? loan.Site.Owner.Name : Visible(finding.Broken.Owner, finding.Broken.Syntax).Name);

    private static string? Path(Value value, SyntaxNode from) => value switch
    {
        Placeholder named => named.Origin.Name,
        Part { Step: { IsStale: false, IsElement: false, Symbol: { } member } } part when Path(part.Of, from) is { } whole =>
            part.Of is Placeholder { Origin: { Symbol: null, Parent: null, IsTemporary: false } } ? member.Name : IsHidden(member, from) ? whole : whole + "." + member.Name,
        _ => null,
    };

    private static Origin Visible(Origin path, SyntaxNode from) => path is { Parent: { } parent, Step.Symbol: { } member } && IsHidden(member, from) ? Visible(parent, from) : path;

    /// <summary>Whether a member is private, or protected, and the code stands outside the type that declares it.</summary>
    private static bool IsHidden(ISymbol member, SyntaxNode from)
    {
        if (member is not IParameterSymbol && member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected))
        {
            return false;
        }

        foreach (var declaration in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == from.SyntaxTree && declaration.Span.Contains(from.Span))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The place that keeps a view, as the code calls it; else the code that put the view there.</summary>
    public static string Keeper(Finding finding) => Visible(finding.View, finding.StillNeeded!.Syntax) is { IsTemporary: false } place && !IsElement(place) && !IsNameless(place)
        ? place.Name
        : finding.StillNeeded!.Syntax.ToString();

    private static bool IsElement(Origin place) => place.Step?.IsElement == true || (place.Parent is { } whole && IsElement(whole));

    private static bool IsNameless(Origin place) => place.Parent is { } whole ? IsNameless(whole) : place is { Symbol: null, Name: not "this" };

    /// <summary>The line of the event, and what the callee did there: «7: 'Add' moves '_items' in 'Grow'».</summary>
    public static string Broken(Finding finding)
    {
        var line = Shown.Line(finding.Broken.Syntax).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return line + Chain(finding.Broken);
    }

    private static string Chain(Invalidate broken) => broken.Chain is { IsTellable: true } chain
        ? $": {Shown.Quoted(chain.Callee)} {Wording.Of(broken.Effect).Verb} {Shown.Quoted(chain.Owner)}{Through(chain)}"
        : string.Empty;

    private static string Through(CallChain chain) => chain.Through.IsEmpty ? string.Empty : " in " + string.Join(" in ", chain.Through.Reverse().Select(Shown.Quoted));

    public static string View(Finding finding) => finding.View is { IsTemporary: true } or { Symbol: null, Parent: null }
        ? finding.Taken.ToString()
        : finding.View.Name;

    /// <summary>The view by its name, or what was written where it is used.</summary>
    public static string Used(Finding finding) => finding.View is { IsTemporary: true } or { Symbol: null, Parent: null } ? finding.StillNeeded!.Syntax.ToString() : finding.View.Name;

    /// <summary>Why the view matters: it is used, or has to be released.</summary>
    public static string Need(Finding finding) => finding.Loan is { Site.Effect.IsCounted: true }
        ? $"its view {Shown.Quoted(View(finding))} is not released"
        : $"its view {Shown.Quoted(View(finding))} is still in use";

    /// <summary>The await around what is awaited; what stands there itself where a statement waits.</summary>
    public static SyntaxNode Await(Finding finding) => finding.Broken.Syntax is not AwaitExpressionSyntax && Awaits.Of(finding.Broken) is { } around ? around : finding.Broken.Syntax;

    /// <summary>An await as written; where a statement waits, what it waits for.</summary>
    public static string Waiting(Finding finding) => Await(finding) is AwaitExpressionSyntax wait ? Shown.Quoted(wait) : "waiting for " + Shown.Quoted(Await(finding));

    /// <summary>Where the view is used or released after it was broken.</summary>
    public static string Needed(Finding finding)
    {
        if (finding.StillNeeded is not { } needed)
        {
            return "never released in this method";
        }

        if (needed is Release && needed.Syntax is not InvocationExpressionSyntax)
        {
            return "released only at the end of its scope";
        }

        return needed is Release ? $"released only at line {Shown.Line(needed.Syntax)}" : "used " + AtUse(finding);
    }

    /// <summary>Where work gets the view: the mention in the code that is handed over, or the argument.</summary>
    public static SyntaxNode HandedOver(Finding finding) => finding.HandedOver ?? finding.Taken;

    /// <summary>«moved at line n», and what the callee did there.</summary>
    public static string Ended(Finding finding) => finding.Broken.Effect.GivesBack ? GivenBack(finding.Broken) : $"{Wording.Of(finding.Broken.Effect).Done} at line {Broken(finding)}";

    /// <summary>Where work begins: «7», or «7 in 'Grow'», by the functions that the call there comes to.</summary>
    public static string Begun(Finding finding)
    {
        var line = Shown.Line(finding.Taken).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return finding.BegunIn.IsEmpty ? line : line + " in " + string.Join(" in ", finding.BegunIn.Reverse().Select(Shown.Quoted));
    }

    /// <summary>Where work is waited for, and not before its buffer ends or not to its own end.</summary>
    public static string Waited(Finding finding) => finding.StillNeeded switch
    {
        null => "not awaited in this method",
        Abandon { Syntax: var wait } => $"{Shown.Quoted(wait)} at line {Shown.Line(wait)} may stop waiting for it",
        { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" } } join } => $"joined only at line {Shown.Line(join)}",
        { Syntax: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } removal } => $"unsubscribed only at line {Shown.Line(removal)}",
        { Syntax: InvocationExpressionSyntax or MemberAccessExpressionSyntax } wait => $"waited for only at line {Shown.Line(wait.Syntax)}",
        var join => $"awaited only at line {Shown.Line(join.Syntax)}",
    };

    /// <summary>«at line n», and whether that is in the next turn of a loop.</summary>
    public static string AtUse(Finding finding) => At(finding.StillNeeded!, finding.StillNeeded!.Id <= finding.Broken.Id);

    /// <inheritdoc cref="AtUse"/>
    public static string AtBreak(Finding finding) => At(finding.Broken, finding.Loan is { } loan && finding.Broken.Id <= loan.Site.Id);

    /// <summary>Where what was read was used for the last time.</summary>
    public static string LastUse(Finding finding) => finding.StillNeeded is { } use ? $"last used at line {Shown.Line(use.Syntax)}" : "never used";

    /// <summary>A release as written; what the end of a scope does, by the name of what it disposes.</summary>
    public static string Release(Invalidate release) => IsEndOfScope(release) ? $"the end of the scope of {Shown.Quoted(Disposed(release))}" : Shown.Quoted(Whole(release.Syntax));

    private static string Disposed(Invalidate release)
    {
        var disposed = release.Owner;
        while (disposed.Parent is { Symbol: not null } whole)
        {
            disposed = whole;
        }

        return disposed.IsCapture ? release.Syntax.ToString() : disposed.Name;
    }

    /// <summary>With what stands before <c>?.</c>.</summary>
    private static SyntaxNode Whole(SyntaxNode release) => release.Parent is ConditionalAccessExpressionSyntax { WhenNotNull: var part } access && part == release ? Whole(access) : release;

    /// <summary>«rented at line n», or how else the owner is known.</summary>
    public static string Acquired(Finding finding) => finding switch
    {
        { Acquired: null } => $"held in {Shown.Quoted(ReleasedOwner(finding))}",
        { Owner: Created { Site.Lease.Family: { } family }, Acquired: { } acquired } => $"{family.Taken} at line {Shown.Line(acquired)}",
        { Acquired: ParameterSyntax parameter } => $"came in as {Shown.Quoted(parameter.Identifier.ValueText)} at line {Shown.Line(parameter)}",
        { Acquired: { } made } when Acquisition.IsMadeAsStruct(finding.Owner) => $"made at line {Shown.Line(made)}",
        { Acquired: { } taken } => $"taken at line {Shown.Line(taken)}",
    };

    /// <summary>«allocated at line n by 'Marshal.AllocHGlobal(8)'»; an array that no pool lent was only made.</summary>
    public static string AcquiredBy(Finding finding) => $"{finding.Lease?.Family!.Taken ?? "made"} at line {Shown.Line(finding.Acquired!)} by {Shown.Quoted(finding.Acquired!)}";

    /// <summary>What was done instead of a matching release, and where: a block may also be reallocated.</summary>
    public static string Spoiled(Invalidate release) => release.Effect.GivesBack ? GivenBack(release) : $"reallocated at line {Shown.Line(release.Syntax)}{Chain(release)}";

    /// <summary>What would have matched.</summary>
    public static string MatchingRelease(Finding finding) => finding.Lease is { } lease ? $"instead of by {Shown.Quoted(LeaseFacts.MatchingRelease(lease, finding.Broken.Effect))}" : "though no pool lent it";

    /// <summary>«at line n», and whether by an exception.</summary>
    public static string LeftBehind(Finding finding) => $"at line {Shown.Line(finding.Broken.Syntax)}{(finding.IsLeftByException ? " by an exception" : string.Empty)}";

    /// <summary>What was released, by the name that the code there has for it.</summary>
    public static string ReleasedOwner(Finding finding) => Path(finding.Owner, finding.Broken.Syntax) ?? Visible(finding.Broken.Owner, finding.Broken.Syntax).Name;

    /// <summary>«returned», or by whom it is collected that is yielded.</summary>
    public static string HandedOutTo(Finding finding) => finding.Collected is { } collected ? $"yielded to {Shown.Quoted(collected)}" : "returned";

    /// <summary>«returned at line n», or where it is yielded and kept.</summary>
    public static string HandedOut(Finding finding)
    {
        var line = Shown.Line(finding.StillNeeded!.Syntax);
        return finding.Collected switch
        {
            null => $"returned at line {line}",
            var kept when kept.SyntaxTree == finding.StillNeeded.Syntax.SyntaxTree => $"yielded at line {line} and kept at line {Shown.Line(kept)}",
            var kept => $"yielded at line {line} and kept at line {Shown.Line(kept)} of {System.IO.Path.GetFileName(kept.SyntaxTree.FilePath)}",
        };
    }

    /// <summary>«returned at line n», and what the callee did there.</summary>
    public static string GivenBack(Invalidate release)
    {
        var (done, line) = (Wording.Of(release.Effect).Done, Shown.Line(release.Syntax));
        return IsEndOfScope(release) ? $"{done} at the end of its scope" : $"{done} at line {line}{Chain(release)}";
    }

    /// <summary>The same of the second time.</summary>
    public static string GivenBackAgain(Finding finding)
    {
        var isInNextTurn = finding.StillNeeded!.Id >= finding.Broken.Id;
        return $"{Wording.Of(finding.Broken.Effect).Done} again at line {Shown.Line(finding.Broken.Syntax)}{(isInNextTurn ? " in the next turn of the loop" : string.Empty)}{Chain(finding.Broken)}";
    }

    private static bool IsEndOfScope(Invalidate release) => release.Syntax is not (InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax);

    private static string At(Fact fact, bool isInNextTurn) => $"at line {Shown.Line(fact.Syntax)}{(isInNextTurn ? " in the next turn of the loop" : string.Empty)}";
}
