// Which Roslyn the tests run on, and what of C# it knows.
using System;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Testing;

/// <summary>The Roslyn that is loaded in this test run.</summary>
public static class LoadedRoslyn
{
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    /// <summary>The version of the compiler assembly.</summary>
    public static Version Version { get; } = typeof(CSharpCompilation).Assembly.GetName().Version!;

    /// <summary>Whether C# 14 is a language version of its own; if not, its early parts are in the preview.</summary>
    public static bool KnowsCSharp14 { get; } = Enum.IsDefined(CSharp14);

    /// <summary>C# 14 where it is known, otherwise the preview.</summary>
    public static LanguageVersion DefaultLanguageVersion { get; } = KnowsCSharp14 ? CSharp14 : LanguageVersion.Preview;
}
