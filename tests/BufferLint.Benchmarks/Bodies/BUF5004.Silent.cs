// The same, copied.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

class BUF5004Silent : MemoryStream
{
    private ReadOnlyMemory<byte> _last;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _last = buffer.ToArray();
        Write(_last.Span);
        return default;
    }
}
