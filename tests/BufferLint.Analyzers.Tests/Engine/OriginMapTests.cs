// The map of what origins hold says what a plain dictionary says, whoever shares its entries; temporaries stand apart in it.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Tests.Engine;

public class OriginMapTests
{
    private static readonly OriginTable Origins = ManyOrigins();

    /// <summary>Maps are written, copied and read at random, and each is compared with a dictionary that went through the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SaysWhatADictionarySays(int seed)
    {
        var random = new Random(seed);
        var maps = new List<(OriginMap Map, SortedDictionary<int, ValueSet> Model)> { (new OriginMap(Origins), []) };
        for (var step = 0; step < 4_000; step++)
        {
            var index = random.Next(maps.Count);
            var (map, model) = maps[index];
            var origin = random.Next(Origins.All.Count);
            switch (random.Next(10))
            {
                case < 5:
                    var held = ValueSet.Of([random.Next(5), random.Next(5)]);
                    map[origin] = held;
                    model[origin] = held;
                    break;
                case < 7:
                    map.Remove(origin);
                    model.Remove(origin);
                    break;
                case 7:
                    var to = Math.Min(origin + random.Next(6), Origins.All.Count);
                    map.RemoveTemporaries(origin, to);
                    foreach (var gone in model.Keys.Where(id => id >= origin && id < to && Origins.IsTemporary(id)).ToArray())
                    {
                        model.Remove(gone);
                    }

                    break;
                case 8:
                    Replace((map.Copy(), new SortedDictionary<int, ValueSet>(model)));
                    break;
                default:
                    Replace((map.CopyLasting(), new SortedDictionary<int, ValueSet>(model.Where(static entry => !Origins.IsTemporary(entry.Key)).ToDictionary())));
                    break;
            }

            foreach (var (one, other) in maps)
            {
                AssertSame(one, other);
            }
        }

        void Replace((OriginMap, SortedDictionary<int, ValueSet>) copy)
        {
            if (maps.Count < 6)
            {
                maps.Add(copy);
            }
            else
            {
                maps[random.Next(maps.Count)] = copy;
            }
        }
    }

    [Fact]
    public void WhoGoesThroughItSeesItAsItWas()
    {
        var map = new OriginMap(Origins) { [0] = ValueSet.Of(1), [1] = ValueSet.Of(2), [2] = ValueSet.Of(3) };
        foreach (var entry in map)
        {
            map.Remove(entry.Key);
            map[5] = ValueSet.Of(4);
        }

        Assert.Equal([5], map.Select(static entry => entry.Key));
    }

    [Fact]
    public void LastsAsItsCopyUntilSomethingLastingIsWritten()
    {
        var map = new OriginMap(Origins) { [0] = ValueSet.Of(1), [2] = ValueSet.Of(1) };
        var copy = map.CopyLasting();
        copy[Origins.All.First(static origin => origin.IsTemporary).Id] = ValueSet.Of(7);
        Assert.True(copy.LastsAs(map));
        copy[0] = ValueSet.Of(2);
        Assert.False(copy.LastsAs(map));
        Assert.Equal(1, map[0].Ids[0]);
    }

    [Fact]
    public void SetsOfNumbersInAnyOrderAreSorted()
    {
        Assert.Equal([1, 2, 5], ValueSet.Of([5, 1, 5, 2, 1]).ToArray());
        Assert.True(ValueSet.Of([]).IsEmpty);
    }

    private static void AssertSame(OriginMap map, SortedDictionary<int, ValueSet> model)
    {
        Assert.Equal(model.Count, map.Count);
        Assert.Equal(model.Where(static entry => !Origins.IsTemporary(entry.Key)).Sum(static entry => 1 + entry.Value.Count), map.Size);
        for (var index = 0; index < map.Count; index++)
        {
            Assert.Equal(index < map.LastingCount, !Origins.IsTemporary(map.At(index).Key));
        }

        foreach (var (origin, held) in map)
        {
            Assert.True(model.TryGetValue(origin, out var expected) && expected.Equals(held));
            Assert.True(map.ContainsKey(origin) && map[origin].Equals(held));
        }
    }

    private static OriginTable ManyOrigins()
    {
        var origins = new OriginTable();
        var expression = SyntaxFactory.ParseExpression("a");
        for (var index = 0; index < 12; index++)
        {
            _ = index % 3 == 1 ? origins.Temporary(expression) : origins.OfReturn(index);
        }

        return origins;
    }
}
