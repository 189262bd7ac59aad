// What the cases leave out: the usings, and a class with collections that its public members change.
namespace BufferLint.Tests.Cases.BUF1003;

internal static class Source
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Runtime.InteropServices;

        """;

    /// <summary>A compilation unit with the types.</summary>
    public static string Types(string types) => $"{Usings}\n{types}\n";

    /// <summary>A class of a list, a dictionary and an array that grow, an event, and the members.</summary>
    public static string Members(string members) => Types($$"""
        class Store
        {
            readonly List<int> _items = new();
            readonly Dictionary<string, int> _map = new();
            int[] _array = new int[4];
            int _count;

            public event Action<int> Changed;

            public void Add(int item)
            {
                _items.Add(item);
                if (_count == _array.Length)
                {
                    Array.Resize(ref _array, 2 * _count);
                }

                _array[_count++] = item;
            }

            public void Set(string key, int value) => _map[key] = value;

            protected virtual void OnItem(int item) { }

        {{members}}
        }
        """);
}
