// The text comes out as the file is written: tabs, line breaks, braces, top-level statements.
using System.Threading.Tasks;
using Xunit;
using Reacquire = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReacquireViewFix>;
using Release = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReleaseViewFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class LayoutTests
{
    private const string Usings = "using System.Collections.Generic;\nusing System.Runtime.InteropServices;\n";

    [Fact]
    public Task TabsAndLineFeeds() => Reacquire.AppliedToFile(
        Usings + "class C\n{\n\tvoid M(List<int> list, bool on)\n\t{\n\t\tvar s = CollectionsMarshal.AsSpan(list);\n\t\tif (on) [|list.Add(1)|];\n\t\ts[0] = 1;\n\t}\n}\n",
        Usings + "class C\n{\n\tvoid M(List<int> list, bool on)\n\t{\n\t\tvar s = CollectionsMarshal.AsSpan(list);\n\t\tif (on)\n\t\t{\n\t\t\tlist.Add(1);\n\t\t\ts = CollectionsMarshal.AsSpan(list);\n\t\t}\n\t\ts[0] = 1;\n\t}\n}\n");

    [Fact]
    public Task BracesAtTheEndOfTheLine() => Reacquire.AppliedToFile(
        Usings +
        """
        class C {
          void M(List<int> list, bool on) {
            var s = CollectionsMarshal.AsSpan(list);
            if (on) // perhaps
              [|list.Add(1)|];
            s[0] = 1;
          }
        }
        """,
        Usings +
        """
        class C {
          void M(List<int> list, bool on) {
            var s = CollectionsMarshal.AsSpan(list);
            if (on) { // perhaps
              list.Add(1);
              s = CollectionsMarshal.AsSpan(list);
            }
            s[0] = 1;
          }
        }
        """);

    [Fact]
    public Task CommentBehindTheCondition() => Reacquire.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on) // perhaps
            [|list.Add(1)|];
        s[0] = 1;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on) // perhaps
        {
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
        }
        s[0] = 1;
        """);

    [Fact]
    public Task ElseBelow() => Reacquire.Applied(
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
            Read(n);
        else if (n > 1)
            [|list.Add(1)|];
        else
            Read(2);
        s[0] = 1;
        """,
        """
        var s = CollectionsMarshal.AsSpan(list);
        if (on)
            Read(n);
        else if (n > 1)
        {
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
        }
        else
            Read(2);
        s[0] = 1;
        """);

    [Fact]
    public Task StatementOverSeveralLines() => Reacquire.Applied(
        """
        var s = CollectionsMarshal
            .AsSpan(list);
        [|list.Add(
            1)|];
        s[0] = 1;
        """,
        """
        var s = CollectionsMarshal
            .AsSpan(list);
        list.Add(
            1);
        s = CollectionsMarshal
            .AsSpan(list);
        s[0] = 1;
        """);

    [Fact]
    public Task SeveralStatementsOnALine() => Release.Applied(
        """
        var view = data.View(); [|data.Append(1)|]; Read(n); view.Release();
        """,
        """
        var view = data.View(); view.Release(); data.Append(1); Read(n);
        """);

    [Fact]
    public Task TopLevelStatements()
    {
        var test = Reacquire.TestOf(
            Usings +
            """
            var list = new List<int>();
            var s = CollectionsMarshal.AsSpan(list);
            [|list.Add(1)|];
            s[0] = 1;

            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        test.FixedState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        test.FixedState.Sources.Add(
            Usings +
            """
            var list = new List<int>();
            var s = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            s = CollectionsMarshal.AsSpan(list);
            s[0] = 1;

            """);
        test.FixedState.Sources.Add(Buffers.Source);
        return test.RunAsync();
    }
}
