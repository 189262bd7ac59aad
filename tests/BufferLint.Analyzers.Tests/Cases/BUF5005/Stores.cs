// Public methods that put memory they are given where it stays.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LentSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5005;

public class Stores
{
    [Fact]
    public Task Kept() => VerifyAsync("""
        public void Log(ReadOnlyMemory<byte> line) => {|BUF5005:_last = line|};

        public void Write(int id, Memory<byte> line)
        {
            {|BUF5005:_all.Add(line.Slice(id))|};
        }

        public static void InAStaticField(ReadOnlyMemory<byte> line) => {|BUF5005:s_last = line|};

        public void Parse(ReadOnlySequence<byte> input)
        {
            {|BUF5005:_first = input.First|};
        }

        public async Task WriteAsync(ReadOnlyMemory<byte> line)
        {
            await Task.Yield();
            {|BUF5005:_last = line|};
        }

        public bool Handle(ReadOnlyMemory<byte> line)
        {
            {|BUF5005:_later = () => Read(line)|};
            return true;
        }
        """);

    [Fact]
    public Task NotKept() => VerifyAsync("""
        public void Log(ReadOnlyMemory<byte> line) => _last = line.ToArray();

        internal void NotPublic(ReadOnlyMemory<byte> line) => _last = line;

        public C Fluent(ReadOnlyMemory<byte> line)
        {
            _last = line;
            return this;
        }

        public void Segment(ArraySegment<byte> line) => _segment = line;

        public void Annotated([Keeps] ReadOnlyMemory<byte> line) => _last = line;

        public void Passed(ReadOnlyMemory<byte> line, C other) => other._last = line;

        public void Emptied(ReadOnlyMemory<byte> line)
        {
            _last = line;
            Read(_last);
            _last = default;
        }

        public Task Pending(ReadOnlyMemory<byte> line)
        {
            _last = line;
            return _done.Task;
        }
        """);

    [Fact]
    public Task KeptByPurpose() => VerifyAsync("""
        public C() { }

        public C(ReadOnlyMemory<byte> line) => _last = line;

        public ReadOnlyMemory<byte> Last { get => _last; set => _last = value; }

        public void SetLine(ReadOnlyMemory<byte> line) => _last = line;

        public void Add(ReadOnlyMemory<byte> line) => _all.Add(line);

        public void EnqueueLine(ReadOnlyMemory<byte> line) => _all.Add(line);

        public C WithLine(ReadOnlyMemory<byte> line) => new C(line);

        public void Reset(ReadOnlyMemory<byte> line) => _last = line;
        """);

    [Fact]
    public Task TypesThatHold() => Verify.VerifyAnalyzerAsync(AnnotatedTypes("""
        public sealed class Part : ReadOnlySequenceSegment<byte>
        {
            public void Fill(ReadOnlyMemory<byte> memory) => Memory = memory;
        }

        public sealed class Lines : IEnumerable<ReadOnlyMemory<byte>>
        {
            readonly List<ReadOnlyMemory<byte>> _all = new();
            public void Take(ReadOnlyMemory<byte> memory) => _all.Add(memory);
            public void Include(ReadOnlyMemory<byte> memory) => _all.Add(memory);
            public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator() => _all.GetEnumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }

        public sealed class LineReader
        {
            ReadOnlyMemory<byte> _rest;
            public void Continue(ReadOnlyMemory<byte> memory) => _rest = memory;
        }

        public struct Wrapper
        {
            ReadOnlyMemory<byte> _rest;
            public void Continue(ReadOnlyMemory<byte> memory) => _rest = memory;
        }

        public sealed class Log
        {
            ReadOnlyMemory<byte> _rest;
            public void Continue(ReadOnlyMemory<byte> memory) => {|BUF5005:_rest = memory|};
        }
        """));

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Annotated("""
        readonly List<ReadOnlyMemory<byte>> _all = new();
        readonly TaskCompletionSource _done = new();
        ReadOnlyMemory<byte> _last;
        ReadOnlyMemory<byte> _first;
        ArraySegment<byte> _segment;
        static ReadOnlyMemory<byte> s_last;
        Action? _later;

        static void Read(ReadOnlyMemory<byte> body) { }

        """ + "\n" + members));
}
