// Builders of immutable collections.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BufferLint.ExecutedFacts.Subjects;

internal sealed class ImmutableArraySubject(ImmutableArray<int>.Builder builder) : Subject
{
    public override object Owner => builder;

    public override int Count => builder.Count;

    public static ImmutableArraySubject WithRoom(int spare)
    {
        var builder = ImmutableArray.CreateBuilder<int>(3 + spare);
        builder.AddRange(1, 2, 3);
        return new ImmutableArraySubject(builder);
    }

    public override Outcome Watch(Action act)
    {
        var before = ImmutableCollectionsMarshal.AsMemory(builder).Span;
        var contents = before.ToArray();
        act();
        return Compare<int>(before, contents, ImmutableCollectionsMarshal.AsMemory(builder).Span);
    }

    public override void Add(int count) => builder.AddRange(Enumerable.Range(0, count));
}

/// <summary>The tree behind an immutable list, which shares its nodes with the builder.</summary>
internal sealed class ImmutableListSubject : Subject
{
    private readonly ImmutableList<int>.Builder _builder = ImmutableList.Create(3, 1, 2).ToBuilder();

    public override object Owner => _builder;

    public override int Count => _builder.Count;

    public override Outcome Watch(Action act) => Nodes.Watch(act, index => ref _builder.ItemRef(index), () => _builder.Count);
}

internal sealed class ImmutableSortedSetSubject : Subject
{
    private readonly ImmutableSortedSet<int>.Builder _builder = ImmutableSortedSet.Create(1, 2, 3).ToBuilder();

    public override object Owner => _builder;

    public override int Count => _builder.Count;

    public override Outcome Watch(Action act) => Nodes.Watch(act, index => ref _builder.ItemRef(index), () => _builder.Count);
}

internal sealed class ImmutableSortedDictionarySubject : Subject
{
    private static readonly string[] Keys = ["1", "2", "3"];

    private readonly ImmutableSortedDictionary<string, int>.Builder _builder = Keys.ToImmutableSortedDictionary(key => key, key => key[0] - '0').ToBuilder();

    public override object Owner => _builder;

    public override int Count => _builder.Count;

    private string[] Present => [.. Keys.Where(_builder.ContainsKey)];

    public override Outcome Watch(Action act) => Nodes.Watch(act, index => ref _builder.ValueRef(Present[index]), () => Present.Length);

    public override object? Argument(Type type, bool isPresent) =>
        type == typeof(string) ? isPresent ? "1" : "9" :
        type == typeof(KeyValuePair<string, int>) ? new KeyValuePair<string, int>(isPresent ? "1" : "9", 1) : null;
}

/// <summary>References into nodes: the storage of one builder is all of them.</summary>
internal static class Nodes
{
    public delegate ref readonly int NodeAt(int index);

    /// <summary>Moved as soon as the reference to any element that is left is no longer the one the builder would give for it.</summary>
    public static Outcome Watch(Action act, NodeAt nodeAt, Func<int> count)
    {
        ref readonly var first = ref nodeAt(0);
        ref readonly var second = ref nodeAt(1);
        ref readonly var third = ref nodeAt(2);
        var (one, two, three) = (first, second, third);
        var before = count();
        act();
        var left = 0;
        for (var index = 0; index < count(); index++)
        {
            ref readonly var now = ref nodeAt(index);
            if ((now == one && !Unsafe.AreSame(in now, in first)) || (now == two && !Unsafe.AreSame(in now, in second)) || (now == three && !Unsafe.AreSame(in now, in third)))
            {
                return Outcome.Moved;
            }

            left += now == one || now == two || now == three ? 1 : 0;
        }

        // An element was set: what refers to it shows the one before.
        if (count() == before && left < before)
        {
            return Outcome.Moved;
        }

        return count() == 0 ? Outcome.Moved : count() < before ? Outcome.Shifted : Outcome.Stayed;
    }
}
