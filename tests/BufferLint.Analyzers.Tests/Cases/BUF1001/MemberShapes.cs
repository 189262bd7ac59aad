// Owners behind members of every shape: partial, inherited, behind other properties, of records and their copies.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class MemberShapes
{
    [Theory]
    [InlineData("partial class Owner { public partial void Grow(); public partial Span<int> View { get; } } partial class Owner { List<int> _items = new(); public partial void Grow() => _items.Add(1); public partial Span<int> View => CollectionsMarshal.AsSpan(_items); }")]
    [InlineData("partial class Owner { public void Grow() => Items.Add(1); public partial List<int> Items { get; } public Span<int> View => CollectionsMarshal.AsSpan(_items); } partial class Owner { List<int> _items = new(); public partial List<int> Items => _items; }")]
    [InlineData("class Base { protected int[] _items = new int[4]; protected void More() => Array.Resize(ref _items, _items.Length * 2); protected void Set(int index) => _items[index] = 1; } class Owner : Base { public Span<int> View => _items; public void Grow() => More(); }")]
    [InlineData("class Base { protected readonly List<int> Items = new(); } class Owner : Base { public Span<int> View => CollectionsMarshal.AsSpan(Items); public void Grow() => Items.Add(1); }")]
    [InlineData("class Owner(List<int> items) { public Span<int> View => CollectionsMarshal.AsSpan(items); public void Grow() => items.Add(1); }")]
    [InlineData("class Owner { List<int> Inner { get; } = new(); public List<int> Items => Inner; public Span<int> View => CollectionsMarshal.AsSpan(Items); public void Grow() => Inner.Add(1); }")]
    [InlineData("class Owner { readonly List<int> _items = new(); public Span<int> View => Whole; Span<int> Whole => CollectionsMarshal.AsSpan(_items); public void Grow() => _items.Add(1); }")]
    [InlineData("record Owner(List<int> Items) { public Span<int> View => CollectionsMarshal.AsSpan(Items); public void Grow() => Items.Add(1); }")]
    [InlineData("record struct Owner(List<int> Items) { public Span<int> View => CollectionsMarshal.AsSpan(Items); public void Grow() => Items.Add(1); }")]
    [InlineData("ref struct Owner { Span<int> _items; int[]? _rented; public Span<int> View => _items; public void Grow() { var bigger = ArrayPool<int>.Shared.Rent(_items.Length * 2); _items.CopyTo(bigger); _items = _rented = bigger; } }")]
    public Task ViewAndGrowth(string owner) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{owner}}

        class C
        {
            void Grows(Owner owner)
            {
                var view = owner.View;
                {|BUF1001:owner.Grow()|};
                view[0] = 2;
            }

            void Stays(Owner owner, Owner other)
            {
                var view = owner.View;
                other.Grow();
                view[0] = 2;
            }
        }
        """));

    /// <summary>A copy of a record shares what the record holds, but for what the copy was given.</summary>
    [Fact]
    public Task CopyOfARecord() => Verify.VerifyAnalyzerAsync(Types("""
        record Base(List<int> Items);

        record Owner(List<int> Items, List<int> Others) : Base(Items)
        {
            public List<int> More { get; init; } = new();
        }

        class C
        {
            void Shared(Owner owner)
            {
                var copy = owner with { Others = new() };
                var view = CollectionsMarshal.AsSpan(owner.Items);
                {|BUF1001:copy.Items.Add(1)|};
                view[0] = 2;
                view = CollectionsMarshal.AsSpan(copy.More);
                {|BUF1001:owner.More.Add(1)|};
                view[0] = 2;
            }

            void Given(Owner owner, List<int> given)
            {
                var copy = owner with { Others = new(), More = given };
                var view = CollectionsMarshal.AsSpan(owner.Others);
                copy.Others.Add(1);
                view[0] = 2;
                view = CollectionsMarshal.AsSpan(given);
                owner.More.Add(1);
                view[0] = 2;
                view = CollectionsMarshal.AsSpan(given);
                {|BUF1001:copy.More.Add(1)|};
                view[0] = 2;
            }
        }
        """));
}
