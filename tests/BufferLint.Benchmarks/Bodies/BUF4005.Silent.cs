// The same, with the view taken again after each write.
using System;
using System.IO;
using System.Threading.Tasks;

class BUF4005Silent
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
            view = _items.AsMemory();
            sum += view.Span[turn];
        }

        return sum;
    }
}
