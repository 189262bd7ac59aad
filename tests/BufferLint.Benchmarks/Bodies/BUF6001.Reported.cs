// Eight bytes where four are left.
using System;
using System.Buffers.Binary;

static class BUF6001Reported
{
    internal static byte[] Header(long id, long length)
    {
        var header = new byte[12];
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
