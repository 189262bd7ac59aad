// A handler that keeps what its stream is lent.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

class BUF5004Reported : MemoryStream
{
    private ReadOnlyMemory<byte> _last;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _last = buffer;
        Write(_last.Span);
        return default;
    }
}
