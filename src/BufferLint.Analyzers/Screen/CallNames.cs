// What a compilation's own members may do to views, by way of whatever they call: fixed points over their words, without
// binding anything. May say yes too often, never no where a summary could say something.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Screen;

/// <summary>The gates of which a name is the one half of a bug, and the other.</summary>
internal readonly record struct Halves(ulong Taking, ulong Breaking)
{
    public Halves And(Halves other) => new(Taking | other.Taking, Breaking | other.Breaking);

    /// <summary>The same without gates of which nobody asks what breaks.</summary>
    public Halves For(ulong asked) => new(Taking, Breaking & asked);
}

/// <summary>The members of a compilation that are one half of a bug, by name.</summary>
internal sealed class CallNames
{
    /// <summary>The gate of storage that types of the compilation keep in fields.</summary>
    public const ulong OwnStorage = 1UL << 63;

    /// <summary>The gate of leases that members of the compilation give back for others.</summary>
    public const ulong Release = 1UL << 62;

    /// <summary>The gate of storage in fields that is given back, not moved.</summary>
    public const ulong OwnLeases = 1UL << 61;

    private static readonly HashSet<string> ViewTypes = new(StringComparer.Ordinal)
    {
        "Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory", "ArraySegment", "ReadOnlySequence", "MemoryHandle", "IMemoryOwner", "IntPtr", "nint", MemberWords.Reference, MemberWords.Pointer,
    };

    /// <summary>Views of documents, which no type of the compilation keeps the storage of.</summary>
    private static readonly HashSet<string> DocumentParts = new(StringComparer.Ordinal) { "JsonElement", "JsonProperty" };

    /// <summary>What collections call taking something in.</summary>
    private static readonly HashSet<string> Adders = new(StringComparer.Ordinal) { "Add", "AddLast", "AddFirst", "Append", "Enqueue", "Insert", "Push", "TryAdd", "TryWrite" };

    private readonly Dictionary<string, Halves> _halves = new(StringComparer.Ordinal);
    private readonly HashSet<string> _otherNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _starters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taskTakers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _addressTakers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _casters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _writers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _textWriters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _arraysHandedOut = new(StringComparer.Ordinal);

    private readonly HashSet<string> _givesSize = new(StringComparer.Ordinal);
    private readonly HashSet<string> _needsSize = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ImmutableArray<string>> _ownReleased = new(StringComparer.Ordinal);

    private CallSpread? _taking;
    private CallSpread? _breaking;

    private CallNames()
    {
    }

    /// <summary>Of a compilation that declares nothing.</summary>
    public static CallNames None { get; } = new();

    /// <summary>Whether some operator is one half of a bug.</summary>
    public bool HasOperators { get; private set; }

    /// <summary>Whether there is a struct that may own storage.</summary>
    public bool HasOwningStructs { get; private set; }

