// BUF4002: View is used after an await that changed its buffer.
using System.IO;
using System.Threading.Tasks;

namespace BufferLint.Samples;

/// <summary>Views of a stream that is written while they are held.</summary>
public static class BUF4002
{
    /// <summary>The bug: the write makes the stream grow, and the length goes into the array it had before.</summary>
    public static async Task<byte[]> Bug(byte[] body)
    {
        var stream = new MemoryStream();
        stream.WriteByte(0);
        byte[] header = stream.GetBuffer();
        await stream.WriteAsync(body); // Reported here.
        header[0] = (byte)body.Length;
        return stream.ToArray();
    }

    /// <summary>A near miss: the view is used for the last time before the stream is written.</summary>
    public static async Task<byte[]> NearMiss(byte[] body)
    {
        var stream = new MemoryStream();
        stream.WriteByte(0);
        byte[] header = stream.GetBuffer();
        header[0] = (byte)body.Length;
        await stream.WriteAsync(body);
        return stream.ToArray();
    }

    /// <summary>Fixed: the view is taken again after the await.</summary>
    public static async Task<byte[]> Fixed(byte[] body)
    {
        var stream = new MemoryStream();
        stream.WriteByte(0);
        byte[] header = stream.GetBuffer();
        await stream.WriteAsync(body);
        header = stream.GetBuffer();
        header[0] = (byte)body.Length;
        return stream.ToArray();
    }
}
