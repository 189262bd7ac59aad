// Growable buffers written by users, recognised from their source: one member hands out a view of a field, another one
// replaces what the field holds by something bigger.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class UsersBuffers
{
    [Theory]
    [InlineData("Array.Resize(ref _items, _count * 2);")]
    [InlineData("var bigger = new int[_count * 2]; Array.Copy(_items, bigger, _count); _items = bigger;")]
    [InlineData("var bigger = new int[_count * 2]; _items.CopyTo(bigger, 0); _items = bigger;")]
    [InlineData("var bigger = new int[_count * 2]; _items.AsSpan(0, _count).CopyTo(bigger); _items = bigger;")]
    [InlineData("var bigger = new int[_count * 2]; for (var i = 0; i < _count; i++) bigger[i] = _items[i]; _items = bigger;")]
    [InlineData("var old = _items; _items = new int[_count * 2]; Buffer.BlockCopy(old, 0, _items, 0, _count * 4);")]
    [InlineData("var bigger = ArrayPool<int>.Shared.Rent(_count * 2); Array.Copy(_items, bigger, _count); ArrayPool<int>.Shared.Return(_items); _items = bigger;")]
    [InlineData("_items = Grown(_items); static int[] Grown(int[] old) { var bigger = new int[old.Length * 2]; old.CopyTo(bigger, 0); return bigger; }")]
    [InlineData("Grow(ref _items); static void Grow(ref int[] items) { var bigger = new int[items.Length * 2]; items.CopyTo(bigger, 0); items = bigger; }")]
    public Task GrowsByHand(string grow) => Verify.VerifyAnalyzerAsync(Types($$"""
        class Growable
        {
            private int[] _items = new int[4];
            private int _count;

            public ref int this[int index] => ref _items[index];

            public Span<int> AsSpan() => _items.AsSpan(0, _count);

            public static implicit operator Span<int>(Growable owner) => owner._items;

            public void Add(int item)
            {
                if (_count == _items.Length)
                    Grow();
                _items[_count++] = item;
            }

            private void Grow()
            {
                {{grow}}
            }

            public void Inside()
            {
                ref var first = ref _items[0];
                {|BUF1001:Add(1)|};
                first = 2;
            }
        }

        class C
        {
            void Span(Growable owner)
            {
                var view = owner.AsSpan();
                {|BUF1001:owner.Add(1)|};
                view[0] = 2;
            }

            void Reference(Growable owner)
            {
                ref var first = ref owner[0];
                {|BUF1001:owner.Add(1)|};
                first = 2;
            }

            void Converted(Growable owner)
            {
                Span<int> view = owner;
                {|BUF1001:owner.Add(1)|};
                view[0] = 2;
            }

            void Made()
            {
                var owner = new Growable();
                owner.Add(0);
                var alias = owner;
                var view = owner.AsSpan();
                {|BUF1001:alias.Add(1)|};
                view[0] = 2;
            }

            void Retaken(Growable owner)
            {
                var view = owner.AsSpan();
                owner.Add(1);
                view = owner.AsSpan();
                view[0] = 2;
            }

            void Other(Growable owner, Growable other)
            {
                var view = owner.AsSpan();
                other.Add(1);
                view[0] = 2;
            }
        }
        """));

    /// <summary>New blocks leave the old ones as they are; so does storage that is copied on every write, or handed out whole.</summary>
    [Theory]
    [InlineData("if (_used + count > _items.Length) { _items = new int[4096]; _used = 0; }")]
    [InlineData("if (_used + count > _items.Length) { _blocks.Add(_items); _items = new int[4096]; _items[0] = 1; }")]
    [InlineData("if (_used + count > _items.Length) { var next = new int[4096]; _blocks.Add(_items); _items.AsSpan(_used).CopyTo(next); _previous = _items; _items = next; }")]
    public Task NewBlocks(string next) => Verify.VerifyAnalyzerAsync(Types($$"""
        class Blocks
        {
            private readonly List<int[]> _blocks = new();
            private int[] _previous = new int[0];
            private int[] _items = new int[4096];
            private int _used;

            public Span<int> Take(int count)
            {
                {{next}}
                _used += count;
                return _items.AsSpan(_used - count, count);
            }
        }

        class C
        {
            void M(Blocks blocks)
            {
                var view = blocks.Take(3);
                var other = blocks.Take(5);
                view[0] = other[0];
            }
        }
        """));

    [Fact]
    public Task CopiedOnWrite() => Verify.VerifyAnalyzerAsync(Types("""
        class Handlers
        {
            private int[] _items = new int[0];

            public ReadOnlySpan<int> Items => _items;

            public void Add(int item)
            {
                var bigger = new int[_items.Length + 1];
                Array.Copy(_items, bigger, _items.Length);
                bigger[_items.Length] = item;
                _items = bigger;
            }
        }

        class C
        {
            int M(Handlers handlers)
            {
                var view = handlers.Items;
                handlers.Add(1);
                return view[0];
            }
        }
        """));

    /// <summary>A ref struct builder: its span field is replaced by one of a rented array.</summary>
    [Fact]
    public Task SpanFieldOfABuilder() => Verify.VerifyAnalyzerAsync(Types("""
        ref struct Builder
        {
            private Span<char> _chars;
            private char[]? _rented;
            private int _count;

            public Builder(Span<char> initial)
            {
                _chars = initial;
                _rented = null;
                _count = 0;
            }

            public ReadOnlySpan<char> AsSpan() => _chars[.._count];

            public ref char this[int index] => ref _chars[index];

            public void Append(char item)
            {
                if (_count >= _chars.Length)
                    Grow();
                _chars[_count++] = item;
            }

            private void Grow()
            {
                var bigger = ArrayPool<char>.Shared.Rent(_chars.Length * 2);
                _chars.CopyTo(bigger);
                var old = _rented;
                _chars = _rented = bigger;
                if (old != null)
                    ArrayPool<char>.Shared.Return(old);
            }
        }

        class C
        {
            char M()
            {
                var builder = new Builder(stackalloc char[4]);
                builder.Append('a');
                var view = builder.AsSpan();
                {|BUF1001:builder.Append('b')|};
                return view[0];
            }

            void Reference(ref Builder builder)
            {
                ref var first = ref builder[0];
                {|BUF1001:builder.Append('b')|};
                first = 'c';
            }

            char Right()
            {
                var builder = new Builder(stackalloc char[4]);
                builder.Append('a');
                builder.Append('b');
                var view = builder.AsSpan();
                return view[0];
            }
        }
        """));

    /// <summary>A wrapper grows what it was built over.</summary>
    [Theory]
    [InlineData("class Sink { private readonly List<int> _to; public Sink(List<int> to) { _to = to; } public void Put(int item) => _to.Add(item); }")]
    [InlineData("class Sink(List<int> to) { public void Put(int item) => to.Add(item); }")]
    [InlineData("record Sink(List<int> To) { public void Put(int item) => To.Add(item); }")]
    [InlineData("struct Sink { private readonly List<int> _to; public Sink(List<int> to) { _to = to; } public void Put(int item) => _to.Add(item); }")]
    public Task WrapperForwardsGrowth(string type) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{type}}

        class C
        {
            void M(List<int> list)
            {
                var sink = new Sink(list);
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:sink.Put(1)|};
                view[0] = 2;
            }

            void Other(List<int> list, List<int> other)
            {
                var sink = new Sink(other);
                var view = CollectionsMarshal.AsSpan(list);
                sink.Put(1);
                view[0] = 2;
            }
        }
        """));

    /// <summary>A list of the object's own: viewed through one member, grown by another, under the owner's other names.</summary>
    [Fact]
    public Task ListInAField() => Verify.VerifyAnalyzerAsync(Types("""
        class World
        {
            private readonly List<int> _items = new();

            public List<int> Items => _items;

            public Span<int> Live() => CollectionsMarshal.AsSpan(_items);

            public void Spawn() => _items.Add(1);

            public void Move() => Live()[0]++;
        }

        class C
        {
            private readonly World _world = new();

            void Shown(World world)
            {
                var view = CollectionsMarshal.AsSpan(world.Items);
                {|BUF1001:world.Spawn()|};
                view[0] = 2;
            }

            void Field()
            {
                foreach (ref var item in _world.Live())
                {
                    if (item > 3)
                        {|BUF1001:_world.Spawn()|};
                }
            }

            void Harmless(World world)
            {
                var view = world.Live();
                world.Move();
                view[0] = 2;
            }
        }
        """));
}
