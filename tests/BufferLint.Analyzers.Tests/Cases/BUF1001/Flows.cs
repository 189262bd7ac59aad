// One reporting and one silent twin for each way in which values, views and control flow through a method.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Flows
{
    /// <summary>The body around what a case is about: a view is taken, things happen, the view is used.</summary>
    private static string Around(string body) => Members($$"""
        static void Both(Span<int> view, int number) { }

        static void Reversed(int number, Span<int> view) { }

        static void Renew(ref List<int> list) => list = new();

        static void Give(out List<int> list) => list = new();

        static void Log(string text) { }

        [DoesNotReturn]
        static void Fail() => throw new InvalidOperationException();

        void M(List<int> list, List<int> other, object item, bool flag, int number)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{body}}
        }
        """);

    [Theory]
    [InlineData("tuple", "var pair = (list, other); {|BUF1001:pair.list.Add(1)|}; view[0] = 2;")]
    [InlineData("deconstruction", "var (first, second) = (list, other); {|BUF1001:first.Add(1)|}; view[0] = second.Count;")]
    [InlineData("swap", "(list, other) = (other, list); {|BUF1001:other.Add(1)|}; view[0] = 2;")]
    [InlineData("pattern variable", "if (list is { Count: > 3 } same) { {|BUF1001:same.Add(1)|}; } view[0] = 2;")]
    [InlineData("list pattern", "if (list is [1, ..] same) {|BUF1001:same.Add(1)|}; view[0] = 2;")]
    [InlineData("when", "switch (item) { case int size when size > 3: {|BUF1001:list.Add(size)|}; break; default: return; } view[0] = 2;")]
    [InlineData("switch expression", "var same = flag switch { true => list, _ => other }; {|BUF1001:same.Add(1)|}; view[0] = 2;")]
    [InlineData("conditional receiver", "{|BUF1001:(flag ? list : other).Add(1)|}; view[0] = 2;")]
    [InlineData("conditional view", "var either = flag ? view : CollectionsMarshal.AsSpan(other); {|BUF1001:other.Add(1)|}; either[0] = 2;")]
    [InlineData("coalescing", "var same = list ?? other; {|BUF1001:same.Add(1)|}; view[0] = 2;")]
    [InlineData("coalescing assignment", "other ??= list; {|BUF1001:other.Add(1)|}; view[0] = 2;")]
    [InlineData("conditional access", "list?{|BUF1001:.Add(1)|}; view[0] = 2;")]
    [InlineData("out argument", "Give(out other); other = list; {|BUF1001:other.Add(1)|}; view[0] = 2;")]
    [InlineData("argument order", "Both(view, {|BUF1001:list.EnsureCapacity(100)|});")]
    [InlineData("named arguments", "Reversed(view: CollectionsMarshal.AsSpan(other), number: {|BUF1001:other.EnsureCapacity(100)|});")]
    [InlineData("compound assignment", "view[0] += {|BUF1001:list.EnsureCapacity(100)|};")]
    [InlineData("ref local", "ref var slot = ref view[0]; {|BUF1001:list.Add(1)|}; slot = 2;")]
    [InlineData("conditional ref", "ref var slot = ref flag ? ref view[0] : ref number; {|BUF1001:list.Add(1)|}; slot = 2;")]
    [InlineData("range", "var tail = view[1..]; {|BUF1001:list.Add(1)|}; tail[^1] = 2;")]
    [InlineData("span conversion", "ReadOnlySpan<int> read = view; {|BUF1001:list.Add(1)|}; _ = read[0];")]
    [InlineData("spread", "{|BUF1001:list.Add(1)|}; int[] all = [0, .. view];")]
    [InlineData("interpolation", "Log($\"{ {|BUF1001:list.EnsureCapacity(9)|} } {view[0]}\");")]
    [InlineData("goto", "again: if (number-- > 0) { {|BUF1001:list.Add(1)|}; goto again; } view[0] = 2;")]
    [InlineData("lock", "lock (list) { {|BUF1001:list.Add(1)|}; } view[0] = 2;")]
    [InlineData("catch", "try { {|BUF1001:list.Add(1)|}; Log(\"added\"); } catch { view[0] = 2; }")]
    [InlineData("filter", "try { {|BUF1001:list.Add(1)|}; Log(\"added\"); } catch (Exception) when (view[0] == 3) { }")]
    [InlineData("finally", "try { Log(\"adding\"); } finally { {|BUF1001:list.Add(1)|}; } view[0] = 2;")]
    [InlineData("returning call", "if (flag) { {|BUF1001:list.Add(1)|}; Log(\"added\"); } view[0] = 2;")]
    public Task Reported(string flow, string body)
    {
        Assert.NotEmpty(flow);
        return Verify.VerifyAnalyzerAsync(Around(body));
    }

    [Theory]
    [InlineData("tuple", "var pair = (list, other); pair.other.Add(1); view[0] = 2;")]
    [InlineData("deconstruction", "var (first, second) = (list, other); second.Add(1); view[0] = first.Count;")]
    [InlineData("swap", "(list, other) = (other, list); list.Add(1); view[0] = 2;")]
    [InlineData("pattern variable", "if (item is List<int> some) { some.Add(1); } view[0] = 2;")]
    [InlineData("list pattern", "if (list is [var head, ..]) { other.Add(head); } view[0] = 2;")]
    [InlineData("when", "switch (item) { case int size when size > 3: list.Add(size); return; default: break; } view[0] = 2;")]
    [InlineData("switch expression", "view = (flag switch { true => list, _ => other }).Count > 3 ? view : default; other.Add(1); _ = view.Length;")]
    [InlineData("conditional receiver", "(flag ? new List<int>() : other).Add(1); view[0] = 2;")]
    [InlineData("conditional view", "var either = flag ? view : CollectionsMarshal.AsSpan(other); either[0] = 2; other.Add(1);")]
    [InlineData("coalescing", "var some = other ?? new(); some.Add(1); view[0] = 2;")]
    [InlineData("coalescing assignment", "other ??= new(); other.Add(1); view[0] = 2;")]
    [InlineData("conditional access", "other?.Add(1); view[0] = 2;")]
    [InlineData("out argument", "Give(out list); list.Add(1); view[0] = 2;")]
    [InlineData("ref argument", "Renew(ref list); list.Add(1); view[0] = 2;")]
    [InlineData("argument order", "Reversed(list.EnsureCapacity(100), CollectionsMarshal.AsSpan(list));")]
    [InlineData("compound assignment", "number += view[0]; list.Add(number);")]
    [InlineData("ref local", "ref var slot = ref view[0]; list.Add(1); slot = ref CollectionsMarshal.AsSpan(list)[0]; slot = 2;")]
    [InlineData("range of an array", "var tail = view.ToArray()[1..]; list.Add(1); tail[0] = 2;")]
    [InlineData("span conversion", "ReadOnlySpan<int> read = view.ToArray(); list.Add(1); _ = read[0];")]
    [InlineData("spread", "int[] all = [0, .. view]; list.Add(1); all[0] = 2;")]
    [InlineData("interpolation", "Log($\"{view[0]} {list.EnsureCapacity(9)}\");")]
    [InlineData("goto", "if (flag) { list.Add(1); goto end; } view[0] = 2; end: ;")]
    [InlineData("lock", "lock (list) { view[0] = 2; } list.Add(1);")]
    [InlineData("catch", "try { Log(\"adding\"); list.Add(1); return; } catch { view[0] = 2; }")]
    [InlineData("finally", "try { view[0] = 2; } finally { list.Add(1); }")]
    [InlineData("call that never returns", "if (flag) { list.Add(1); Fail(); } view[0] = 2;")]
    [InlineData("throw expression", "if (flag) { list.Add(1); _ = item ?? throw new InvalidOperationException(); return; } view[0] = 2;")]
    [InlineData("stackalloc", "Span<int> scratch = stackalloc int[4]; list.Add(1); scratch[0] = 2;")]
    public Task Silent(string flow, string body)
    {
        Assert.NotEmpty(flow);
        return Verify.VerifyAnalyzerAsync(Around(body));
    }
}
