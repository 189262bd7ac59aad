// Cases of the fixes about running work: the members of a class.
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes.Tests.Fixes;

/// <summary>Tests one fix, or all of a rule, on members.</summary>
/// <typeparam name="TFix">The fix, or the provider of a rule.</typeparam>
internal static class WorkCase<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>The fix turns some members into others, one by one and through fix all.</summary>
    public static Task Applied(string before, string after) => FixCase<TFix>.AppliedToFile(File(before), File(after));

    /// <summary>The fix is offered for none of the findings in some members.</summary>
    public static Task NotOffered(string members) => FixCase<TFix>.NotOfferedInFile(File(members));

    private static string File(string members) =>
        $$"""
        using System;
        using System.Buffers;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        interface IWriter
        {
            Task WriteAsync(Stream stream);
        }

        {{members}}
        """;
}
