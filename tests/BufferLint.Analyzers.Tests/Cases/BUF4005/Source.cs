// What the cases leave out: the usings, and a class whose public members change its buffers.
namespace BufferLint.Tests.Cases.BUF4005;

internal static class Source
{
    private const string Usings = """
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    /// <summary>A compilation unit with the types.</summary>
    public static string Types(string types) => $"{Usings}\n{types}\n";

    /// <summary>A class of an array that grows, a stream that is written, an owner that is replaced, and the members.</summary>
    public static string Members(string members) => Types($$"""
        class Store : IDisposable
        {
            private readonly MemoryStream _written = new();
            private IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(8);
            private byte[] _array = new byte[4];
            private byte[] _pooled = ArrayPool<byte>.Shared.Rent(8);
            private byte[] _fixed = new byte[4];

            public void Grow() => Array.Resize(ref _array, 2 * _array.Length);

            public void Add(byte item) => _written.WriteByte(item);

            internal void Renew()
            {
                _owner.Dispose();
                _owner = MemoryPool<byte>.Shared.Rent(8);
            }

            public void Clear()
            {
                ArrayPool<byte>.Shared.Return(_pooled);
                _pooled = null;
            }

            public void Dispose()
            {
                ArrayPool<byte>.Shared.Return(_fixed);
                _fixed = null;
            }

        {{members}}
        }
        """);
}
