// Sizes with which one thing that a row demands is just met, or just not met, and all others are met easily.
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Sizes;

internal static class Experiment
{
    /// <summary>More than is needed anywhere.</summary>
    public const int Plenty = 32;

    private const int Some = 5;
    private const int Scarce = 20;

    /// <summary>Sizes for one demand.</summary>
    /// <param name="row">The row.</param>
    /// <param name="demand">Which of its demands; <see langword="null"/> if all are to be met easily.</param>
    /// <param name="member">The member.</param>
    /// <param name="missing">How many elements or bytes there are too few.</param>
    public static IReadOnlyDictionary<string, int> Sizes(SizeApi row, SizeDemand? demand, MethodBase member, int missing)
    {
        var sizes = row.Parameters.Add("this").ToDictionary(static name => name, name => SizedCall.IsNumber(member, name) && !row.Demands.Any(other => Names(other.Available).Contains(name)) ? 1 : Plenty);
        if (demand is null)
        {
            return sizes;
        }

        foreach (var name in Names(demand.Needed).Where(name => !SizedCall.IsNumber(member, name)))
        {
            sizes[name] = Some;
        }

        foreach (var name in Names(demand.Available))
        {
            sizes[name] = Scarce;
        }

        if (Names(demand.Needed).FirstOrDefault(name => SizedCall.IsNumber(member, name)) is { } number)
        {
            // The number is raised until it just fits, or just does not.
            while (Fits(sizes))
            {
                sizes[number]++;
            }

            sizes[number] -= 1 - missing;
            return sizes;
        }

        var scarce = Names(demand.Available).Single();
        sizes[scarce] = 0;
        while (!Fits(sizes))
        {
            sizes[scarce]++;
        }

        sizes[scarce] -= missing;
        return sizes;

        bool Fits(IReadOnlyDictionary<string, int> sizes) => SizedCall.Value(demand.Needed, member, sizes) <= SizedCall.Value(demand.Available, member, sizes);
    }

    /// <summary>The parameters that a formula names.</summary>
    public static IEnumerable<string> Names(SizeFormula formula) => formula.Parts
        .SelectMany(static part => part.Factors)
        .Where(static atom => atom.Kind is SizeAtomKind.Amount or SizeAtomKind.Bytes or SizeAtomKind.Encoded)
        .Select(static atom => atom.Name);
}
