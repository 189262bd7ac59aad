// How source files look: short, opened by a sentence, without the names that say nothing.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BufferLint.Tests.Conventions;

public partial class SourceConventions
{
    private const int MaxLines = 400;

    private static IEnumerable<SourceText> Product => Tree.Sources("src");

    private static IEnumerable<SourceText> All => Product.Concat(Tree.Sources("tests"));

    [Fact]
    public void NoFileIsTooLong() => Assert.Empty(All.Where(file => file.Lines.Length > MaxLines).Select(file => $"{file.Path}: {file.Lines.Length} lines"));

    /// <summary>A file of one public type may leave the sentence to the type's own documentation.</summary>
    [Fact]
    public void EveryFileOpensWithASentence() =>
        Assert.Empty(Product.Where(file => !file.Text.StartsWith("// ", StringComparison.Ordinal) && !DocumentedType().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void NoTypeHasANameThatSaysNothing() =>
        Assert.Empty(from file in All from Match type in VagueType().Matches(file.Text) select $"{file.Path}: {type.Value}");

    [Fact]
    public void NothingIsLeftToDo() =>
        Assert.Empty(All.Where(file => LeftToDo().IsMatch(file.Text)).Select(file => file.Path));

    [GeneratedRegex(@"^namespace [\w.]+;\n\n/// <summary>", RegexOptions.Multiline)]
    private static partial Regex DocumentedType();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum) \w*(Helper|Utils|Utility|Utilities|Manager|Common)\b")]
    private static partial Regex VagueType();

    [GeneratedRegex(@"//.*\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b")]
    private static partial Regex LeftToDo();
}
