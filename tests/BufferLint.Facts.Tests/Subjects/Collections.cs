// Lists, dictionaries and bit arrays.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BufferLint.ExecutedFacts.Subjects;

internal sealed class ListSubject(List<int> list) : Subject
{
    public override object Owner => list;

    public override int Count => list.Count;

    public static ListSubject WithRoom(int spare)
    {
        var list = new List<int>(3 + spare);
        list.AddRange([3, 1, 2]);
        return new ListSubject(list);
    }

    public override Outcome Watch(Action act)
    {
        var before = CollectionsMarshal.AsSpan(list);
        var contents = before.ToArray();
        act();
        return Compare<int>(before, contents, CollectionsMarshal.AsSpan(list));
    }

    public override void Add(int count) => list.AddRange(Enumerable.Range(0, count).ToArray());
}

internal sealed class ArraySubject : Subject
{
    private readonly int[] _array = [3, 1, 2];

    public override object Owner => _array;

    public override int Count => _array.Length;

    public override Outcome Watch(Action act)
    {
        var before = _array.AsSpan();
        var contents = before.ToArray();
        act();
        return Compare<int>(before, contents, _array);
    }
}

/// <summary>A dictionary, watched by the reference to one value; reached as itself or through an alternate lookup.</summary>
internal sealed class DictionarySubject(Dictionary<string, int> dictionary, bool throughLookup) : Subject
{
    public const string Viewed = "1";

    public override object Owner => throughLookup ? dictionary.GetAlternateLookup<int>() : dictionary;

    public override int Count => dictionary.Count;

    public override Type[] TypeArguments => [typeof(string), typeof(int), typeof(int)];

    public static DictionarySubject WithRoom(int spare, bool throughLookup)
    {
        var dictionary = new Dictionary<string, int>(3 + spare, new NumberedKeys()) { ["1"] = 5, ["2"] = 6, ["3"] = 7 };
        return new DictionarySubject(dictionary, throughLookup);
    }

    public override Outcome Watch(Action act)
    {
        ref var before = ref CollectionsMarshal.GetValueRefOrNullRef(dictionary, Viewed);
        var value = before;
        act();
        ref var after = ref CollectionsMarshal.GetValueRefOrNullRef(dictionary, Viewed);
        if (!Unsafe.IsNullRef(ref after))
        {
            return !Unsafe.AreSame(ref before, ref after) ? Outcome.Moved : before == value ? Outcome.Stayed : Outcome.Shifted;
        }

        if (before != value)
        {
            return Outcome.Shifted;
        }

        // The key is gone and its slot is free: whose is it now?
        dictionary["taken"] = 99;
        return before == 99 ? Outcome.Recycled : Outcome.Stayed;
    }

    public override void Add(int count)
    {
        for (var index = 0; index < count; index++)
        {
            dictionary.Add((1000 + index).ToString(System.Globalization.CultureInfo.InvariantCulture), index);
        }
    }

    public override object? Argument(Type type, bool isPresent) =>
        type == typeof(string) ? isPresent ? Viewed : "77" :
        type == typeof(int) && throughLookup ? isPresent ? 1 : 77 :
        type == typeof(KeyValuePair<string, int>) ? new KeyValuePair<string, int>(isPresent ? Viewed : "77", 5) : null;

    /// <summary>Text keys that can be looked up by number.</summary>
    private sealed class NumberedKeys : IEqualityComparer<string>, IAlternateEqualityComparer<int, string>
    {
        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string obj) => obj.Length;

        public bool Equals(int alternate, string other) => Create(alternate) == other;

        public int GetHashCode(int alternate) => Create(alternate).Length;

        public string Create(int alternate) => alternate.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

internal sealed class BitArraySubject : Subject
{
    private readonly BitArray _bits = new(8, true);

    public override object Owner => _bits;

    public override int Count => _bits.Length;

    public override Outcome Watch(Action act)
    {
        var before = CollectionsMarshal.AsBytes(_bits);
        var contents = before.ToArray();
        act();
        return Compare<byte>(before, contents, CollectionsMarshal.AsBytes(_bits));
    }
}
