// The markup of test sources.
using System;
using System.Linq;
using BufferLint.Testing;
using Xunit;

namespace BufferLint.Analyzers.Tests.Kit;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("a", "a", "")]
    [InlineData("[|a|]", "a", "-:a")]
    [InlineData("a[||]b", "ab", "-:")]
    [InlineData("x {|BUF1001:y|} z", "x y z", "BUF1001:y")]
    [InlineData("{|CS1002:|}", "", "CS1002:")]
    [InlineData("{|#0:a {|BUF1001:b|} c|}", "a b c", "#0:a b c,BUF1001:b")]
    [InlineData("{|#0:{|BUF1001:[|a|]|}|}", "a", "#0:a,BUF1001:a,-:a")]
    [InlineData("[|a|][|b|]", "ab", "-:a,-:b")]
    [InlineData("{|#0:a\nb|}", "a\nb", "#0:a\nb")]
    [InlineData("{|#0:a {|#1:b|#0} c|#1}", "a b c", "#0:a b,#1:b c")]
    public void MarkupIsTakenOut(string markup, string text, string spans)
    {
        var parsed = MarkupText.Parse(markup);

        Assert.Equal(text, parsed.Text);
        Assert.Equal(spans, string.Join(",", parsed.Spans.Select(span => (span.Label ?? "-") + ":" + parsed.Text.Substring(span.Span.Start, span.Span.Length))));
    }

    [Theory]
    [InlineData("int[] a = [1, 2]; bool b = x || y[0] | z[1];")]
    [InlineData("object o = new { | };")]
    [InlineData("_ = s is { Length: 1 } or [];")]
    [InlineData("$\"{a:x}|{b}\"")]
    public void OrdinaryCodeIsLeftAlone(string code)
    {
        var parsed = MarkupText.Parse(code);

        Assert.Equal(code, parsed.Text);
        Assert.Empty(parsed.Spans);
    }

    [Theory]
    [InlineData("a\n [|b", "line 2, column 2 is never closed")]
    [InlineData("b|]", "line 1, column 2 does not close")]
    [InlineData("[|b|}", "does not close")]
    [InlineData("{|#0:b|]", "does not close")]
    [InlineData("{|#0:b|#1}", "not open")]
    public void UnbalancedMarkupIsRefused(string markup, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => MarkupText.Parse(markup)).Message, StringComparison.Ordinal);

    [Fact]
    public void LineEndingsBecomeAlike() => Assert.Equal("a\nb\nc", MarkupText.Parse("a\r\nb\rc").Text);

    [Fact]
    public void KeyIsTheNumberOfANamedPlace()
    {
        var spans = MarkupText.Parse("{|#12:a|}{|BUF1001:b|}[|c|]").Spans;

        Assert.Equal([12, null, null], spans.Select(static span => span.Key));
    }
}
