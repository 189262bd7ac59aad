// What is released is taken out of the field first, or the field is cleared.
using System.Threading.Tasks;
using Xunit;
using Take = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TakeFromFieldFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class TakeFromFieldFixTests
{
    [Fact]
    public Task NeverNull() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = null!;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task MayBeNull() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer!)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = null;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task NullableDisabled() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = null;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """, nullable: "disable");

    [Fact]
    public Task Comments() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            // Give it back.
            [|ArrayPool<byte>.Shared.Return(_buffer)|]; // done
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = null!;
            // Give it back.
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer); // done
            }
        }
        """);

    [Fact]
    public Task Qualified() => Take.Applied(
        """
        private byte[] buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(this.buffer, clearArray: true)|];
        }
        """,
        """
        private byte[] buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer2 = this.buffer;
            this.buffer = null!;
            if (buffer2 is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer2, clearArray: true);
            }
        }
        """);

    [Fact]
    public Task UnderATest() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null)
            {
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
            }
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null;
            }
        }
        """);

    [Fact]
    public Task UnderATestWithoutBraces() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is not null)
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null;
            }
        }
        """);

    [Fact]
    public Task UnderATestOnOneLine() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null) [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer != null)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = null;
            }
        }
        """);

    [Fact]
    public Task BehindATest() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is null)
            {
                return;
            }

            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is null)
            {
                return;
            }

            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }
        """);

    [Fact]
    public Task UnderAnotherTest() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps)
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps)
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
        }
        """);

    [Fact]
    public Task UnderAnotherTestOnOneLine() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps) [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public bool Keeps { get; set; }

        public void Dispose()
        {
            if (!Keeps)
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null) { ArrayPool<byte>.Shared.Return(buffer); }
            }
        }
        """);

    [Fact]
    public Task OneLine() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose() { [|ArrayPool<byte>.Shared.Return(_buffer)|]; }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose() { var buffer = _buffer; _buffer = null!; if (buffer is not null) { ArrayPool<byte>.Shared.Return(buffer); } }
        """);

    [Fact]
    public Task Arrow() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose() => [|ArrayPool<byte>.Shared.Return(_buffer)|]; // done
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = null!;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        } // done
        """);

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
    public Task Owner() => Take.Applied(
        """
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First() => _owner!.Memory.Span[0];

        public void Clear()
        {
            [|_owner!.Dispose()|];
        }

        public void Dispose() { }
        """,
        """
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First() => _owner!.Memory.Span[0];

        public void Clear()
        {
            var owner = _owner;
            _owner = null;
            owner?.Dispose();
        }

        public void Dispose() { }
        """);

    [Fact]
    public Task OwnerThatIsAskedFor() => Take.Applied(
        """
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First() => _owner!.Memory.Span[0];

        public void Clear()
        {
            _owner?[|.Dispose()|];
        }

        public void Dispose() { }
        """,
        """
        private IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(64);

        public byte First() => _owner!.Memory.Span[0];

        public void Clear()
        {
            _owner?.Dispose();
            _owner = null;
        }

        public void Dispose() { }
        """);

    [Fact]
    public Task Local() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is { } buffer)
            {
                [|ArrayPool<byte>.Shared.Return(buffer)|];
            }
        }
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            if (_buffer is { } buffer)
            {
                _buffer = null;
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task LocalWithoutATest() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            [|ArrayPool<byte>.Shared.Return(buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = null!;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task Property() => Take.Applied(
        """
        private byte[] Buffer { get; set; } = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(Buffer)|];
        }
        """,
        """
        private byte[] Buffer { get; set; } = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = Buffer;
            Buffer = null!;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public Task NameThatIsTaken() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        private int _length;

        public void Clear(int buffer)
        {
            _length = buffer;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }

        public int Length => _length;

        public void Dispose() { }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        private int _length;

        public void Clear(int buffer)
        {
            _length = buffer;
            var buffer2 = _buffer;
            _buffer = null!;
            if (buffer2 is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer2);
            }
        }

        public int Length => _length;

        public void Dispose() { }
        """);

    [Fact]
    public Task SeveralFields() => Take.Applied(
        """
        private byte[] _one = ArrayPool<byte>.Shared.Rent(64);
        private byte[] _two = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_one)|];
            [|ArrayPool<byte>.Shared.Return(_two)|];
        }
        """,
        """
        private byte[] _one = ArrayPool<byte>.Shared.Rent(64);
        private byte[] _two = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var one = _one;
            _one = null!;
            if (one is not null)
            {
                ArrayPool<byte>.Shared.Return(one);
            }
            var two = _two;
            _two = null!;
            if (two is not null)
            {
                ArrayPool<byte>.Shared.Return(two);
            }
        }
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

    [Fact]
    public Task MentionedTwice() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer, _buffer.Length > 128)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = null!;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer, buffer.Length > 128);
            }
        }
        """);

    [Fact]
    public Task EmptiedMember() => Take.Applied(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer[0];

        internal void Clear(bool all)
        {
            if (all)
                [|ArrayPool<byte>.Shared.Return(_buffer)|];
            else
                _buffer[0] = 0;
        }

        public void Dispose() => Clear(true);
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer[0];

        internal void Clear(bool all)
        {
            if (all)
            {
                var buffer = _buffer;
                _buffer = null!;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
            }
            else
                _buffer[0] = 0;
        }

        public void Dispose() => Clear(true);
        """);

    [Fact]
    public Task UsedOnAnotherWay() => Take.Applied(
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        internal void Clear(int kind)
        {
            if (kind == 0)
            {
                [|ArrayPool<byte>.Shared.Return(_buffer!)|];
                return;
            }

            _buffer![0] = 0;
        }

        public void Dispose() => Clear(0);
        """,
        """
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);

        public byte First() => _buffer![0];

        internal void Clear(int kind)
        {
            if (kind == 0)
            {
                var buffer = _buffer;
                _buffer = null;
                if (buffer is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
                return;
            }

            _buffer![0] = 0;
        }

        public void Dispose() => Clear(0);
        """);

    [Fact]
    public Task HandleThatMayBeThere() => Take.Applied(
        """
        private GCHandle? _handle = GCHandle.Alloc(new byte[4], GCHandleType.Pinned);

        public void Dispose()
        {
            if (_handle.HasValue)
            {
                [|_handle.Value.Free()|];
            }
        }
        """,
        """
        private GCHandle? _handle = GCHandle.Alloc(new byte[4], GCHandleType.Pinned);

        public void Dispose()
        {
            if (_handle.HasValue)
            {
                _handle.Value.Free();
                _handle = null;
            }
        }
        """);
}
