// What the parts of a finding are called in its message.
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class Names
{
    public static string Owner(Finding finding) => finding.Owner is Placeholder named
        ? named.Origin.Name
        : finding.Broken.Owner.IsTemporary && finding.Loan is { } loan ? loan.Site.Owner.Name : finding.Broken.Owner.Name;

    public static string View(Finding finding) => finding.View is { IsTemporary: true } or { Symbol: null, Parent: null }
        ? finding.Taken.ToString()
        : finding.View.Name;

    /// <summary>The view by its name, or what was written where it is used.</summary>
    public static string Used(Finding finding) => finding.View is { IsTemporary: true } or { Symbol: null, Parent: null } ? finding.StillNeeded!.Syntax.ToString() : finding.View.Name;

    /// <summary>Why the view matters: it is used, or has to be released.</summary>
    public static string Need(Finding finding) => finding.Loan is { Site.Effect.IsCounted: true }
        ? $"its view {Shown.Quoted(View(finding))} is not released"
        : $"its view {Shown.Quoted(View(finding))} is still in use";

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

    /// <summary>«at line n», and whether that is in the next turn of a loop.</summary>
    public static string AtUse(Finding finding) => At(finding.StillNeeded!, finding.StillNeeded!.Id <= finding.Broken.Id);

    /// <inheritdoc cref="AtUse"/>
    public static string AtBreak(Finding finding) => At(finding.Broken, finding.Loan is { } loan && finding.Broken.Id <= loan.Site.Id);

    /// <summary>Where what was read was used for the last time.</summary>
    public static string LastUse(Finding finding) => finding.StillNeeded is { } use ? $"last used at line {Shown.Line(use.Syntax)}" : "never used";

    private static string At(Fact fact, bool isInNextTurn) => $"at line {Shown.Line(fact.Syntax)}{(isInNextTurn ? " in the next turn of the loop" : string.Empty)}";
}
