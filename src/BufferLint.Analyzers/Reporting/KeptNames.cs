// The words about memory that is kept beyond a call.
using BufferLint.Checks;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class KeptNames
{
    /// <summary>The place, the code that fills it, or work.</summary>
    public static string Keeper(Finding finding) => finding.Kept switch
    {
        { IsWork: true } => "Work that nobody waits for",
        { By: Use { IsKept: true }, Where: var call } => Shown.Quoted(call),
        _ => Shown.Quoted(Names.Keeper(finding)),
    };

    /// <summary>«came in as 'body' at line n».</summary>
    public static string CameIn(Finding finding) => $"{(IsLent(finding) ? "lent" : "came in")} as {Shown.Quoted(finding.Kept!.Memory.Name)} at line {Shown.Line(finding.Taken)}";

    /// <summary>Whose the memory is from when on.</summary>
    public static string Ended(Finding finding)
    {
        if (finding.Kept!.Lender is { } lender)
        {
            var done = lender.Effect is { } effect ? Wording.Of(effect).Done : "filled again";
            return $"{done} {(lender.End is VariableDeclaratorSyntax or StatementSyntax ? "at the end of its scope" : "at line " + Shown.Line(lender.End))} in {Shown.Quoted(lender.Lender.Name)}";
        }

        var function = (IMethodSymbol)finding.Kept.Memory.Parameter.ContainingSymbol;
        var name = function.MethodKind == MethodKind.AnonymousFunction ? "the lambda" : Shown.Quoted((function.AssociatedSymbol ?? function).Name);
        return (IsLent(finding) ? "taken back" : "the caller's again") + $" when {name} {(function.IsAsync ? "is done" : "returns")}";
    }

    private static bool IsLent(Finding finding) => finding.Rule.Id == RuleIds.KeptLentMemory;
}
