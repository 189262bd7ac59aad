// The same, taken out of the field first.
using System;
using System.Buffers;

sealed class BUF2005Silent : IDisposable
{
    private byte[]? _page = ArrayPool<byte>.Shared.Rent(4096);

    public void Dispose()
    {
        var page = _page;
        _page = null;
        if (page is not null)
        {
            ArrayPool<byte>.Shared.Return(page);
        }
    }
}
