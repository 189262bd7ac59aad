// Members of C# 14 extension blocks: what they extend is to them what this object is to others.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ExtensionBlocks
{
    private const string Extensions = """
        static class Extensions
        {
            extension(List<int> list)
            {
                public Span<int> View => CollectionsMarshal.AsSpan(list);
                public Span<int> From(int start) => list.View.Slice(start);
                public void Push(int item) => list.Add(item);
                public void PushTwice(int item) { list.Push(item); list.Push(item); }
                public void Set(int item) => list[0] = item;
                public int Room { get => list.Capacity - list.Count; set => list.Capacity = list.Count + value; }
                public static List<int> Filled(List<int> other) { other.Add(1); return other; }
            }

            extension<T>(List<T> list)
            {
                public void PushAny(T item) => list.Add(item);
                public void PushTo(List<T> other, T item) => other.Add(item);
            }
        }
        """;

    [Theory]
    [InlineData("{|BUF1001:list.Push(1)|}")]
    [InlineData("{|BUF1001:list.PushTwice(1)|}")]
    [InlineData("{|BUF1001:list.PushAny(1)|}")]
    [InlineData("{|BUF1001:other.PushTo(list, 1)|}")]
    [InlineData("{|BUF1001:list.Room = 9|}")]
    [InlineData("_ = {|BUF1001:List<int>.Filled(list)|}")]
    [InlineData("list.Set(1)")]
    [InlineData("_ = list.Room")]
    [InlineData("other.Push(1)")]
    [InlineData("other.PushAny(1)")]
    [InlineData("list.PushTo(other, 1)")]
    public Task MemberThatMayGrow(string change) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Extensions}}

        class C
        {
            void M(List<int> list, List<int> other)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {{change}};
                view[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("list.View")]
    [InlineData("list.From(1)")]
    public Task ViewFromAMember(string view) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Extensions}}

        class C
        {
            void M(List<int> list, List<int> other)
            {
                var view = {{view}};
                other.Add(1);
                view[0] = 2;
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }
        }
        """));
}
