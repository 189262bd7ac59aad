// Code as it stands while it is typed: never a crash, and no finding that the finished half does not earn.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;

namespace BufferLint.Tests.Cases.BUF1001;

public class HalfTyped
{
    [Theory]
    [InlineData("var view = CollectionsMarshal.AsSpan(list); list.Add(")]
    [InlineData("var view = CollectionsMarshal.AsSpan(list); list.")]
    [InlineData("var view = CollectionsMarshal.AsSpan(; list.Add(1); view[0] = 1;")]
    [InlineData("var view = CollectionsMarshal.AsSpan(list, 1, 2); list.Add(); view[] = 1;")]
    [InlineData("var view = CollectionsMarshal.AsSpan(nothing); nothing.Add(1); view[0] = 1;")]
    [InlineData("foreach (var item in CollectionsMarshal.AsSpan(list)) { list.Add(item")]
    [InlineData("foreach (ref var item in CollectionsMarshal.AsSpan(list)")]
    [InlineData("ref var slot = CollectionsMarshal.AsSpan(list)[0]; list.Ad(1); slot = ")]
    [InlineData("ref var slot = ref list[0]; list.Capacity = ; slot = 1;")]
    [InlineData("var (a, b) = CollectionsMarshal.AsSpan(list); (a, = (list.Add(1), b);")]
    [InlineData("var f = () => { var view = CollectionsMarshal.AsSpan(list); list.Add(1; view[0]")]
    [InlineData("try { var view = CollectionsMarshal.AsSpan(list); list.Clear(); } catch (")]
    [InlineData("goto nowhere; var view = CollectionsMarshal.AsSpan(list); list.Clear();")]
    [InlineData("switch (CollectionsMarshal.AsSpan(list)) { case [.. var rest]: list.Clear(); goto case")]
    [InlineData("if (CollectionsMarshal.AsSpan(list) is [_, .. var rest) list.Add(rest[0]);")]
    [InlineData("using var view = CollectionsMarshal.AsSpan(list); list.Add(1)")]
    [InlineData("Array.Resize(ref , 3); var view = new Span<int>(; view[0] = 1;")]
    [InlineData("int[] a = null; Span<int> s = a; Array.Resize(a, 3); Array.Resize(ref a); ")]
    [InlineData("var view = this.CollectionsMarshal.AsSpan(list) with { }; list.Add(1) is view;")]
    [InlineData("fixed (int* p = CollectionsMarshal.AsSpan(list)) { list.Add(*p")]
    [InlineData("await foreach (var x in CollectionsMarshal.AsSpan(list)) yield return list.Clear();")]
    [InlineData("var d = new Dictionary<>(); ref var v = ref CollectionsMarshal.GetValueRefOrAddDefault(d, ); d[] = 1;")]
    public Task NeverACrash(string code) => RunAsync($"void M(List<int> list) {{ {code}");

    [Theory]
    [InlineData("List<int> list => CollectionsMarshal.AsSpan(list).Add(")]
    [InlineData("int P { get { var view = CollectionsMarshal.AsSpan(; list.Add(1) } set")]
    [InlineData("Func<int> f = () => { var view = CollectionsMarshal.AsSpan(list); list.Add(")]
    [InlineData("[ViewOf( void M() { list.Add(CollectionsMarshal.AsSpan(")]
    [InlineData("C(List<int> list) : this(CollectionsMarshal.AsSpan(list), list.Add(")]
    public Task NeverACrashInMembers(string member) => RunAsync(member);

    [Fact]
    public Task FinishedHalfIsReported() => VerifyAsync("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
            list.
        }
        """);

    [Fact]
    public Task FinishedHalfIsFine() => VerifyAsync("""
        void M(List<int> list)
        {
            list.Add(1);
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
            list.
        }
        """);

    private static Task VerifyAsync(string members) => Test(members).RunAsync();

    /// <summary>Only a crash fails this: it would be a diagnostic of its own.</summary>
    private static Task RunAsync(string members)
    {
        var test = Test(members);
        test.DisabledDiagnostics.Add("BUF1001");
        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<BufferLintAnalyzer> Test(string members) => new()
    {
        TestCode = Members(members),
        CompilerDiagnostics = CompilerDiagnostics.None,
    };
}
