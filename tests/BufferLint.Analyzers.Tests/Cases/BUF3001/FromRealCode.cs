// Shapes of real code that were told wrongly once, in other words.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class FromRealCode
{
    // Older operations on sockets take arrays, to send them too.
    [Fact]
    public Task SegmentsThatAreCollectedToBeSent() => Verify.VerifyAnalyzerAsync(Members("""
        static List<ArraySegment<byte>> Parts(ReadOnlySequence<byte> data)
        {
            var list = new List<ArraySegment<byte>>();
            foreach (var part in data)
            {
                list.Add(Array(part));
            }

            return list;
        }

        internal static ArraySegment<byte> Array(ReadOnlyMemory<byte> memory)
        {
            if (!MemoryMarshal.TryGetArray(memory, out var segment))
            {
                throw new InvalidOperationException();
            }

            return segment;
        }

        static void Send(System.Net.Sockets.SocketAsyncEventArgs args, ReadOnlyMemory<byte> data) => args.SetBuffer(MemoryMarshal.AsMemory(data));
        """));

    // The dictionary that is filled is a copy, and the value is chosen after it.
    [Fact]
    public Task MergedIntoACopy() => Verify.VerifyAnalyzerAsync(Members("""
        static IReadOnlyDictionary<string, string> Merged(IReadOnlyDictionary<string, string> given, string value)
        {
            var merged = given != null ? new Dictionary<string, string>((IDictionary<string, string>)given) : new Dictionary<string, string>();
            if (!merged.ContainsKey("name"))
            {
                merged["name"] = value ?? "";
            }

            return merged;
        }
        """));

    // A reference that steps on is seated anew, not written.
    [Fact]
    public Task ReferencesThatStepOn() => Verify.VerifyAnalyzerAsync(Members("""
        static int Sum(ReadOnlySpan<byte> data) => Sum(ref MemoryMarshal.GetReference(data), data.Length);

        static int Sum(ref byte at, int count)
        {
            var sum = 0;
            for (; count > 0; count--, at = ref Unsafe.Add(ref at, 1))
            {
                sum += at;
            }

            return sum;
        }
        """));

    // What a writer given by `in` lends is the writer's buffer, not the variable.
    [Fact]
    public Task WritersGivenByReference() => Verify.VerifyAnalyzerAsync(Members("""
        static void Copy<T>(ReadOnlySpan<byte> data, in T writer)
            where T : IBufferWriter<byte> => Core(data, ref Unsafe.AsRef(in writer));

        static void Core<T>(ReadOnlySpan<byte> data, ref T writer)
            where T : IBufferWriter<byte>
        {
            var lent = writer.GetSpan(data.Length);
            data.CopyTo(lent);
            writer.Advance(data.Length);
        }
        """));

    // Who makes segments fills them.
    [Fact]
    public Task SegmentsOfOnesOwn() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Segment : ReadOnlySequenceSegment<byte>
        {
            public Segment(byte[] data) => Memory = data;

            public Memory<byte> Free(int used) => MemoryMarshal.AsMemory(Memory).Slice(used);

            public void Put(byte item) => MemoryMarshal.AsMemory(Memory).Span[0] = item;
        }
        """));

    // What a call gives may well be a list that it has just made.
    [Fact]
    public Task ResultsThatAreExtended() => Verify.VerifyAnalyzerAsync(Members("""
        private readonly Func<IReadOnlyList<int>> _make = () => new List<int>();

        IReadOnlyList<int> Framed()
        {
            var made = _make();
            if (made is not List<int> list)
            {
                list = new List<int>(made);
            }

            list.Insert(0, 1);
            return list;
        }
        """));

    [Fact]
    public Task TextsThatAreReplacedByReference() => Verify.VerifyAnalyzerAsync(Members("""
        static unsafe char First(bool on)
        {
            var text = string.Empty;
            Choose(on, ref text);
            fixed (char* start = text)
            {
                return *start;
            }
        }

        static void Choose(bool on, ref string text)
        {
            if (on)
            {
                text = "on";
            }
        }
        """));

    // A copy routine gets an address in the new text, not the text.
    [Fact]
    public Task AddressesOfANewTextGivenToACopy() => Verify.VerifyAnalyzerAsync(Members("""
        static unsafe string Padded(string text, int length)
        {
            string padded = new(' ', length);
            fixed (char* from = text)
            {
                fixed (char* to = padded)
                {
                    Buffer.MemoryCopy(from, to, text.Length * 2, text.Length * 2);
                    to[text.Length] = '=';
                }
            }

            return padded;
        }
        """));

    // The dictionary under its other type is the same object, however it grows.
    [Fact]
    public Task GrowingByAnotherType() => Verify.VerifyAnalyzerAsync(Members("""
        static IReadOnlyDictionary<string, int> Added(IReadOnlyDictionary<string, int> values, KeyValuePair<string, int>[] more)
        {
            if (values is IDictionary<string, int> target && !target.IsReadOnly)
            {
                foreach (var pair in more.AsSpan())
                {
                    target.Add(pair.Key, pair.Value);
                }

                target.Remove("none");
                target["last"] = 1;
                return values;
            }

            return new Dictionary<string, int>(values);
        }
        """));

    // Its storage moves all the same.
    [Fact]
    public Task StorageOfAnotherType() => Verify.VerifyAnalyzerAsync(Members("""
        static void Raise(IReadOnlyList<int> values)
        {
            if (values is List<int> list)
            {
                var span = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                span[0]++;
            }
        }
        """));

    // The callee counts how far it has come, in the variable; what the pointer in it leads to is only read.
    [Fact]
    public Task PointersInAVariableGivenByReference() => Verify.VerifyAnalyzerAsync("""
        using System;

        public unsafe struct Input
        {
            public byte* Source;
            public int Position;
        }

        public static unsafe class Packer
        {
            public static int Pack(ref Input input, ReadOnlySpan<byte> data)
            {
                fixed (byte* source = data)
                {
                    input.Source = source;
                    return Step(ref input);
                }
            }

            static int Step(ref Input input)
            {
                input.Position++;
                return input.Source[input.Position];
            }
        }
        """);
}
