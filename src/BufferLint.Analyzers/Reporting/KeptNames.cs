// The words about memory that is kept beyond a call.
using BufferLint.Checks;
using Microsoft.CodeAnalysis;

namespace BufferLint.Reporting;

internal static class KeptNames
{
    /// <summary>The place, the code that fills it, or work.</summary>
    public static string Keeper(Finding finding) => finding.Kept!.IsWork ? "Work that nobody waits for" : Shown.Quoted(Names.Keeper(finding));

    /// <summary>«came in as 'body' at line n».</summary>
    public static string CameIn(Finding finding) => $"{(IsLent(finding) ? "lent" : "came in")} as {Shown.Quoted(finding.Kept!.Memory.Name)} at line {Shown.Line(finding.Taken)}";

    /// <summary>Whose the memory is from when on.</summary>
    public static string Ended(Finding finding)
    {
        var function = (IMethodSymbol)finding.Kept!.Memory.Parameter.ContainingSymbol;
        var name = function.MethodKind == MethodKind.AnonymousFunction ? "the lambda" : Shown.Quoted(function.Name);
        return (IsLent(finding) ? "taken back" : "the caller's again") + $" when {name} {(function.IsAsync ? "is done" : "returns")}";
    }

    private static bool IsLent(Finding finding) => finding.Rule.Id == RuleIds.KeptLentMemory;
}
