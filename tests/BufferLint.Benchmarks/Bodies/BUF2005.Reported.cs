// Two members return what is in the field, and neither takes it out.
using System;
using System.Buffers;

sealed class BUF2005Reported : IDisposable
{
    private readonly byte[] _page = ArrayPool<byte>.Shared.Rent(4096);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_page);
}
