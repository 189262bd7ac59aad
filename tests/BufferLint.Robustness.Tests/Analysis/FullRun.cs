// Which part of the work is done: CI's bounded share, or all of it.
using System;

namespace BufferLint.Robustness.Analysis;

internal static class FullRun
{
    /// <summary>The environment variable that asks for everything.</summary>
    public const string Variable = "BUFFERLINT_FULL";

    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } and not "0";
}
