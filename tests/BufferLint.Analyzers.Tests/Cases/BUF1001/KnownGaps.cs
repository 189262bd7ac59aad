// What the contract asks and the engine does not see yet, and what it says too much. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class KnownGaps
{
    // Bodies of callees are not summarised yet: a method that grows what it is given is taken as harmless.
    [Fact]
    public Task GrowthInACalledMethod() => Verify.VerifyAnalyzerAsync(Members("""
        static void Push(List<int> list) => list.Add(1);

        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            Push(list);
            view[0] = 2;
        }
        """));

    // As above, on a field of this object.
    [Fact]
    public Task GrowthInAnotherMemberOfTheSameObject() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();

        int Compute()
        {
            _items.Add(1);
            return 1;
        }

        void M()
        {
            ref var slot = ref CollectionsMarshal.AsSpan(_items)[0];
            slot = Compute();
        }
        """));

    // As above, in a setter, an operator, and a Dispose that a using calls.
    [Fact]
    public Task GrowthInSettersOperatorsAndDispose() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            readonly List<int> _items = new();

            int Last { set => _items.Add(value); }

            public static C operator +(C left, int item)
            {
                left._items.Add(item);
                return left;
            }

            sealed class Scope(C owner) : IDisposable { public void Dispose() => owner._items.Add(1); }

            int Setter()
            {
                var view = CollectionsMarshal.AsSpan(_items);
                Last = 3;
                return view[0];
            }

            int Operator()
            {
                var view = CollectionsMarshal.AsSpan(_items);
                _ = this + 3;
                return view[0];
            }

            int Disposed()
            {
                var view = CollectionsMarshal.AsSpan(_items);
                using (new Scope(this)) { }
                return view[0];
            }
        }
        """));

    // A helper that hands out a view of the list it is given is not known to do so.
    [Fact]
    public Task ViewFromACalledMethod() => Verify.VerifyAnalyzerAsync(Members("""
        static Span<int> Live(List<int> list) => CollectionsMarshal.AsSpan(list);

        void M(List<int> list)
        {
            var view = Live(list);
            list.Add(1);
            view[0] = 2;
        }
        """));

    // A growable buffer written by the user is recognised by annotation only.
    [Fact]
    public Task UsersOwnGrowableBuffer() => Verify.VerifyAnalyzerAsync(Types("""
        class Growable
        {
            private int[] _items = new int[4];
            private int _count;

            public Span<int> AsSpan() => _items.AsSpan(0, _count);

            public void Add(int item)
            {
                if (_count == _items.Length)
                    Array.Resize(ref _items, _count * 2);
                _items[_count++] = item;
            }
        }

        class C
        {
            void M(Growable owner)
            {
                var view = owner.AsSpan();
                owner.Add(1);
                view[0] = 2;
            }
        }
        """));

    // A field replaced by a bigger array by hand is no move yet.
    [Fact]
    public Task FieldReplacedByABiggerArray() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _items = new int[4];

        void M()
        {
            var view = _items.AsSpan();
            var bigger = new int[8];
            _items.CopyTo(bigger, 0);
            _items = bigger;
            view[0] = 1;
        }
        """));

    // A JSON writer over a stream gathers until it is flushed; told apart from one over a buffer writer it would need a handle of its own.
    [Fact]
    public Task JsonWriterOverAStreamFlushed() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(MemoryStream stream)
        {
            var json = new System.Text.Json.Utf8JsonWriter(stream);
            json.WriteNullValue();
            var buffer = stream.GetBuffer();
            json.Flush();
            return buffer[0];
        }
        """));

    // A handler that was given a buffer holds that and is no owner to the tables.
    [Fact]
    public Task OwnerThatHoldsAView() => Verify.VerifyAnalyzerAsync(Members("""
        char M(List<char> list, string name)
        {
            var handler = new DefaultInterpolatedStringHandler(4, 1, null, CollectionsMarshal.AsSpan(list));
            var text = handler.Text;
            handler.AppendFormatted(name);
            return text[0];
        }
        """));

    // What an unknown callee keeps of a view is not followed: collections, readers over the buffer, lazy queries.
    [Fact]
    public Task ViewKeptByACallee() => Verify.VerifyAnalyzerAsync(Members("""
        byte Listed(ArrayBufferWriter<byte> writer, byte[] data)
        {
            var parts = new List<ReadOnlyMemory<byte>>();
            parts.Add(writer.WrittenMemory);
            writer.Write(data);
            return parts[0].Span[0];
        }

        int Read(MemoryStream source, byte[] data)
        {
            var reader = new MemoryStream(source.GetBuffer());
            source.Write(data);
            return reader.ReadByte();
        }

        byte Queried(MemoryStream stream)
        {
            var query = stream.GetBuffer().Where(item => item > 0);
            stream.WriteByte(1);
            return query.First();
        }
        """));

    // A handle that pins a view is a lease; its pointer is not followed yet.
    [Fact]
    public Task PinnedView() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe byte M(ArrayBufferWriter<byte> writer, byte[] data)
        {
            using var handle = writer.WrittenMemory.Pin();
            writer.Write(data);
            return ((byte*)handle.Pointer)[0];
        }
        """));

    // Elements of a dictionary are not names of an object, unlike those of an array or list.
    [Fact]
    public Task ListsInADictionary() => Verify.VerifyAnalyzerAsync(Members("""
        int Same(Dictionary<string, List<int>> map)
        {
            var view = CollectionsMarshal.AsSpan(map["a"]);
            map["a"].Add(1);
            return view[0];
        }

        int Other(Dictionary<string, List<int>> map)
        {
            var view = CollectionsMarshal.AsSpan(map["a"]);
            map["b"].Add(1);
            return view[0];
        }
        """));
}
