// What the cases leave out: the usings, and a class with buffers that it grows and releases while it is waited for.
namespace BufferLint.Tests.Cases.BUF4002;

internal static class Source
{
    private const string Usings = """
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.IO;
        using System.IO.Pipelines;
        using System.Linq;
        using System.Runtime.InteropServices;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    /// <summary>A compilation unit with the types.</summary>
    public static string Types(string types) => $"{Usings}\n{types}\n";

    /// <summary>A class of an array, a list and an owner, and the members.</summary>
    public static string Members(string members) => Types($$"""
        class C
        {
            private byte[] _array = new byte[4];
            private readonly List<byte> _list = new();
            private IMemoryOwner<byte> _owner = MemoryPool<byte>.Shared.Rent(1);

            private async Task GrowAsync(Stream stream)
            {
                await stream.FlushAsync();
                Array.Resize(ref _array, 2 * _array.Length);
            }

            private async Task ReleaseAsync(Stream stream)
            {
                await stream.FlushAsync();
                _owner.Dispose();
            }

            private static async Task<int> AppendAsync(MemoryStream target, byte[] data)
            {
                await target.WriteAsync(data);
                return data.Length;
            }

        {{members}}
        }
        """);
}
