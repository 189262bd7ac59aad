// A list grows while a span of it is alive: nothing is refused, a write is lost, the sum is wrong.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace BufferLint.Samples.ResizeUnderView;

/// <summary>The total of an order, in cents.</summary>
public static class Totals
{
    /// <summary>The right total: 1000 + 250 for the goods, 499 for shipping, less a voucher of 100.</summary>
    public const int Expected = 1649;

    /// <summary>Should give <see cref="Expected"/>; gives 1749 as it stands, since the voucher is lost.</summary>
    public static int AfterVoucher()
    {
        var prices = new List<int>(2) { 1000, 250 };
        Span<int> goods = CollectionsMarshal.AsSpan(prices);
        prices.Add(499);  // Shipping: the list moves to a bigger array, and `goods` still shows the old one.
        goods[0] -= 100;  // The bug: the voucher goes to the old array. Taking `goods` after the Add mends it.
        return prices.Sum();
    }
}
