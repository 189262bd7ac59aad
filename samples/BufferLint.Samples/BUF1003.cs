// BUF1003: A callback may resize the buffer while a view of it is in use.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace BufferLint.Samples;

/// <summary>Somebody else's code that runs while a view of a collection is in use.</summary>
public class BUF1003
{
    private readonly Dictionary<string, int> _prices = new();
    private readonly List<int> _orders = new();

    /// <summary>Raised for each order; whoever listens may place another.</summary>
    public event Action<int>? Placed;

    /// <summary>What makes views of the orders end.</summary>
    public void Place(int order) => _orders.Add(order);

    /// <summary>The bug: the factory may ask for the price of another item, which adds an entry and moves all of them.</summary>
    public int Bug(string item, Func<string, int> compute)
    {
        ref int price = ref CollectionsMarshal.GetValueRefOrAddDefault(_prices, item, out bool exists);
        if (!exists)
            price = compute(item); // Reported here.
        return price;
    }

    /// <summary>Fixed: first the value, then the place for it.</summary>
    public int Fixed(string item, Func<string, int> compute)
    {
        if (!_prices.TryGetValue(item, out int price))
        {
            price = compute(item);
            _prices[item] = price;
        }

        return price;
    }

    /// <summary>Another bug: a listener that places an order moves the list under the loop.</summary>
    public void BugInALoop()
    {
        foreach (ref int order in CollectionsMarshal.AsSpan(_orders))
        {
            Placed?.Invoke(order); // Reported here.
            order = 0;
        }
    }

    /// <summary>Fixed: by index, each element is looked up when it is needed.</summary>
    public void FixedInALoop()
    {
        for (int index = 0; index < _orders.Count; index++)
        {
            Placed?.Invoke(_orders[index]);
            _orders[index] = 0;
        }
    }

    /// <summary>A near miss: the list was made here, nobody else has it.</summary>
    public static int NearMiss(IEnumerable<int> items, Action<int> visit)
    {
        List<int> own = new(items);
        int sum = 0;
        foreach (int item in CollectionsMarshal.AsSpan(own))
        {
            visit(item);
            sum += item;
        }

        return sum;
    }
}
