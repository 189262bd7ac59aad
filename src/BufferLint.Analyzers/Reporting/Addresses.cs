// What is said of addresses that leave a method.
using BufferLint.Checks;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class Addresses
{
    /// <summary>What leaves, as it is written.</summary>
    public static SyntaxNode Escaping(Finding finding) => finding.StillNeeded!.Syntax switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        ArgumentSyntax argument => argument.Expression,
        var other => other,
    };

    /// <summary>How it leaves.</summary>
    public static string Escapes(Finding finding) => finding switch
    {
        { IsKept: true } => $"stored in {Shown.Quoted(finding.View.Name)}",
        { StillNeeded: Use { IsKeptByNative: true, Syntax.Parent.Parent: InvocationExpressionSyntax { Expression: var called } } } => $"kept by {Shown.Quoted(((called as MemberAccessExpressionSyntax)?.Name ?? called).ToString())}",
        _ => "returned",
    };

    /// <summary>What it points into.</summary>
    public static string Storage(Finding finding) => finding.End switch
    {
        AddressEnd.Return => "its stack frame",
        AddressEnd.Fixed => "what stays in place only inside 'fixed'",
        _ => "what nothing keeps in its place",
    };

    /// <summary>Where that comes from.</summary>
    public static string Taken(Finding finding) => (finding.Taken, finding.End) switch
    {
        (VariableDeclaratorSyntax pointer, AddressEnd.Fixed) => $"fixed at line {Shown.Line(pointer)}",
        (VariableDeclaratorSyntax variable, _) => $"{Shown.Quoted(variable.Identifier.ValueText)} declared at line {Shown.Line(variable)}",
        (ParameterSyntax parameter, _) => $"{Shown.Quoted(parameter.Identifier.ValueText)} came in at line {Shown.Line(parameter)}",
        (_, AddressEnd.Return) => $"allocated at line {Shown.Line(finding.Taken)}",
        _ => $"taken at line {Shown.Line(finding.Taken)}",
    };

    /// <summary>When it stops being good.</summary>
    public static string Ends(Finding finding) => finding.End switch
    {
        AddressEnd.Return => "gone when the method returns",
        AddressEnd.Fixed when finding.Taken.FirstAncestorOrSelf<FixedStatementSyntax>() is { } statement => $"unpinned at line {statement.GetLocation().GetMappedLineSpan().EndLinePosition.Line + 1}",
        _ => "pinned nowhere",
    };
}
