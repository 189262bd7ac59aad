// What a contributor says of a new rule, checked.
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Dev.NewRule;

/// <summary>A rule about to be made.</summary>
/// <param name="Name">The stem of its names: <c>ViewAfterAdvance</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Severity"><c>Warning</c> or <c>Info</c>.</param>
internal sealed partial record RuleDraft(string Name, string Id, string Title, string Severity)
{
    /// <summary>The draft, or what is wrong with it.</summary>
    public static RuleDraft Of(string name, string id, string title, string severity)
    {
        if (!RuleName().IsMatch(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            throw new BadInputException($"'{name}' is no rule name: write PascalCase letters, such as ViewAfterAdvance.");
        }

        if (name.EndsWith("Check", System.StringComparison.Ordinal))
        {
            throw new BadInputException($"'{name}': leave out «Check», it is added.");
        }

        if (!RuleId().IsMatch(id))
        {
            throw new BadInputException($"'{id}' is no rule id: write BUF and four digits, the first of them 1 to 9.");
        }

        if (string.IsNullOrWhiteSpace(title) || title.EndsWith('.') || title.Contains('"') || title.Contains('\\') || title.Contains('|') || title.Contains('\n'))
        {
            throw new BadInputException("the title must be one line without quotes, bars or backslashes, and does not end in a period.");
        }

        return new RuleDraft(name, id, title.Trim(), severity == "info" ? "Info" : "Warning");
    }

    /// <summary>A template with the draft filled in.</summary>
    public string Fill(string template) => template
        .Replace("{{id}}", Id)
        .Replace("{{name}}", Name)
        .Replace("{{title}}", Title)
        .Replace("{{severity}}", Severity);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex RuleName();

    [GeneratedRegex("^BUF[1-9][0-9]{3}$")]
    private static partial Regex RuleId();
}
