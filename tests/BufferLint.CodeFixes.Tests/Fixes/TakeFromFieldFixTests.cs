// What is released is taken out of the field first.
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
}
