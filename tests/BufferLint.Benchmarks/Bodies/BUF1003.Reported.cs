// A delegate is called in a loop over a span of a list that others can fill.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

static class BUF1003Reported
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
            }

            sum += view[index];
        }

        return sum;
    }
}
