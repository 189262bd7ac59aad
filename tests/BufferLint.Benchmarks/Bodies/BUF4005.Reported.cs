// A view of a field's array that is held while another member may replace the array.
using System;
using System.IO;
using System.Threading.Tasks;

class BUF4005Reported
{
    private byte[] _items = new byte[4];

    public void Grow() => Array.Resize(ref _items, 2 * _items.Length);

    internal async Task<int> Send(Stream stream, int turns)
    {
        var view = _items.AsMemory();
        var sum = 0;
        for (var turn = 0; turn < turns; turn++)
        {
            await stream.WriteAsync(view);
            sum += view.Span[turn];
        }

        return sum;
    }
}
