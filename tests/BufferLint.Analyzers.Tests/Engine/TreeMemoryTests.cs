// What is read of the trees of a compilation is kept for the next one of the same trees, and for no other.
using System.Collections.Immutable;
using System.Threading;
using BufferLint.Screen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Tests.Engine;

public class TreeMemoryTests
{
    private static readonly SyntaxTree First = CSharpSyntaxTree.ParseText("class A { void Grow(System.Collections.Generic.List<int> list) => list.Add(1); }");
    private static readonly SyntaxTree Second = CSharpSyntaxTree.ParseText("class B { }");

    private readonly TreeMemory _memory = new();

    [Fact]
    public void SameTreesAreReadOnce()
    {
        var compilation = CSharpCompilation.Create("A", [First, Second]);
        var known = _memory.Of(compilation);
        Assert.Same(known, _memory.Of(compilation.WithAssemblyName("B")));
        Assert.Same(known, _memory.Of(CSharpCompilation.Create("C", [First, Second])));
    }

    [Fact]
    public void OtherTreesAreReadAnew()
    {
        var known = _memory.Of(CSharpCompilation.Create("A", [First, Second]));
        Assert.NotSame(known, _memory.Of(CSharpCompilation.Create("A", [First])));
        Assert.NotSame(known, _memory.Of(CSharpCompilation.Create("A", [First, Second])));
        Assert.NotSame(known, _memory.Of(CSharpCompilation.Create("A", [Second, First])));
        Assert.NotSame(_memory.Of(CSharpCompilation.Create("A")), _memory.Of(CSharpCompilation.Create("A")));
    }

    [Fact]
    public void CallsAreReadAnewForOtherGates()
    {
        var known = _memory.Of(CSharpCompilation.Create("A", [First]));
        var annotated = NameGate.OfTables[0] with { Taking = ["Grow"], Breaking = [], Lending = [], TakesSilently = false, BreaksSilently = false, Releases = false };
        var calls = Calls(NameGate.OfTables);

        Assert.Same(calls, Calls([.. NameGate.OfTables]));
        var withMore = Calls(NameGate.OfTables.Add(annotated));
        Assert.NotSame(calls, withMore);
        Assert.Same(withMore, Calls(NameGate.OfTables.Add(annotated with { Taking = ImmutableHashSet.Create("Grow") })));
        Assert.NotSame(withMore, Calls(NameGate.OfTables.Add(annotated with { Taking = ["Shrink"] })));

        CallNames Calls(ImmutableArray<NameGate> gates) => new BodyScreen(gates, static () => new[] { TreeWords.Of(First, CancellationToken.None) }, waits: null, known).Calls.Value;
    }
}
