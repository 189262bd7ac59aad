// What the contract asks and the engine does not see yet, and what it says too much. Each case asserts today's behaviour; a change that closes a gap moves the case.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class KnownGaps
{
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
