// The same, with the span taken again after the list grew.
using System.Collections.Generic;
using System.Runtime.InteropServices;

static class BUF1001Silent
{
    internal static int Collect(List<int> values, int limit)
    {
        var view = CollectionsMarshal.AsSpan(values);
        var sum = 0;
        for (var index = 0; index < limit; index++)
        {
            if (index % 3 == 0)
            {
                values.Add(index);
                view = CollectionsMarshal.AsSpan(values);
            }

            sum += view[index];
        }

        return sum;
    }
}
