// A byte array is resized while a view of it is alive: refused at run time, found by BufferLint when it is built.
using System;
using BufferLint.Samples.Buffers;

namespace BufferLint.Samples.ResizeUnderView;

/// <summary>Runs the two faulty methods and says what came of each.</summary>
public static class Program
{
    /// <summary>Should give <c>bytearray(b'Hello!')</c>; throws <see cref="BufferError"/> as it stands.</summary>
    public static string Greeting()
    {
        var data = new ByteArray("hello"u8);
        var view = data.View();
        view[0] = (byte)'H';
        data.Append((byte)'!'); // The bug: `view` still holds the array. `view.Release();` before this line mends it.
        return data.ToString();
    }

    /// <summary>Returns 0 if both methods did what they should, otherwise 1.</summary>
    public static int Main()
    {
        var total = Totals.AfterVoucher();
        Console.WriteLine($"total: {total} (should be {Totals.Expected})");
        try
        {
            Console.WriteLine($"greeting: {Greeting()}");
            return total == Totals.Expected ? 0 : 1;
        }
        catch (BufferError error)
        {
            Console.WriteLine($"greeting: {nameof(BufferError)}: {error.Message}");
            return 1;
        }
    }
}
