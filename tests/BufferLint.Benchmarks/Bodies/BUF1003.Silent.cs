// The same, with the span taken again after the delegate was called.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

static class BUF1003Silent
{
    internal static int Visit(List<int> values, Func<int, int> visit, int limit)
    {
        var view = CollectionsMarshal.AsSpan(values);
        var sum = 0;
        for (var index = 0; index < limit; index++)
        {
            if (index % 3 == 0)
            {
                sum += visit(index);
                view = CollectionsMarshal.AsSpan(values);
            }

            sum += view[index];
        }

        return sum;
    }
}
