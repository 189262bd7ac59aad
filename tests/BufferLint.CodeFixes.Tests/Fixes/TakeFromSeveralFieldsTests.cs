// Several fields in one member, each with a local of its own.
using System.Threading.Tasks;
using Xunit;
using Take = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TakeFromFieldFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class TakeFromSeveralFieldsTests
{
    [Fact]
    public Task TwoNames() => Take.Applied(
        """
        private readonly object _gate = new();
        private byte[]? _head = ArrayPool<byte>.Shared.Rent(64);
        private byte[]? _tail = ArrayPool<byte>.Shared.Rent(64);

        public void Open()
        {
            lock (_gate) { }
        }

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_head!)|];
            [|ArrayPool<byte>.Shared.Return(_tail!)|];
        }
        """,
        """
        private readonly object _gate = new();
        private byte[]? _head = ArrayPool<byte>.Shared.Rent(64);
        private byte[]? _tail = ArrayPool<byte>.Shared.Rent(64);

        public void Open()
        {
            lock (_gate) { }
        }

        public void Dispose()
        {
            var head = System.Threading.Interlocked.Exchange(ref _head, null);
            if (head is not null)
            {
                ArrayPool<byte>.Shared.Return(head);
            }
            var tail = System.Threading.Interlocked.Exchange(ref _tail, null);
            if (tail is not null)
            {
                ArrayPool<byte>.Shared.Return(tail);
            }
        }
        """);

    [Fact]
    public Task NamesThatComeToTheSame() => Take.Applied(
        """
        private readonly object _gate = new();
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);
        private byte[]? m_buffer = ArrayPool<byte>.Shared.Rent(64);
        private byte[]? Buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Open()
        {
            lock (_gate) { }
        }

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_buffer!)|];
            [|ArrayPool<byte>.Shared.Return(m_buffer!)|];
            [|ArrayPool<byte>.Shared.Return(Buffer!)|];
        }
        """,
        """
        private readonly object _gate = new();
        private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(64);
        private byte[]? m_buffer = ArrayPool<byte>.Shared.Rent(64);
        private byte[]? Buffer = ArrayPool<byte>.Shared.Rent(64);

        public void Open()
        {
            lock (_gate) { }
        }

        public void Dispose()
        {
            var buffer = System.Threading.Interlocked.Exchange(ref _buffer, null);
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
            var buffer2 = System.Threading.Interlocked.Exchange(ref m_buffer, null);
            if (buffer2 is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer2);
            }
            var buffer3 = System.Threading.Interlocked.Exchange(ref Buffer, null);
            if (buffer3 is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer3);
            }
        }
        """);

    [Fact]
    public Task FieldOfAnObject() => Take.Applied(
        """
        private sealed class State
        {
            public byte[]? Page = ArrayPool<byte>.Shared.Rent(64);
        }

        private readonly State _state = new State();

        public void Dispose()
        {
            [|ArrayPool<byte>.Shared.Return(_state.Page!)|];
        }
        """,
        """
        private sealed class State
        {
            public byte[]? Page = ArrayPool<byte>.Shared.Rent(64);
        }

        private readonly State _state = new State();

        public void Dispose()
        {
            var page = _state.Page;
            _state.Page = null;
            if (page is not null)
            {
                ArrayPool<byte>.Shared.Return(page);
            }
        }
        """);
}
