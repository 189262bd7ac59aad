// A list grows in a loop while a span of it is read.
using System.Collections.Generic;
using System.Runtime.InteropServices;

static class BUF1001Reported
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
            }

            sum += view[index];
        }

        return sum;
    }
}
