// How a command ended and what it printed.
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BufferLint.Package.Tests.Hosting;

/// <summary>A line the compiler printed about a file.</summary>
internal readonly record struct Printed(string File, int Line, string Severity, string Id)
{
    public override string ToString() => $"{File}({Line}): {Severity} {Id}";
}

internal sealed partial record CommandResult(int ExitCode, string Output)
{
    /// <summary>All warnings and errors at a place in a file, each once, by file and line.</summary>
    public IReadOnlyList<Printed> Messages { get; } = Message().Matches(Output)
        .Select(match => new Printed(
            Path.GetFileName(match.Groups["file"].Value),
            int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            match.Groups["severity"].Value,
            match.Groups["id"].Value))
        .Distinct()
        .OrderBy(message => message.File, System.StringComparer.Ordinal)
        .ThenBy(message => message.Line)
        .ToArray();

    /// <summary>The command did what it should, and no analyzer crashed.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return WithoutCrash();
    }

    /// <summary>The command refused, and no analyzer crashed.</summary>
    public CommandResult Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return WithoutCrash();
    }

    /// <summary>Exactly these messages were printed, such as <c>A.cs(7): warning BUF1001</c>.</summary>
    public void Printed(params string[] expected) => Assert.Equal(expected, Messages.Select(message => message.ToString()));

    private CommandResult WithoutCrash()
    {
        Assert.DoesNotContain("AD0001", Output);
        Assert.DoesNotContain("CS8032", Output);
        Assert.DoesNotContain("Unhandled exception", Output);
        return this;
    }

    [GeneratedRegex(@"^\s*(?<file>[^\s(][^(\n]*)\((?<line>\d+),\d+\): (?<severity>warning|error) (?<id>[A-Z]+\d+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Message();
}
