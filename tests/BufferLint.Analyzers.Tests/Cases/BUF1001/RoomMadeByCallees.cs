// Users' buffers with room made beforehand: by a member that only reserves. What is added after it is within that room.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class RoomMadeByCallees
{
    [Theory]
    [InlineData("if (capacity > _items.Length) Array.Resize(ref _items, capacity);")]
    [InlineData("if (capacity <= _items.Length) return; var bigger = new int[capacity]; Array.Copy(_items, bigger, _count); _items = bigger;")]
    [InlineData("if (capacity > _items.Length) Grow(capacity - _count); void Grow(int more) { var bigger = new int[_count + more]; for (var i = 0; i < _count; i++) bigger[i] = _items[i]; _items = bigger; }")]
    [InlineData("while (capacity > _items.Length) Double();")]
    [InlineData("if (capacity > _items.Length) Capacity = capacity;")]
    [InlineData("Array.Resize(ref _items, Math.Max(capacity, _items.Length));")]
    public Task Reserved(string reserve) => Verify.VerifyAnalyzerAsync(Types($$"""
        class Growable
        {
            private int[] _items = new int[4];
            private int _count;

            public Span<int> AsSpan() => _items.AsSpan();

            public int[] Items => _items;

            public int Capacity
            {
                get => _items.Length;
                set
                {
                    if (value == 0)
                        _count = 0;
                    Array.Resize(ref _items, value);
                }
            }

            public void Add(int item)
            {
                if (_count == _items.Length)
                    Double();
                _items[_count++] = item;
            }

            public void Reserve(int capacity) { {{reserve}} }

            private void Double() => Array.Resize(ref _items, _items.Length * 2);

            public Span<int> AddSpan(int count)
            {
                Reserve(_count + count);
                _count += count;
                return _items.AsSpan(_count - count, count);
            }
        }

        class C
        {
            void Before(Growable owner)
            {
                owner.Reserve(10);
                var view = owner.AsSpan();
                for (var i = 0; i < 10; i++)
                    owner.Add(i);
                view[0] = 1;
            }

            void RawArray(Growable owner, int count)
            {
                owner.Reserve(count);
                var items = owner.Items;
                owner.Add(1);
                items[0] = 1;
            }

            void After(Growable owner)
            {
                var view = owner.AsSpan();
                {|BUF1001:owner.Reserve(10)|};
                view[0] = 1;
            }

            void Again(Growable owner)
            {
                owner.Reserve(10);
                var view = owner.AsSpan();
                {|BUF1001:owner.Reserve(20)|};
                view[0] = 1;
            }

            void NotReserved(Growable owner)
            {
                var view = owner.AsSpan();
                {|BUF1001:owner.Add(1)|};
                view[0] = 1;
            }

            void SpansAreTaken(Growable owner)
            {
                var first = owner.AddSpan(4);
                var second = {|BUF1001:owner.AddSpan(4)|};
                first[0] = second[0];
            }
        }
        """));

    /// <summary>A builder over a buffer of the caller's.</summary>
    [Fact]
    public Task ReservedByABuilder() => Verify.VerifyAnalyzerAsync(Types("""
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

            public Span<char> All => _chars;

            public void EnsureCapacity(int capacity)
            {
                if (capacity > _chars.Length)
                    Grow(capacity - _count);
            }

            public void Append(char item)
            {
                if (_count < _chars.Length)
                    _chars[_count++] = item;
                else
                    GrowAndAppend(item);
            }

            private void GrowAndAppend(char item)
            {
                Grow(1);
                Append(item);
            }

            private void Grow(int more)
            {
                var bigger = ArrayPool<char>.Shared.Rent(Math.Max(_count + more, _chars.Length * 2));
                _chars.CopyTo(bigger);
                var old = _rented;
                _chars = _rented = bigger;
                if (old != null)
                    ArrayPool<char>.Shared.Return(old);
            }
        }

        class C
        {
            void Right()
            {
                var builder = new Builder(stackalloc char[8]);
                builder.EnsureCapacity(20);
                var all = builder.All;
                for (var i = 0; i < 20; i++)
                    builder.Append('a');
                all[0] = 'b';
            }

            void Wrong()
            {
                var builder = new Builder(stackalloc char[8]);
                var all = builder.All;
                for (var i = 0; i < 20; i++)
                    {|BUF1001:builder.Append('a')|};
                all[0] = 'b';
            }
        }
        """));
}
