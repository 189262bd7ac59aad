// One-line cases of the fixes of BUF1003: the statements of a public method of a class whose collections others change.
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BufferLint.CodeFixes.Tests.Fixes;

/// <summary>Tests one fix where delegates are called.</summary>
/// <typeparam name="TFix">The fix.</typeparam>
internal static class CallbackCase<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>The fix turns some statements into others, one by one and through fix all.</summary>
    public static Task Applied(string before, string after, int? iterations = null) => FixCase<TFix>.AppliedToFile(Method(before), Method(after), iterations);

    /// <summary>The fix is offered for none of the findings in some statements.</summary>
    public static Task NotOffered(string statements) => FixCase<TFix>.NotOfferedInFile(Method(statements));

    /// <summary>A file with the statements in a method.</summary>
    public static string Method(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;

        class C
        {
            private readonly List<int> _items = new();
            private readonly Dictionary<string, int> _map = new();
            private int[] _array = new int[4];
            private int _count;

            public event Action<int> Changed;

            public void Add(int item)
            {
                _items.Add(item);
                _map["a"] = item;
                Array.Resize(ref _array, 2 * _array.Length);
                _array[_count++] = item;
            }

            public void M(Action<int> visit, Func<int, int> change, int n, bool on)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            protected virtual void OnItem(int item) { }
            static void Read(int item) { }
            static void Read(ReadOnlySpan<int> items) { }
        }
        """;
}
