// BUF1001: Buffer is resized while a view of it is still in use.
using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>Views that are in use while their buffer is resized.</summary>
public static class BUF1001
{
    /// <summary>The bug: the list may move to a bigger array, and the discount goes to the old one.</summary>
    public static void Bug(List<int> prices)
    {
        Span<int> goods = CollectionsMarshal.AsSpan(prices);
        prices.Add(499); // Reported here.
        goods[0] -= 100;
    }

    /// <summary>The same with a stream: the header is read from the array the stream had before.</summary>
    public static int BugInStream(MemoryStream stream, byte[] body)
    {
        byte[] header = stream.GetBuffer();
        stream.Write(body, 0, body.Length); // Reported here.
        return header[0];
    }

    /// <summary>A near miss: the last use of the span comes before the resize.</summary>
    public static void NearMiss(List<int> prices)
    {
        Span<int> goods = CollectionsMarshal.AsSpan(prices);
        goods[0] -= 100;
        prices.Add(499);
    }

    /// <summary>A near miss: another list is resized.</summary>
    public static void NearMissOfAnotherList(List<int> prices, List<int> shipping)
    {
        if (prices == shipping)
            return;
        Span<int> goods = CollectionsMarshal.AsSpan(prices);
        shipping.Add(499);
        goods[0] -= 100;
    }

    /// <summary>Fixed: the span is taken again after the resize.</summary>
    public static void Fixed(List<int> prices)
    {
        Span<int> goods = CollectionsMarshal.AsSpan(prices);
        goods[0] -= 50;
        prices.Add(499);
        goods = CollectionsMarshal.AsSpan(prices);
        goods[0] -= 50;
    }
}
