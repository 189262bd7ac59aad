// Inserted and moved lines end as the lines around them do.
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class LineEndingTests
{
    private const string Usings = "using System.Collections.Generic;\nusing System.Runtime.InteropServices;\n";

    [Fact]
    public Task StatementAfter() => Verify(
        new ReacquireViewFix(),
        Usings + "class C\n{\n  void M(List<int> list)\n  {\n    var s = CollectionsMarshal.AsSpan(list);\n    list.Add(1); // one\n    s[0] = 1;\n  }\n}",
        Usings + "class C\n{\n  void M(List<int> list)\n  {\n    var s = CollectionsMarshal.AsSpan(list);\n    list.Add(1); // one\n    s = CollectionsMarshal.AsSpan(list);\n    s[0] = 1;\n  }\n}");

    [Fact]
    public Task StatementBefore() => Verify(
        new ReserveCapacityFix(),
        Usings + "class C\n{\n  void M(List<int> list)\n  {\n    // view\n    var s = CollectionsMarshal.AsSpan(list);\n    list.Add(1);\n    s[0] = 1;\n  }\n}",
        Usings + "class C\n{\n  void M(List<int> list)\n  {\n    list.EnsureCapacity(list.Count + 1);\n    // view\n    var s = CollectionsMarshal.AsSpan(list);\n    list.Add(1);\n    s[0] = 1;\n  }\n}");

    [Fact]
    public Task StatementInNewBraces() => Verify(
        new ReacquireViewFix(),
        Usings + "class C\n{\n\tvoid M(List<int> list, bool on)\n\t{\n\t\tvar s = CollectionsMarshal.AsSpan(list);\n\t\tif (on)\n\t\t\tlist.Add(1);\n\t\ts[0] = 1;\n\t}\n}\n",
        Usings + "class C\n{\n\tvoid M(List<int> list, bool on)\n\t{\n\t\tvar s = CollectionsMarshal.AsSpan(list);\n\t\tif (on)\n\t\t{\n\t\t\tlist.Add(1);\n\t\t\ts = CollectionsMarshal.AsSpan(list);\n\t\t}\n\t\ts[0] = 1;\n\t}\n}\n");

    [Fact]
    public Task MovedStatement() => Verify(
        new ReleaseViewFix(),
        "class C\n{\n    void M(ByteArray data)\n    {\n        var view = data.View();\n        data.Append(1);\n\n        view.Release();\n    }\n}\n",
        "class C\n{\n    void M(ByteArray data)\n    {\n        var view = data.View();\n        view.Release();\n        data.Append(1);\n    }\n}\n");

    [Fact]
    public Task StatementUnderATest() => Verify(
        new GuardReleaseFix(),
        "using System.Buffers;\nclass C\n{\n    void M(ArrayPool<byte> pool)\n    {\n        byte[] a = pool.Rent(4);\n        pool.Return(a);\n        pool.Return(\n            a); // again\n    }\n}\n",
        "using System.Buffers;\nclass C\n{\n    void M(ArrayPool<byte> pool)\n    {\n        byte[]? a = pool.Rent(4);\n        pool.Return(a);\n        a = null;\n        if (a != null)\n        {\n            pool.Return(\n                a); // again\n        }\n    }\n}\n");

    [Fact]
    public Task StatementsInATry() => Verify(
        new FinallyReleaseFix(),
        "using System.Runtime.InteropServices;\nclass C\n{\n    void M(object o, bool on)\n    {\n        var h = GCHandle.Alloc(o);\n        if (on)\n\n            return;\n\n        // Now.\n        h.Free();\n    }\n}\n",
        "using System.Runtime.InteropServices;\nclass C\n{\n    void M(object o, bool on)\n    {\n        var h = GCHandle.Alloc(o);\n        try\n        {\n            if (on)\n\n                return;\n        }\n        finally\n        {\n            // Now.\n            h.Free();\n        }\n    }\n}\n");

    [Fact]
    public Task StatementInAReturn() => Verify(
        new ReleaseLaterFix(),
        "using System.Buffers;\nclass C\n{\n    byte M(ArrayPool<byte> pool, byte[] a)\n    {\n        // Done.\n        pool.Return(a);\n        return a[0]; // the first\n    }\n}\n",
        "using System.Buffers;\nclass C\n{\n    byte M(ArrayPool<byte> pool, byte[] a)\n    {\n        var result = a[0]; // the first\n        // Done.\n        pool.Return(a);\n        return result;\n    }\n}\n");

    private static async Task Verify(CodeFixProvider fix, string before, string after)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            Assert.Equal(after.Replace("\n", lineBreak), await RawFix.ApplyAsync(fix, before.Replace("\n", lineBreak)));
        }
    }
}
