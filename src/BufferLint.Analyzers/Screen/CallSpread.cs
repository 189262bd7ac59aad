// What may be done by way of whatever is called: a fixed point over the compilation's own members, each by itself. A name in
// code is an edge to those declarations that it can mean by its arguments and by where it is looked for, so that members that
// only share a name do not answer for each other.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Screen;

/// <summary>What each member of a compilation may do: one half of bugs, gate by gate.</summary>
internal sealed class CallSpread
{
    private readonly MemberWords[] _members;
    private readonly ulong[] _does;
    private readonly TypeFamilies _families;
    private readonly Dictionary<string, Declared> _declared = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(CallShape Call, string Types), ulong> _asked = new();

    /// <summary>Makes the fixed point.</summary>
    /// <param name="members">The members.</param>
    /// <param name="calls">The names that do in each what they do by themselves.</param>
    /// <param name="does">What each does by its own words; becomes what it does in all.</param>
    /// <param name="families">Which types' members a name can mean.</param>
    /// <param name="notByUnnamed">What members do not do that are called without being named.</param>
    /// <param name="besides">What a member does in all that does some things.</param>
    public CallSpread(MemberWords[] members, ImmutableArray<CallShape>[] calls, ulong[] does, TypeFamilies families, ulong notByUnnamed = 0, Func<int, ulong, ulong>? besides = null)
    {
        _members = members;
        _does = does;
        _families = families;
        for (var index = 0; index < members.Length; index++)
        {
            if (!_declared.TryGetValue(members[index].Name, out var declared))
            {
                _declared.Add(members[index].Name, declared = new Declared());
            }

            declared.Add(index, members[index].Within.Names.FirstOrDefault());
        }

        Spread(calls, notByUnnamed, besides ?? (static (_, does) => does));
    }

    /// <summary>What a call may do.</summary>
    /// <param name="call">How it is written.</param>
    /// <param name="types">The types that it stands in.</param>
    public ulong Of(CallShape call, EnclosingTypes types)
    {
        if (!_declared.ContainsKey(call.Name))
        {
            return 0;
        }

        var key = KeyOf(call, types);
        if (!_asked.TryGetValue(key, out var does))
        {
            _asked[key] = does = Sum(Meant(call, types));
        }

        return does;
    }

    private void Spread(ImmutableArray<CallShape>[] calls, ulong notByUnnamed, Func<int, ulong, ulong> besides)
    {
        var groups = new List<int[]>();
        var known = new Dictionary<(CallShape Call, string Types), int>();
        var called = new int[_members.Length][];
        for (var index = 0; index < _members.Length; index++)
        {
            var member = _members[index];
            var own = new List<int>();
            foreach (var call in calls[index])
            {
                if (!_declared.ContainsKey(call.Name))
                {
                    continue;
                }

                var key = KeyOf(call, member.Within);
                if (!known.TryGetValue(key, out var group))
                {
                    known.Add(key, group = groups.Count);
                    groups.Add(Meant(call, member.Within).ToArray());
                }

                own.Add(group);
            }

            called[index] = own.ToArray();
        }

        var sums = new ulong[groups.Count];
        for (var grows = true; grows;)
        {
            grows = false;
            for (var group = 0; group < sums.Length; group++)
            {
                sums[group] = Sum(groups[group]);
            }

            for (var index = 0; index < called.Length; index++)
            {
                var before = _does[index];
                foreach (var group in called[index])
                {
                    _does[index] |= _members[index].IsUnnamed ? sums[group] & ~notByUnnamed : sums[group];
                }

                _does[index] = besides(index, _does[index]);
                grows |= _does[index] != before;
            }
        }
    }

    private static (CallShape Call, string Types) KeyOf(CallShape call, EnclosingTypes types) => (call, call.Reach == CallReach.Anywhere && call.Owner is null ? string.Empty : types.Key);

    private ulong Sum(IEnumerable<int> members)
    {
        var sum = 0UL;
        foreach (var member in members)
        {
            sum |= _does[member];
        }

        return sum;
    }

    /// <summary>The members that a name can mean. Code outside of types may be anything's, and what is called unnamed is called anywhere.</summary>
    private IEnumerable<int> Meant(CallShape call, EnclosingTypes types)
    {
        var declared = _declared[call.Name];
        if (call.Owner is { } owner && MeantOf(owner, call, types, declared) is { Length: > 0 } ofType)
        {
            return ofType;
        }

        return MeantAnywhere(call, types, declared);
    }

    /// <summary>
    /// The members that a name can mean behind the name of a type: that type's and those of its relatives, if there is one that
    /// is called without an object. An extension may be called on a value that has the name of its type.
    /// </summary>
    private int[] MeantOf(string owner, CallShape call, EnclosingTypes types, Declared declared)
    {
        if (_families.MayBeValue(owner, types))
        {
            return Array.Empty<int>();
        }

        var own = declared.In(_families.Of(new EnclosingTypes(ImmutableArray.Create(owner), owner))).Where(index => call.CanMean(_members[index])).ToArray();
        return own.Any(index => _members[index].IsStatic)
            ? own.Union(declared.All.Where(index => _members[index].IsExtension && call.CanMean(_members[index]))).ToArray()
            : Array.Empty<int>();
    }

    private IEnumerable<int> MeantAnywhere(CallShape call, EnclosingTypes types, Declared declared)
    {
        var near = call.Reach == CallReach.Anywhere || types.Names.IsEmpty ? null : declared.In(_families.Of(types));
        foreach (var index in near ?? declared.All)
        {
            if (call.CanMean(_members[index]))
            {
                yield return index;
            }
        }

        foreach (var index in near is null ? Enumerable.Empty<int>() : declared.All)
        {
            if (call.CanMean(_members[index]) && (_members[index].IsUnnamed || (call.Reach == CallReach.OwnOrExtension && _members[index].IsExtension)))
            {
                yield return index;
            }
        }
    }

    /// <summary>The members of one name.</summary>
    private sealed class Declared
    {
        private readonly Dictionary<string, List<int>> _ofType = new(StringComparer.Ordinal);

        public List<int> All { get; } = new();

        public void Add(int index, string? type)
        {
            All.Add(index);
            if (!_ofType.TryGetValue(type ?? string.Empty, out var present))
            {
                _ofType.Add(type ?? string.Empty, present = new List<int>());
            }

            present.Add(index);
        }

        /// <summary>Those in some types; whichever there are fewer of is gone through.</summary>
        public IEnumerable<int> In(HashSet<string> types) => types.Count < _ofType.Count
            ? types.Where(_ofType.ContainsKey).SelectMany(type => _ofType[type])
            : _ofType.Where(type => types.Contains(type.Key)).SelectMany(static type => type.Value);
    }
}