    /// <summary>Makes the fixed point.</summary>
    /// <param name="trees">The words of all trees.</param>
    /// <param name="stated">What tables and annotations say of a name.</param>
    /// <param name="silent">The gates whose views are taken without naming a member.</param>
    /// <param name="releases">Those of them that give leases back.</param>
    /// <param name="moves">The gates of what moves storage.</param>
    public static CallNames Of(IReadOnlyCollection<TreeWords> trees, Func<string, Halves> stated, ulong silent, ulong releases, ulong moves)
    {
        var names = new CallNames { HasOwningStructs = trees.Any(static tree => tree.DeclaresOwner) };
        var carriers = Carriers(trees);
        var members = trees.SelectMany(static tree => tree.Members).Select(member => new Entry(member, member.Result.Any(carriers.Contains) || IsArrayItself(member), member.Result.Any(static type => type == MemberWords.Array || DocumentParts.Contains(type)))).ToArray();
        var makers = new HashSet<string>(members.Where(static entry => entry.Member.MakesArrays && !entry.Member.Result.IsEmpty).Select(static entry => entry.Member.Name));
        names._otherNames.UnionWith(members.Where(static entry => entry.Member.IsName || entry.Member.MayExchange || (entry.Member.TakesStorage && entry.Member.Assigns)).Select(static entry => entry.Member.Name));
        names._taskTakers.UnionWith(members.Where(static entry => entry.Member.TakesTask).Select(static entry => entry.Member.Name));
        names._addressTakers.UnionWith(members.Where(static entry => entry.HandsOutView && AddressScreen.TakesAddress(entry.Member)).Select(static entry => entry.Member.Name));
        names._casters.UnionWith(members.Where(static entry => entry.HandsOut && ReadOnlyScreen.IsCaster(entry.Member)).Select(static entry => entry.Member.Name));
        names._textWriters.UnionWith(members.Where(static entry => entry.Member.WritesText).Select(static entry => entry.Member.Name));
        var showing = new HashSet<string>(trees.SelectMany(static tree => tree.Showing).Where(type => type.Shows.Any(carriers.Contains)).Select(static type => type.Name), StringComparer.Ordinal);
        names._arraysHandedOut.UnionWith(members.Where(entry => entry.Member.Result.Any(showing.Contains)).Select(static entry => entry.Member.Name));
        names.AddWriters(members);
        names._givesSize.UnionWith(members.Where(static entry => entry.Member.GivesSize).Select(static entry => entry.Member.Name));
        names._needsSize.UnionWith(members.Where(static entry => entry.Member.NeedsSize).Select(static entry => entry.Member.Name));
        foreach (var entry in members)
        {
            if (!entry.Member.Released.IsEmpty)
            {
                names._ownReleased[entry.Member.Name] = names.OwnReleased(entry.Member.Name).AddRange(entry.Member.Released);
            }

        }

        names.Spread(members, new TypeFamilies(trees), stated, silent, releases, moves, makers);

        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var entry in members)
            {
                grows |= names.SpreadKeeping(entry) | names.SpreadStarting(entry);
            }
        }

        names.HasOperators = names._halves.Keys.Any(static name => name is not (MemberWords.Indexer or MemberWords.IndexerSet) && (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || !!SyntaxFacts.IsIdentifierStartCharacter(name[0])));
        return names;
    }

    /// <summary>Whether a call of a name may matter: it is one half of a bug, its result is something else's other name, it keeps an address, begins work, is told of some, or its result keeps an array that it shows.</summary>
    public bool MayMatter(string name) => _halves.ContainsKey(name) || _otherNames.Contains(name) || _starters.Contains(name) || _taskTakers.Contains(name) || _casters.Contains(name) || _writers.Contains(name) || _arraysHandedOut.Contains(name);

    /// <summary>Whether a call of a name may give something writable that may only be read.</summary>
    public bool CastsReadOnlyAway(string name) => _casters.Contains(name);

    /// <summary>Whether a call of a name may write what it is given, and comes from where read-only is cast away.</summary>
    public bool Writes(string name) => _writers.Contains(name);

    /// <summary>Whether native code of a name writes a text.</summary>
    public bool WritesText(string name) => _textWriters.Contains(name);

    /// <summary>Whether a member of a name may make an array of a known size for its caller.</summary>
    public bool GivesSize(string name) => _givesSize.Contains(name);

    /// <summary>Whether a member of a name may need something of a known size of its caller.</summary>
    public bool NeedsSize(string name) => _needsSize.Contains(name);

    /// <summary>Whether a call of a name may keep what it is given.</summary>
    public bool MayKeep(string name) => _otherNames.Contains(name);

    /// <summary>Whether a call of a name may give the address of its argument.</summary>
    public bool TakesAddress(string name) => _addressTakers.Contains(name);

    /// <summary>The fields of their own object that members of a name give back, and leave as they are.</summary>
    public ImmutableArray<string> OwnReleased(string name) => _ownReleased.TryGetValue(name, out var fields) ? fields : ImmutableArray<string>.Empty;

    /// <summary>What a name may do.</summary>
    public Halves Of(string name) => _halves.TryGetValue(name, out var halves) ? halves : default;

    /// <summary>Those whom members that cast read-only away call, and whom those call, as far as they may write what they are given.</summary>
    private void AddWriters(Entry[] members)
    {
        var writers = members.Where(static entry => entry.Member.WritesGiven).ToLookup(static entry => entry.Member.Name, StringComparer.Ordinal);
        var open = new Stack<MemberWords>(members.Select(static entry => entry.Member).Where(member => member.CastsReadOnlyAway || member.Words.Any(_casters.Contains)));
        while (open.Count > 0)
        {
            foreach (var word in open.Pop().Words)
            {
                if (writers.Contains(word) && _writers.Add(word))
                {
                    foreach (var entry in writers[word])
                    {
                        open.Push(entry.Member);
                    }
                }
            }
        }
    }

    /// <summary>What a call may do.</summary>
    /// <param name="call">How it is written.</param>
    /// <param name="types">The types that it stands in.</param>
    /// <param name="named">What its name may do; a call of it does no more.</param>
    public Halves Of(CallShape call, EnclosingTypes types, Halves named) =>
        new(named.Taking == 0 ? 0 : _taking?.Of(call, types) ?? 0, named.Breaking == 0 || call.Arguments == CallShape.OnlyType ? 0 : _breaking?.Of(call, types) ?? 0);

    /// <summary>
    /// Who hands out what it gets from somebody who may give a view, may give one as well; who calls what breaks, breaks; who has storage
    /// given back and assigns, may have got other storage from anywhere.
    /// </summary>
    private void Spread(Entry[] members, TypeFamilies families, Func<string, Halves> stated, ulong silent, ulong releases, ulong moves, HashSet<string> makers)
    {
        var words = Array.ConvertAll(members, static entry => entry.Member);
        var taking = Array.ConvertAll(members, entry => TakenBy(entry, stated));
        var breaking = Array.ConvertAll(words, member => BrokenBy(member, stated, silent, releases, moves, makers));
        _taking = new CallSpread(words, Array.ConvertAll(members, static entry => entry.HandsOut ? entry.Member.Mentioned : ImmutableArray<CallShape>.Empty), taking, families);
        _breaking = new CallSpread(words, Array.ConvertAll(words, static member => member.Run), breaking, families, notByUnnamed: Release, (index, does) => (does & OwnLeases) != 0 && words[index].Assigns ? does | OwnStorage : does);
        for (var index = 0; index < words.Length; index++)
        {
            Add(words[index].Name, new Halves(taking[index], breaking[index]));
        }
    }

    /// <summary>What a member hands out by its own words.</summary>
    private static ulong TakenBy(Entry entry, Func<string, Halves> stated)
    {
        var taking = entry.HandsOutView ? OwnStorage | OwnLeases : 0;
        foreach (var word in entry.HandsOut ? entry.Member.Words : ImmutableArray<string>.Empty)
        {
            taking |= stated(word).Taking;
        }

        return taking;
    }

    /// <summary>What a member breaks by its own words.</summary>
    private static ulong BrokenBy(MemberWords member, Func<string, Halves> stated, ulong silent, ulong releases, ulong moves, HashSet<string> makers)
    {
        var breaking = 0UL;
        foreach (var word in member.Run)
        {
            var halves = stated(word.Name);
            breaking |= halves.Breaking & ~silent;
            breaking |= (halves.Breaking & silent & moves) != 0 ? OwnStorage : 0;
            breaking |= (halves.Breaking & silent & ~moves) != 0 ? OwnLeases : 0;
            breaking |= (halves.Breaking & releases) != 0 && !NameGate.Disposal.Contains(word.Name) && !member.IsUnnamed ? Release : 0;
        }

        if (member.PutsBack)
        {
            breaking |= OwnLeases | Release;
        }

        return member.Assigns && (member.MakesArrays || member.Words.Any(makers.Contains)) ? breaking | OwnStorage : breaking;
    }

    /// <summary>Who hands on what it is given to somebody who may keep it, may keep it as well.</summary>
    private bool SpreadKeeping(Entry entry) =>
        entry.Member.TakesStorage && !_otherNames.Contains(entry.Member.Name) && entry.Member.Words.Any(word => Adders.Contains(word) || _otherNames.Contains(word)) && _otherNames.Add(entry.Member.Name);

    /// <summary>Who begins work with what it is given, or hands it to somebody who does.</summary>
    private bool SpreadStarting(Entry entry) =>
        entry.Member.TakesStorage && !_starters.Contains(entry.Member.Name) && (entry.Member.StartsWork || entry.Member.Words.Any(_starters.Contains)) && _starters.Add(entry.Member.Name);

    private void Add(string name, Halves halves)
    {
        if (halves != default)
        {
            _halves[name] = Of(name).And(halves);
        }
    }

    /// <summary>Whether a member hands out an array that is kept, so that it can be written when it is stale.</summary>
    private static bool IsArrayItself(MemberWords member) => member.IsName && member.Result.Contains(MemberWords.Array);

    /// <summary>The names of types that can hold a view: .NET's, and the compilation's own that have one in them.</summary>
    private static HashSet<string> Carriers(IReadOnlyCollection<TreeWords> trees)
    {
        var carriers = new HashSet<string>(ViewTypes, StringComparer.Ordinal);
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var (name, holds) in trees.SelectMany(static tree => tree.Carriers))
            {
                grows |= !carriers.Contains(name) && holds.Any(carriers.Contains) && carriers.Add(name);
            }
        }

        return carriers;
    }

    /// <summary>One member.</summary>
    /// <param name="Member">Its words.</param>
    /// <param name="HandsOutView">Whether what it hands out may be a view by its type.</param>
    /// <param name="HandsOutPart">Whether it hands out an array, which is a view if it is somebody's storage, or a part of a document.</param>
    private readonly record struct Entry(MemberWords Member, bool HandsOutView, bool HandsOutPart)
    {
        public bool HandsOut => HandsOutView || HandsOutPart;
    }
}
