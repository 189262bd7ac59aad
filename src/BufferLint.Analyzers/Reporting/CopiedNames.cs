// The words about a struct that is copied into one thing twice.
using BufferLint.Checks;
using BufferLint.Facts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Reporting;

internal static class CopiedNames
{
    /// <summary>The member that releases, and of what.</summary>
    public static string Ender(Finding finding) => $"{Ending(finding)} of the second copy";

    /// <summary>What the code calls the struct.</summary>
    public static string Struct(Finding finding) => Of(finding).Sources[0] is { Name: { Length: > 0 } name } ? name : Of(finding).Syntax.ToString();

    /// <summary>Where the struct comes from.</summary>
    public static string Made(Finding finding) => finding.Acquired switch
    {
        ParameterSyntax parameter => $"came in as {Shown.Quoted(parameter.Identifier.ValueText)} at line {Shown.Line(parameter)}",
        { } made => $"made at line {Shown.Line(made)}",
        null => $"held in {Shown.Quoted(Struct(finding))}",
    };

    /// <summary>«copied into 'list' at line n, where 'Dispose' returns its buffer».</summary>
    public static string Copied(Finding finding) =>
        $"copied into {Into(finding)} at line {Shown.Line(finding.Copied!.Copy.First.Syntax)}, where {Ending(finding)} {Wording.Of(finding.Copied.Release.Effect).Verb} its buffer";

    /// <summary>The same of the second copy, or of the next one that the same place makes.</summary>
    public static string CopiedAgain(Finding finding) => finding.Copied!.Copy.First == finding.Copied.Copy.Second
        ? $"copied once more at line {Shown.Line(Of(finding).Syntax)} in the next turn of the loop"
        : $"copied once more at line {Shown.Line(Of(finding).Syntax)}";

    private static OriginFlow Of(Finding finding) => finding.Copied!.Copy.Second;

    /// <summary>What the copies are in; a collection that has no name yet is called what makes it.</summary>
    private static string Into(Finding finding) => finding.Copied!.Copy is { Into: { IsCapture: true }, Second.Syntax: var put }
        ? Shown.Quoted(put.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(static made => made.Initializer is not null) ?? put)
        : Shown.Quoted(finding.Copied.Copy.Into.Name);

    private static string Ending(Finding finding) => Shown.Quoted(CallChain.NameOf(finding.Copied!.Release.Ending));
}
