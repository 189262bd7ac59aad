// The words about one lease that two objects release.
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class SharedNames
{
    /// <summary>The member that releases, and whose it is.</summary>
    public static string Ender(Finding finding) => $"{Ending(finding.Shared!.SecondRelease)} of {Shown.Quoted(Adopter(finding.Shared.Second))}";

    /// <summary>What is given, as the code calls it at the second object.</summary>
    public static string Lease(Finding finding) => finding.Shared!.Second.Given switch
    {
        ArgumentSyntax argument => argument.Expression.ToString(),
        AssignmentExpressionSyntax assignment => assignment.Right.ToString(),
        var other => other.ToString(),
    };

    /// <summary>«given to the first at line n, which returns it in 'Dispose'».</summary>
    public static string Given(Finding finding) =>
        $"given to {Shown.Quoted(Adopter(finding.Shared!.First))} at line {Shown.Line(finding.Shared.First.Call)}, which {Wording.Of(finding.Shared.FirstRelease.Effect).Verb} it in {Ending(finding.Shared.FirstRelease)}";

    /// <summary>The same of the second, or of the next one that the same place makes.</summary>
    public static string GivenAgain(Finding finding) => finding.Shared!.First == finding.Shared.Second
        ? $"given to another one at line {Shown.Line(finding.Shared.Second.Call)} in the next turn of the loop"
        : $"given to {Shown.Quoted(Adopter(finding.Shared.Second))} at line {Shown.Line(finding.Shared.Second.Call)} as well";

    /// <summary>What the code calls the object: what makes it, or what it was told through.</summary>
    private static SyntaxNode Adopter(Adoption adoption) => adoption.Call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax told } when adoption.Call != adoption.Made => told.Expression,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } => member.Expression,
        var made => made,
    };

    private static string Ending(AdoptedRelease release) => Shown.Quoted(CallChain.NameOf(release.Ending));
}
