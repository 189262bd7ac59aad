// The one factory of descriptors: same category, a help link to the rule's page, a description that is never empty.
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace BufferLint;

/// <summary>Makes descriptors.</summary>
internal static class Rule
{
    /// <summary>The category of all rules.</summary>
    public const string Category = "BufferLifetime";

    private static readonly string HelpBaseUrl = typeof(Rule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "BufferLintHelpBaseUrl").Value!;

    /// <summary>Where a rule is explained.</summary>
    public static string HelpLink(string id) => HelpBaseUrl + id + ".md";
}
