// BUF4005: what must stay silent. A false positive that was mended stays here for ever, named after its issue.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4005.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4005;

public class Silent
{
    [Fact]
    public Task NotHeldAcrossIt() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task OnlyPassed(Stream stream)
        {
            var memory = _array.AsMemory();
            await stream.WriteAsync(memory);
        }

        public async Task TakenAgain(Stream stream)
        {
            var memory = _array.AsMemory();
            await stream.WriteAsync(memory);
            memory = _array.AsMemory();
            memory.Span[0] = 1;
        }

        public async Task TakenInEachTurn(Stream stream)
        {
            while (await stream.ReadAsync(_array.AsMemory()) > 0)
            {
                var memory = _array.AsMemory();
                memory.Span[0] = 1;
                await stream.WriteAsync(memory);
            }
        }

        public async Task Copied(Stream stream)
        {
            var copy = _array.AsMemory().ToArray();
            await stream.WriteAsync(copy);
            copy[0] = 1;
        }

        public async Task<int> LengthOnly(Stream stream)
        {
            var memory = _array.AsMemory();
            await stream.WriteAsync(memory);
            return memory.Length;
        }

        public async Task ReadOfAKeptArray(Stream stream)
        {
            var array = _array;
            var memory = array.AsMemory();
            await stream.WriteAsync(memory);
            await stream.WriteAsync(memory);
        }
        """));

    [Fact]
    public Task FieldsThatNobodyChanges() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private readonly byte[] _readonly = new byte[4];
            private byte[] _array = new byte[4];
            private byte[] _private = new byte[4];
            private byte[] _derived = new byte[4];

            public void Fill() => _array[0] = 1;

            private void Grow() => Array.Resize(ref _private, 8);

            protected void GrowDerived() => Array.Resize(ref _derived, 8);

            public async Task Readonly(Stream stream)
            {
                var memory = _readonly.AsMemory();
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }

            public async Task OnlyFilled(Stream stream)
            {
                var memory = _array.AsMemory();
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }

            public async Task OnlyPrivately(Stream stream)
            {
                var memory = _private.AsMemory();
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }

            public async Task OnlyByDerivedTypes(Stream stream)
            {
                var memory = _derived.AsMemory();
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }

            public async Task Local(Stream stream, byte[] array)
            {
                var memory = array.AsMemory();
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }
        }
        """));

    // A fixture's buffer is made by the method that runs before each test.
    [Theory]
    [InlineData("Setup")]
    [InlineData("InitializeAsync")]
    [InlineData("Open")]
    [InlineData("CloseAsync")]
    public Task BeginningsAndEnds(string name) => Verify.VerifyAnalyzerAsync(Types($$"""
        class C
        {
            private byte[] _array;

            public void {{name}}() => _array = new byte[100];

            public async Task M(Stream stream)
            {
                ReadOnlyMemory<byte> memory = _array;
                await stream.WriteAsync(memory);
                await stream.WriteAsync(memory);
            }
        }
        """));

    [Fact]
    public Task TheEndOfTheObject() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task M(Stream stream)
        {
            var memory = _fixed.AsMemory();
            await stream.FlushAsync();
            memory.Span[0] = 1;
        }
        """));

    [Fact]
    public Task ViewsInFields() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private byte[] _array = new byte[4];
            private Memory<byte> _free;

            public void Grow()
            {
                Array.Resize(ref _array, 8);
                _free = _array.AsMemory();
            }

            public async Task M(Stream stream)
            {
                _free = _array.AsMemory();
                await stream.ReadAsync(_free);
                _free.Span[0] = 1;
            }
        }
        """));

    [Fact]
    public Task TheSameOperation() => Verify.VerifyAnalyzerAsync(Types("""
        class Reader
        {
            private byte[] _array = new byte[4];
            private readonly Stream _stream;
            private int _count;

            public Reader(Stream stream) => _stream = stream;

            public async Task<byte> ReadByteAsync()
            {
                await FillAsync(1);
                return _array[0];
            }

            public async Task<byte> ReadBlockAsync(int count)
            {
                if (count > _array.Length)
                {
                    Array.Resize(ref _array, count);
                }

                await FillAsync(count);
                return _array[0];
            }

            private async Task FillAsync(int count)
            {
                var memory = _array.AsMemory(0, count);
                while (_count < count)
                {
                    _count += await _stream.ReadAsync(memory.Slice(_count));
                }
            }
        }

        class Twins
        {
            private byte[] _array = new byte[4];

            public void Send(Stream stream, int count)
            {
                Array.Resize(ref _array, count);
                stream.Write(_array);
            }

            public async Task SendAsync(Stream stream, int count)
            {
                var memory = _array.AsMemory();
                await stream.WriteAsync(memory);
                memory.Span.Clear();
            }
        }
        """));

    [Fact]
    public Task OtherRulesSpeak() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task Awaited(Stream stream)
        {
            var memory = _array.AsMemory();
            {|BUF4002:await GrowAsync(stream)|};
            memory.Span[0] = 1;
        }

        private async Task GrowAsync(Stream stream)
        {
            await stream.FlushAsync();
            Grow();
        }

        public async Task MovedBefore(Stream stream)
        {
            var memory = _array.AsMemory();
            {|BUF1001:Grow()|};
            await stream.FlushAsync();
            memory.Span[0] = 1;
        }
        """));
}
