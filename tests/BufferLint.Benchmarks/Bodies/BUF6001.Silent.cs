// The same, with room for them.
using System;
using System.Buffers.Binary;

static class BUF6001Silent
{
    internal static byte[] Header(long id, long length)
    {
        var header = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(header, id);
        for (var index = 0; index < 8; index++)
        {
            if (header[index] != 0)
            {
                id--;
            }
        }

        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), length + id);
        return header;
    }
}
