// BUF2005: A field keeps a buffer that was released.
using System;
using System.Buffers;

namespace BufferLint.Samples;

/// <summary>Objects that give a buffer back and still have it.</summary>
public static class BUF2005
{
    /// <summary>The bug: to dispose of it twice is allowed, and returns the array twice.</summary>
    public sealed class Bug : IDisposable
    {
        private readonly byte[] _page = ArrayPool<byte>.Shared.Rent(4096);

        /// <summary>Writes to the page.</summary>
        /// <param name="value">What is written.</param>
        public void Write(byte value) => _page[0] = value;

        /// <inheritdoc/>
        public void Dispose() => ArrayPool<byte>.Shared.Return(_page); // Reported here.
    }

    /// <summary>A near miss: the field is empty before the array goes back.</summary>
    public sealed class NearMiss : IDisposable
    {
        private byte[]? _page = ArrayPool<byte>.Shared.Rent(4096);

        /// <summary>Writes to the page.</summary>
        /// <param name="value">What is written.</param>
        public void Write(byte value) => (_page ?? throw new ObjectDisposedException(nameof(NearMiss)))[0] = value;

        /// <inheritdoc/>
        public void Dispose()
        {
            byte[]? page = _page;
            _page = null;
            if (page is not null)
            {
                ArrayPool<byte>.Shared.Return(page);
            }
        }
    }
}
