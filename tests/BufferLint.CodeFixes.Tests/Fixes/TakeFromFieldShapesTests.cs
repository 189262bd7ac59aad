// Fields and members of other kinds.
using System.Threading.Tasks;
using Xunit;
using Take = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TakeFromFieldFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class TakeFromFieldShapesTests
{
    [Fact]
    public Task ArrowOfAnAddress() => Take.Applied(
        """
        private nint _memory = Marshal.AllocHGlobal(64);

        public void Dispose() => [|Marshal.FreeHGlobal(_memory)|];
        """,
        """
        private nint _memory = Marshal.AllocHGlobal(64);

        public void Dispose()
        {
            Marshal.FreeHGlobal(_memory);
            _memory = 0;
        }
        """);

    [Fact]
    public Task Address() => Take.Applied(
        """
        private IntPtr _memory = Marshal.AllocHGlobal(64);

        public void Dispose()
        {
            [|Marshal.FreeHGlobal(_memory)|];
        }
        """,
        """
        private IntPtr _memory = Marshal.AllocHGlobal(64);

        public void Dispose()
        {
            Marshal.FreeHGlobal(_memory);
            _memory = IntPtr.Zero;
        }
        """);

    [Fact]
    public Task Pointer() => Take.Applied(
        """
        private void* _memory = NativeMemory.Alloc(64);

        public void Dispose()
        {
            [|NativeMemory.Free(_memory)|];
        }
        """,
        """
        private void* _memory = NativeMemory.Alloc(64);

        public void Dispose()
        {
            NativeMemory.Free(_memory);
            _memory = null;
        }
        """);

    [Fact]
    public Task PointerOfOwnRelease() => Take.Applied(
        """
        private byte* _memory = (byte*)NativeMemory.Alloc(64);

        public void Dispose()
        {
            [|Free(_memory)|];
        }

        private static void Free(byte* memory) => NativeMemory.Free(memory);
        """,
        """
        private byte* _memory = (byte*)NativeMemory.Alloc(64);

        public void Dispose()
        {
            var memory = _memory;
            _memory = null;
            if (memory != null)
            {
                Free(memory);
            }
        }

        private static void Free(byte* memory) => NativeMemory.Free(memory);
        """);

    [Fact]
    public Task FieldOfAStruct() => Take.Applied(
        """
        private struct State { public byte[]? Buffer; }

        private State _state;

        public C() => _state.Buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_state.Buffer!)|];
        }
        """,
        """
        private struct State { public byte[]? Buffer; }

        private State _state;

        public C() => _state.Buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _state.Buffer;
            _state.Buffer = null;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task Reads() => Take.Applied(
        """
        private readonly PipeReader _reader = PipeReader.Create(default);
        private ReadResult _result;

        public void Read() => _reader.TryRead(out _result);

        public long Length() => _result.Buffer.FirstSpan[0];

        public void Advance()
        {
            [|_reader.AdvanceTo(_result.Buffer.End)|];
        }

        public void Dispose() { }
        """,
        """
        private readonly PipeReader _reader = PipeReader.Create(default);
        private ReadResult _result;

        public void Read() => _reader.TryRead(out _result);

        public long Length() => _result.Buffer.FirstSpan[0];

        public void Advance()
        {
            _reader.AdvanceTo(_result.Buffer.End);
            _result = default;
        }

        public void Dispose() { }
        """);

    [Fact]
    public Task VirtualDispose() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (disposing)
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (disposing)
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
        }
        """,
        "public class C : IDisposable");

    [Fact]
    public Task FieldOfTheBase() => Take.Applied(
        """
        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(Buffer!)|];
        }
        """,
        """
        public void Dispose()
        {
            var buffer = Buffer;
            Buffer = null;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """,
        """
        public abstract class Base
        {
            protected byte[]? Buffer = ArrayPool<byte>.Shared.Rent(64);
        }

        public sealed class C : Base, IDisposable
        """);

    [Fact]
    public Task InAFinally() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            try
            {
                GC.SuppressFinalize(this);
            }
            finally
            {
                [|ArrayPool<byte>.Shared.Return(
                    _buffer,
                    clearArray: true)|];
            }
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            try
            {
                GC.SuppressFinalize(this);
            }
            finally
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(
                        buffer,
                        clearArray: true);
                }
            }
        }
        """);
}
