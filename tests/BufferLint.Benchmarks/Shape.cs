// Methods that grow where analyses suffer: generated at any size.
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace BufferLint.Benchmarks;

/// <summary>A family of methods.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Smallest">The size to begin with.</param>
/// <param name="Largest">The size to end with; the engine's budgets end some shapes earlier.</param>
/// <param name="Body">The statements of a size.</param>
internal sealed record Shape(string Name, int Smallest, int Largest, Func<int, string> Body)
{
    private const string Take = "CollectionsMarshal.AsSpan(list)";

    /// <summary>All shapes.</summary>
    public static ImmutableArray<Shape> All { get; } =
    [
        new("straight code", 100, 6_400, size => Repeated(size, index => $"list.Add({index}); view = {Take}; sum += view[{index}];")),
        new("one long silence", 100, 6_400, size => Repeated(size, index => $"sum += view[{index}] + sum * {index};")),
        new("merges", 50, 800, size => Repeated(size, index => $"if (sum > {index}) {{ view = {Take}; }} else {{ list.Add({index}); sum++; }} sum += view[0];")),
        new("merges of many lists", 10, 160, size =>
            Repeated(size, index => $"var list{index} = new List<int>(); var view{index} = CollectionsMarshal.AsSpan(list{index});") +
            Repeated(size, index => $"if (sum > {index}) {{ list{index}.Add(sum); view{index} = CollectionsMarshal.AsSpan(list{index}); }} sum += view{index}[0];")),
        new("alias cycles", 5, 80, size =>
            Repeated(size, index => $"var list{index} = new List<int>(); var view{index} = CollectionsMarshal.AsSpan(list{index});") +
            "while (sum < 100) { var first = view0; list0.Add(sum);" + Repeated(size - 1, index => $"view{index} = view{index + 1}; sum += view{index}.Length;") + $"view{size - 1} = first; sum += view0[0]; }}"),
        new("nested loops", 3, 48, size =>
            Repeated(size, index => $"for (var i{index} = 0; i{index} < sum; i{index}++) {{ sum += view[i{index}]; view = {Take};") + "list.Add(sum);" + Repeated(size, _ => "}")),
        new("wide switch", 50, 800, size =>
            "switch (sum) {" + Repeated(size, index => $"case {index}: list.Add({index}); view = {Take}; sum += view[0]; break;") + "}"),
        new("tries in a row", 10, 160, size => Repeated(size, index => $"try {{ list.Add(sum); view = {Take}; }} catch (InvalidOperationException) {{ sum += {index}; }} finally {{ sum++; }} sum += view[0];")),
        new("nested tries", 2, 32, size => Repeated(size, _ => "try { list.Add(sum);") + $"view = {Take};" + Repeated(size, _ => "} catch (InvalidOperationException) { sum++; }") + "sum += view[0];"),
        new("many views at once", 10, 320, size =>
            Repeated(size, index => $"var view{index} = {Take};") + "list.Add(sum);" + Repeated(size, index => $"sum += view{index}.Length;")),
    ];

    /// <summary>A compilation unit with one method of a size.</summary>
    public string Source(int size) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        static class Generated
        {
            static int Method(List<int> list, int sum)
            {
                var view = {{Take}};
                {{Body(size)}}
                return sum + view.Length;
            }
        }
        """;

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Repeated(int count, Func<int, string> text) =>
        Enumerable.Range(0, count).Aggregate(new StringBuilder(), (all, index) => all.Append(text(index)).Append('\n')).ToString();
}
