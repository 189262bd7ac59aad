// The words about what does not fit.
using System.Linq;
using BufferLint.Checks;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class Misfits
{
    /// <summary>«needs 8 bytes of 'buffer', which has 4».</summary>
    public static string Does(Finding finding)
    {
        var misfit = finding.Misfit!;
        var container = Shown.Quoted(misfit.Demand.Container ?? misfit.Demand.Syntax);
        return misfit switch
        {
            { Demand.Refusal: Refusal.HiddenBuffer } => $"asks {container} for a buffer that it does not show",
            { Demand.Refusal: Refusal.Unasked } => $"may get no buffer of {container}, and its answer is not looked at",
            { Demand.Refusal: Refusal.References } => $"pins {container}, which holds references",
            { Demand.Refusal: Refusal.FixedStream, Needed: { } grown, Available: { } room } => $"needs {grown} byte{(grown == 1 ? string.Empty : "s")} of {container}, which has {room} and cannot grow",
            { Demand.Refusal: Refusal.FixedStream } => $"needs more of {container} than it has, and it cannot grow",
            { Demand.IsOfElements: true, Needed: var one, Available: var other } => $"keeps the count of {container}, though elements of {one} and of {other} bytes are not the same",
            { Demand.Unit: "", Available: { } negative } => $"is given {container}, which is {negative}",
            { Demand.Unit: "" } => $"is given {container}, which is negative",
            { Needed: { } needed, Available: { } available } => $"needs {(misfit.NeedIsExact ? string.Empty : "at least ")}{Amount(needed, misfit)} of {container}, which has {(misfit.IsExact ? string.Empty : "at most ")}{available}",
            _ => $"needs at least {Amount(misfit.Lack, misfit)} more than {container} has",
        };
    }

    /// <summary>Where what there is gets its size.</summary>
    public static string Sized(Finding finding) => finding.Misfit!.Sites.FirstOrDefault() is { } site
        ? $"{Shown.Quoted(site.Variable.IsCapture ? site.Syntax.ToString() : site.Variable.Name)} sized at line {Shown.Line(site.Syntax)}"
        : $"{Shown.Quoted(finding.Misfit.Demand.Container ?? finding.Misfit.Demand.Syntax)} given at line {Shown.Line(finding.Misfit.Demand.Container ?? finding.Misfit.Demand.Syntax)}";

    /// <summary>How much is asked for, and where.</summary>
    public static string Asked(Finding finding)
    {
        var misfit = finding.Misfit!;
        var line = Shown.Line(misfit.Demand.Syntax);
        return misfit switch
        {
            { Demand.IsOfElements: true } => $"reinterpreted at line {line}",
            { Demand.Refusal: Refusal.HiddenBuffer or Refusal.Unasked } => $"asked for at line {line}",
            { Demand.Refusal: Refusal.References } => $"pinned at line {line}",
            { Demand.Unit: "" } => $"used at line {line}",
            { Needed: { } needed, Available: not null } => $"{needed} needed at line {line}",
            _ => $"{Amount(misfit.Lack, misfit)} too many asked for at line {line}",
        };
    }

    /// <summary>What happens then.</summary>
    public static string Ends(Finding finding) => EndsAlways(finding) + (finding.Misfit!.FitsNone ? ", but for a count of 0" : string.Empty);

    private static string EndsAlways(Finding finding) => finding.Misfit!.Demand switch
    {
        { IsOfElements: true } => "counts other elements than there are",
        { Refusal: Refusal.Unasked } => "what is used then may be empty",
        { IsUnchecked: false } => "throws whenever it is reached",
        { AllowsNone: true } => "gives nothing",
        _ => "memory beyond the end is used",
    };

    /// <summary>Where sizes come from.</summary>
    public static SyntaxNode?[] Places(Finding finding) => finding.Misfit!.Sites.Select(static site => site.Syntax).DefaultIfEmpty(finding.Taken).Take(2).ToArray();

    private static string Amount(long count, Misfit misfit) => $"{count} {misfit.Demand.Unit}{(count == 1 ? string.Empty : "s")}";
}
