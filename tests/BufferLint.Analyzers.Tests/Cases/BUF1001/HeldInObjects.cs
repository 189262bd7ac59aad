// Views in members of objects, owners in elements of arrays and lists: named as soon as the object is made.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class HeldInObjects
{
    private const string Holders = """
        class Holder { public Memory<byte> Field; public Memory<byte> Property { get; set; } }

        ref struct Wrapper { public Span<int> Span; }

        record Kept(ReadOnlyMemory<byte> First) { public ReadOnlyMemory<byte> Second { get; init; } }


        """;

    [Theory]
    [InlineData("var holder = new Holder { Field = memory };", "holder.Field.Span[0]")]
    [InlineData("var holder = new Holder { Property = memory };", "holder.Property.Span[0]")]
    [InlineData("var holder = new Holder(); holder.Field = memory;", "holder.Field.Span[0]")]
    [InlineData("var kept = new Kept(memory);", "kept.First.Span[0]")]
    [InlineData("var kept = new Kept(default) { Second = memory };", "kept.Second.Span[0]")]
    [InlineData("var kept = new Kept(default); kept = kept with { Second = memory };", "kept.Second.Span[0]")]
    [InlineData("var kept = new Kept(memory) with { Second = default };", "kept.First.Span[0]")]
    [InlineData("var pair = (memory, 1);", "pair.memory.Span[0]")]
    [InlineData("var parts = new ReadOnlyMemory<byte>[] { memory };", "parts[0].Span[0]")]
    [InlineData("ReadOnlyMemory<byte>[] parts = [memory];", "parts[0].Span[0]")]
    public Task ViewIsRead(string kept, string read) => Verify.VerifyAnalyzerAsync(Types(Holders + $$"""
        class C
        {
            byte M(MemoryStream stream)
            {
                var memory = stream.GetBuffer().AsMemory();
                {{kept}}
                {|BUF1001:stream.WriteByte(1)|};
                return {{read}};
            }
        }
        """));

    [Theory]
    [InlineData("var holder = new Holder { Field = memory };", "holder.Property.Span[0]")]
    [InlineData("var kept = new Kept(memory) with { First = default };", "kept.First.Span[0]")]
    [InlineData("var kept = new Kept(memory) { Second = default };", "kept.Second.Span[0]")]
    [InlineData("var pair = (memory, 1);", "(byte)pair.Item2")]
    [InlineData("byte[] copy = [.. memory.Span];", "copy[0]")]
    public Task SomethingElseIsRead(string kept, string read) => Verify.VerifyAnalyzerAsync(Types(Holders + $$"""
        class C
        {
            byte M(MemoryStream stream)
            {
                var memory = stream.GetBuffer().AsMemory();
                {{kept}}
                stream.WriteByte(1);
                return {{read}};
            }
        }
        """));

    [Fact]
    public Task ViewInARefStruct() => Verify.VerifyAnalyzerAsync(Types(Holders + """
        class C
        {
            void Kept(List<int> list)
            {
                var wrapper = new Wrapper { Span = CollectionsMarshal.AsSpan(list) };
                {|BUF1001:list.Add(1)|};
                wrapper.Span[0] = 2;
            }

            void MadeAnew(List<int> list)
            {
                var wrapper = new Wrapper { Span = CollectionsMarshal.AsSpan(list) };
                list.Add(1);
                wrapper = new Wrapper { Span = CollectionsMarshal.AsSpan(list) };
                wrapper.Span[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("var lists = new[] { list };", "lists[0]")]
    [InlineData("List<int>[] lists = [other, list];", "lists[1]")]
    [InlineData("List<List<int>> lists = [list, other];", "lists[0]")]
    [InlineData("var lists = new List<List<int>> { other, list };", "lists[1]")]
    [InlineData("var lists = (other, list);", "lists.list")]
    public Task OwnerInAContainer(string made, string grown) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, List<int> other)
        {
            {{made}}
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:{{grown}}.Add(1)|};
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("var lists = new[] { list, other };", "lists[1]")]
    [InlineData("List<int>[] lists = [other, list];", "lists[0]")]
    [InlineData("List<List<int>> lists = [.. new[] { other }, list];", "lists[0]")]
    [InlineData("var lists = new List<List<int>> { other, list }; lists.Reverse();", "lists[1]")]
    public Task OtherOwnerInTheContainer(string made, string grown) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, List<int> other)
        {
            {{made}}
            var view = CollectionsMarshal.AsSpan(list);
            {{grown}}.Add(1);
            view[0] = 2;
        }
        """));
}
