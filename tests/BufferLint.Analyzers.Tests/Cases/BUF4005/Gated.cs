// BUF4005: one lock, semaphore, interlocked flag or plain flag in both members keeps the second one out.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF4005.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4005;

public class Gated
{
    [Theory]
    [InlineData("_semaphore.Wait();", "await _semaphore.WaitAsync();")]
    [InlineData("if (Interlocked.Exchange(ref _busy, 1) == 1) throw new InvalidOperationException();", "if (Interlocked.CompareExchange(ref _busy, 1, 0) == 1) throw new InvalidOperationException();")]
    [InlineData("if (_isHeld) throw new InvalidOperationException();", "_isHeld = true;")]
    [InlineData("if (_depth > 0) throw new InvalidOperationException();", "_depth++; _depth--;")]
    [InlineData("using var held = Lock();", "using var held = Lock();")]
    [InlineData("Monitor.Enter(_semaphore);", "Monitor.Enter(_semaphore);")]
    public Task TheSameGate(string changing, string waiting) => Verify.VerifyAnalyzerAsync(Types($$"""
        class C
        {
            private readonly SemaphoreSlim _semaphore = new(1);
            private byte[] _array = new byte[4];
            private bool _isHeld;
            private int _busy, _depth;

            private IDisposable Lock() => null;

            public void Grow()
            {
                {{changing}}
                Array.Resize(ref _array, 8);
            }

            public async Task M(Stream stream)
            {
                {{waiting}}
                var memory = _array.AsMemory();
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }
        }
        """));

    [Fact]
    public Task AroundThePrivateMemberThatWaits() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private readonly SemaphoreSlim _semaphore = new(1);
            private byte[] _array = new byte[4];

            public void Grow()
            {
                _semaphore.Wait();
                Array.Resize(ref _array, 8);
                _semaphore.Release();
            }

            public async Task M(Stream stream)
            {
                await _semaphore.WaitAsync();
                await HoldAsync(stream);
                _semaphore.Release();
            }

            private async Task HoldAsync(Stream stream)
            {
                var memory = _array.AsMemory();
                await stream.FlushAsync();
                memory.Span[0] = 1;
            }
        }
        """));

    /// <summary>What is left before the await keeps nobody out while it takes its time.</summary>
    [Theory]
    [InlineData("lock (_lock) { memory = _array.AsMemory(); } {|BUF4005:await stream.FlushAsync()|};")]
    [InlineData("_gate.Wait(); memory = _array.AsMemory(); _gate.Release(); {|BUF4005:await stream.FlushAsync()|};")]
    [InlineData("_gate.Wait(); memory = _array.AsMemory(); await stream.FlushAsync();")]
    [InlineData("await _gate.WaitAsync(); memory = _array.AsMemory(); try { await stream.FlushAsync(); } finally { _gate.Release(); }")]
    public Task LeftBefore(string code) => Verify.VerifyAnalyzerAsync(Types($$"""
        class C
        {
            private readonly object _lock = new();
            private readonly SemaphoreSlim _gate = new(1);
            private byte[] _array = new byte[4];

            public void Grow()
            {
                lock (_lock)
                {
                    _gate.Wait();
                    Array.Resize(ref _array, 8);
                    _gate.Release();
                }
            }

            public async Task M(Stream stream)
            {
                Memory<byte> memory;
                {{code}}
                memory.Span[0] = 1;
            }
        }
        """));
}
