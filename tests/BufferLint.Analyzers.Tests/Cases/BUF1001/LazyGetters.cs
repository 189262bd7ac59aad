// Getters that make what they give when they are first asked: the same owner each time, unless it is assigned between.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class LazyGetters
{
    [Theory]
    [InlineData("Items => _items ??= new();")]
    [InlineData("Items => this._items ??= new List<int>(4);")]
    [InlineData("Items => _items ?? (_items = new());")]
    [InlineData("Items { get { _items ??= new(); return _items; } }")]
    [InlineData("Items { get { if (_items == null) _items = new(); return _items; } }")]
    [InlineData("Items { get { if (_items is null) { _items = new(); } return _items; } }")]
    [InlineData("Items => Inner; public List<int> Inner => _items ??= new();")]
    public Task SameOwnerEachTime(string items) => Verify.VerifyAnalyzerAsync(Types($$"""
        class Lazy
        {
            private List<int>? _items;

            public List<int> {{items}}

            public void Reset() => _items = null;

            void Inside()
            {
                var view = CollectionsMarshal.AsSpan(Items);
                {|BUF1001:_items!.Add(1)|};
                view[0] = 2;
            }

            void Replaced()
            {
                var view = CollectionsMarshal.AsSpan(Items);
                _items = null;
                Items.Add(1);
                view[0] = 2;
            }
        }

        class C
        {
            void Grows(Lazy lazy)
            {
                var view = CollectionsMarshal.AsSpan(lazy.Items);
                {|BUF1001:lazy.Items.Add(1)|};
                view[0] = 2;
            }

            void Reset(Lazy lazy)
            {
                var view = CollectionsMarshal.AsSpan(lazy.Items);
                lazy.Reset();
                lazy.Items.Add(1);
                view[0] = 2;
            }

            void Other(Lazy lazy, Lazy other)
            {
                var view = CollectionsMarshal.AsSpan(lazy.Items);
                other.Items.Add(1);
                view[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("Items => new(_items!);")]
    [InlineData("Items => _items is null ? new() : new(_items);")]
    [InlineData("Items { get { if (_items == null) _other = new(); return new(_other!); } }")]
    public Task AnotherEachTime(string items) => Verify.VerifyAnalyzerAsync(Types($$"""
        class Eager
        {
            private List<int>? _items, _other;

            public List<int> {{items}}
        }

        class C
        {
            void M(Eager eager)
            {
                var view = CollectionsMarshal.AsSpan(eager.Items);
                eager.Items.Add(1);
                view[0] = 2;
            }
        }
        """));
}
