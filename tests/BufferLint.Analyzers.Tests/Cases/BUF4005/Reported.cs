// BUF4005: what must be reported. Each case has a twin in Silent.cs or Gated.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4005.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4005;

public class Reported
{
    [Fact]
    public Task FieldsThatOthersChange() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task Grown(Stream stream)
        {
            var memory = _array.AsMemory();
            {|BUF4005:await stream.FlushAsync()|};
            memory.Span[0] = 1;
        }

        public async Task Written(Stream stream)
        {
            _written.TryGetBuffer(out var segment);
            {|BUF4005:await stream.WriteAsync(segment)|};
            segment[0] = 1;
        }

        public async Task Replaced(Stream stream)
        {
            var memory = _owner.Memory;
            {|BUF4005:await stream.FlushAsync().ConfigureAwait(false)|};
            memory.Span[0] = 1;
        }

        public async Task Returned(Stream stream)
        {
            var memory = _pooled.AsMemory(0, 8);
            {|BUF4005:await stream.FlushAsync()|};
            memory.Span[0] = 1;
        }
        """));

    [Fact]
    public Task LoopsAndFunctions() => Verify.VerifyAnalyzerAsync(Members("""
        private async Task Reading(Stream stream)
        {
            var memory = _array.AsMemory();
            while ({|BUF4005:await stream.ReadAsync(memory)|} > 0)
            {
            }
        }

        public async Task Items(IAsyncEnumerable<byte> items)
        {
            var memory = _array.AsMemory();
            await foreach (var item in {|BUF4005:items|})
            {
                memory.Span[0] = item;
            }
        }

        public Task Lambda(Stream stream) => Task.Run(async () =>
        {
            var memory = _array.AsMemory();
            {|BUF4005:await stream.FlushAsync()|};
            memory.Span[0] = 1;
        });
        """));

    [Fact]
    public Task OnceForEachView() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task M(Stream stream)
        {
            var memory = _array.AsMemory();
            {|BUF4005:await stream.FlushAsync()|};
            memory.Span[0] = 1;
            await stream.FlushAsync();
            memory.Span[0] = 1;
        }
        """));

    [Fact]
    public Task LockInOneOfThemOnly() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private readonly SemaphoreSlim _gate = new(1);
            private readonly object _lock = new();
            private byte[] _array = new byte[4];

            public void Grow()
            {
                lock (_lock)
                {
                    Array.Resize(ref _array, 8);
                }
            }

            public async Task M(Stream stream)
            {
                await _gate.WaitAsync();
                var memory = _array.AsMemory();
                {|BUF4005:await stream.FlushAsync()|};
                memory.Span[0] = 1;
                _gate.Release();
            }
        }
        """));

    [Fact]
    public Task ThroughPrivateMembers() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private byte[] _array = new byte[4];
            private int _count;

            public void Add(byte item)
            {
                Ensure(_count + 1);
                _array[_count++] = item;
            }

            private void Ensure(int count)
            {
                if (count > _array.Length)
                {
                    Array.Resize(ref _array, 2 * count);
                }
            }

            public async Task M(Stream stream)
            {
                var memory = _array.AsMemory(0, _count);
                {|BUF4005:await stream.WriteAsync(memory)|};
                memory.Span.Clear();
            }
        }
        """));

    /// <summary>The field is named only by the member that gives the view.</summary>
    [Fact]
    public Task ThroughAMemberThatGivesTheView() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private byte[] _array = new byte[4];

            public void Grow() => Array.Resize(ref _array, _array.Length * 2);

            private Memory<byte> Filled(int count) => All.Slice(0, count);

            private Memory<byte> All => _array;

            public async Task M(Stream stream)
            {
                var filled = Filled(2);
                {|BUF4005:await stream.WriteAsync(filled)|};
                filled.Span.Clear();
            }

            private bool TryFill(out Memory<byte> filled)
            {
                filled = _array;
                return true;
            }

            public async Task O(Stream stream)
            {
                if (TryFill(out var filled))
                {
                    {|BUF4005:await stream.WriteAsync(filled)|};
                    filled.Span.Clear();
                }
            }

            public async Task N(Stream stream)
            {
                await stream.WriteAsync(Filled(2));
                Filled(2).Span.Clear();
            }
        }
        """));
}
