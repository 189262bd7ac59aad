// What the parts of a finding about read-only storage are called in its message.
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class ReadOnlyNames
{
    /// <summary>The storage, by the name it goes by in the code.</summary>
    public static string Storage(Finding finding) => Shown.Quoted(finding.Owner switch
    {
        Placeholder named => named.Origin.Name,
        Part { Step.Symbol: { } member } => member.Name,
        Created { Site.Syntax: var made } => made.ToString(),
        _ => finding.View.Name,
    });

    /// <summary>Where it came from.</summary>
    public static string Taken(Finding finding) => finding switch
    {
        { ReadOnly.Published: { } published } => $"given away at line {Shown.Line(published.Syntax)}",
        { ReadOnly.Cast: Use { IsMadeReadOnly: true } given } => $"handed over to be read at line {Shown.Line(given.Syntax)}",
        { Taken: ParameterSyntax parameter } => $"came in as {Shown.Quoted(parameter.Identifier.ValueText)} at line {Shown.Line(parameter)}",
        { Owner: Created, Taken: var made } => $"taken at line {Shown.Line(made)}",
        _ => $"held in {Storage(finding)}",
    };

    /// <summary>How it came to be written.</summary>
    public static string Cast(Finding finding) => finding.ReadOnly switch
    {
        { Cast: null } => $"made to refuse writes by {Shown.Quoted(finding.Taken)}",
        { Cast: Use given } => $"kept by {Shown.Quoted(given.Syntax)}",
        _ => $"cast to writable by {Shown.Quoted(CastShown(finding.Broken.Syntax))} at line {Shown.Line(finding.Broken.Syntax)}",
    };

    private static SyntaxNode CastShown(SyntaxNode cast) => cast.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FixedStatementSyntax } declarator } ? declarator : cast;
}
