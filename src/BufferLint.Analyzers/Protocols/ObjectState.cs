// What is known at one point of a run: what places hold, and which storage of the watched field was released, and where.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Protocols;

/// <summary>One state; states that differ in what was released are never joined.</summary>
internal sealed class ObjectState
{
    /// <summary>Shared with copies until one of them is written to: most are only read.</summary>
    private Dictionary<Place, Content> _contents;
    private bool _isShared;

    /// <summary>Makes a state.</summary>
    /// <param name="watched">The field that is watched.</param>
    /// <param name="watchesElements">Whether what matters is what the elements of the field hold.</param>
    /// <param name="elementPart">The part of an element that matters, if that is a struct.</param>
    public ObjectState(Place watched, bool watchesElements = false, Place? elementPart = null)
        : this(watched, watchesElements, elementPart, new Dictionary<Place, Content>())
    {
    }

    private ObjectState(Place watched, bool watchesElements, Place? elementPart, Dictionary<Place, Content> contents)
    {
        Watched = watched;
        ElementPart = elementPart;
        WatchesElements = watchesElements;
        _contents = contents;
    }

    public Place Watched { get; }

    /// <summary>Whether what matters is what the elements of the field hold.</summary>
    public bool WatchesElements { get; }

    /// <summary>Where in an element that is a struct the lease is, from <see cref="Place.Element"/>.</summary>
    public Place? ElementPart { get; }

    /// <summary>Whether a constructor runs: what is put into the field is what an object of it begins with.</summary>
    public bool IsBeingMade { get; set; }

    /// <summary>The storage that was given back.</summary>
    public Storage Released { get; private set; }

    /// <summary>Where the storage was given back that the field held at first.</summary>
    public SyntaxNode? FormerReleasedAt { get; private set; }

    /// <summary>Where the storage was given back that the field was given since.</summary>
    public SyntaxNode? PresentReleasedAt { get; private set; }

    /// <summary>How it was given back.</summary>
    public Effect? Effect { get; private set; }

    /// <summary>Whether to give it back again does nothing.</summary>
    public bool IsIdempotent => Effect?.IsIdempotent == true;

    /// <summary>What was done to storage that had been given back before the member was called.</summary>
    public ImmutableHashSet<MemberEvent> Events { get; private set; } = ImmutableHashSet<MemberEvent>.Empty;

    /// <summary>Whether the finalizer will not run.</summary>
    public bool IsFinalizeSuppressed { get; set; }

    /// <summary>Whether control does not come past here.</summary>
    public bool IsDead { get; set; }

    /// <summary>Whether the field still has what was given back.</summary>
    public bool KeepsReleased => (Of(Watched).Storage & Released) != 0;

    public Content Of(Place place) => _contents.TryGetValue(place, out var content) ? content : Content.Unknown;

    public ObjectState Copy()
    {
        var copy = With(_contents);
        copy._isShared = _isShared = true;
        return copy;
    }

    /// <summary>The state in a function that is called: its own variables are new.</summary>
    /// <param name="self">What it is called on; <see langword="null"/> if that is nobody who is followed.</param>
    public ObjectState ForCallee(Place? self) => With(Contents(self, areKnown: true));

    /// <summary>The state of the caller after a callee came to an end.</summary>
    /// <param name="callee">The state there.</param>
    /// <param name="self">What it was called on; <see langword="null"/> if that is nobody who is followed.</param>
    /// <param name="isCopied">Whether it only had a copy of that.</param>
    public ObjectState AfterCall(ObjectState callee, Place? self, bool isCopied)
    {
        var after = callee.With(Contents(self, areKnown: false));
        foreach (var entry in callee._contents)
        {
            if (IsKnownTo(self, entry.Key))
            {
                after.Put(entry.Key, isCopied && entry.Key.IsWithin(self!) ? Of(entry.Key) : entry.Value);
            }
        }

        return after;
    }

    /// <summary>What the places hold that a function knows by itself, or what those hold that it does not.</summary>
    private Dictionary<Place, Content> Contents(Place? self, bool areKnown)
    {
        var contents = new Dictionary<Place, Content>();
        foreach (var entry in _contents)
        {
            if (IsKnownTo(self, entry.Key) == areKnown)
            {
                contents.Add(entry.Key, entry.Value);
            }
        }

        return contents;
    }

    /// <summary>Whether a place, or a part of it, holds storage of the watched field.</summary>
    public bool HoldsStorageWithin(Place place)
    {
        foreach (var entry in _contents)
        {
            if (entry.Value.Storage != Storage.None && (entry.Key.Equals(place) || entry.Key.IsWithin(place)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Copies the parts of a value to another place.</summary>
    public void CopyParts(Place from, Place to) => TakeParts(this, from, to);

    /// <summary>Copies the parts of a value from another state.</summary>
    public void TakeParts(ObjectState state, Place from, Place to)
    {
        List<KeyValuePair<Place, Content>>? parts = null;
        foreach (var entry in state._contents)
        {
            if (entry.Key.IsWithin(from))
            {
                (parts ??= new List<KeyValuePair<Place, Content>>()).Add(entry);
            }
        }

        foreach (var part in parts ?? Enumerable.Empty<KeyValuePair<Place, Content>>())
        {
            Put(part.Key.Moved(from, to), part.Value);
        }
    }

    /// <summary>The state that the next member finds: what was given back is what the field held at first.</summary>
    public ObjectState ForNextMember()
    {
        var next = new ObjectState(Watched, WatchesElements, ElementPart)
        {
            IsFinalizeSuppressed = IsFinalizeSuppressed,
            Effect = Effect,
            Released = Storage.Former,
            FormerReleasedAt = (Of(Watched).Storage & Released & Storage.Former) != 0 ? FormerReleasedAt : PresentReleasedAt,
        };
        foreach (var entry in _contents.Where(static entry => entry.Key.IsOfObject))
        {
            next.Put(entry.Key, entry.Value with { Storage = Storage.None, GivenAt = null, IsWhole = false });
        }

        next.Put(Watched, Content.Of(Storage.Former) with { IsWhole = WatchesElements });
        return next;
    }

    /// <summary>The state of an object that a constructor has made: what is in the field is what it has at first.</summary>
    public ObjectState AsMade()
    {
        var made = new ObjectState(Watched, WatchesElements, ElementPart);
        foreach (var entry in _contents.Where(static entry => entry.Key.IsOfObject))
        {
            made._contents[entry.Key] = entry.Value with { Storage = entry.Value.Storage == Storage.None ? Storage.None : Storage.Former, GivenAt = null };
        }

        return made;
    }

    /// <summary>Whether two places hold the same storage for certain.</summary>
    public bool IsSame(Place one, Place other) =>
        Of(one) is { Storage: not Storage.None, Knowledge: not Knowledge.Changed } content && content with { GivenAt = null } == Of(other) with { GivenAt = null };

    /// <summary>The value that a place gets has a lease in the part that is watched; so has the variable that it came from.</summary>
    public void Begin(Place place, Place? from)
    {
        if (IsBeingMade && Watched.IsWithin(place))
        {
            _contents[Watched] = Content.Of(Storage.Present);
            _contents[place] = Content.Known(nameof(Begin));
            if (from is { IsOfObject: false })
            {
                _contents[Watched.Moved(place, from)] = Content.Of(Storage.Present);
            }
        }
    }

    /// <summary>Puts something into a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="content">What it gets.</param>
    /// <param name="from">The variable that has the same from now on, if there is one.</param>
    public void Assign(Place place, Content content, Place? from = null)
    {
        AssignWhole(place);
        if (!place.Equals(Watched))
        {
            content = Watched.IsWithin(place) ? content with { Storage = Storage.None } : content;
            Put(place, place.IsOfObject && content is { Knowledge: Knowledge.Unknown, Storage: Storage.None } ? Content.Changed : content);
            return;
        }

        if (content.Storage == Storage.None && !content.IsNull)
        {
            foreach (var other in _contents.Where(static entry => (entry.Value.Storage & Storage.Present) != 0).Select(static entry => entry.Key).ToArray())
            {
                Put(other, _contents[other] with { Storage = _contents[other].Storage & ~Storage.Present });
            }

            Released &= ~Storage.Present;
            content = content with { Storage = Storage.Present, IsWhole = WatchesElements };
            if (from is not null)
            {
                Put(from, Of(from) with { Storage = Storage.Present, IsWhole = WatchesElements });
            }
        }

        Put(place, content with { GivenAt = null });
    }

    /// <summary>The collection has other elements from now on, or none: whoever gets hold of it may see to that.</summary>
    public void Empty() => Assign(Watched, Content.Known(nameof(Empty)));

    /// <summary>What a place holds is known from here on.</summary>
    public void Learn(Place place, Content content) => Put(place, content);

    /// <summary>Something was called on what a place holds, and may have changed it.</summary>
    public void Touch(Place place)
    {
        if (Of(place) is { Knowledge: Knowledge.Unknown, Storage: Storage.None } content)
        {
            Put(place, content with { Knowledge = Knowledge.Changed });
        }
    }

    /// <summary>Every field of an object gets another value.</summary>
    public void AssignWhole(Place? whole)
    {
        List<Place>? parts = null;
        foreach (var entry in _contents)
        {
            if (whole is not null && entry.Key.IsWithin(whole))
            {
                (parts ??= new List<Place>()).Add(entry.Key);
            }
        }

        foreach (var part in parts ?? Enumerable.Empty<Place>())
        {
            Put(part, Content.Changed);
        }
    }

    /// <summary>Something is done to storage that had been given back.</summary>
    public void Note(MemberEvent done) => Events = Events.Add(done);

    /// <summary>Storage is given back.</summary>
    /// <param name="storage">Which.</param>
    /// <param name="at">Where.</param>
    /// <param name="effect">How.</param>
    public void Release(Storage storage, SyntaxNode at, Effect effect)
    {
        Effect = effect;
        Released |= storage;
        FormerReleasedAt = (storage & Storage.Former) != 0 ? FormerReleasedAt ?? at : FormerReleasedAt;
        PresentReleasedAt = (storage & Storage.Present) != 0 ? at : PresentReleasedAt;
    }

    /// <summary>Takes over all of another state.</summary>
    public void Become(ObjectState other)
    {
        _contents = other._contents;
        _isShared = other._isShared = true;
        Released = other.Released;
        FormerReleasedAt = other.FormerReleasedAt;
        PresentReleasedAt = other.PresentReleasedAt;
        Effect = other.Effect;
        Events = other.Events;
        IsFinalizeSuppressed = other.IsFinalizeSuppressed;
    }

    /// <summary>Joins another state of the same releases in.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Join(ObjectState other)
    {
        var joined = JoinedContents(other);
        var changed = joined is not null;
        foreach (var (place, content) in joined ?? Enumerable.Empty<(Place, Content)>())
        {
            Put(place, content);
        }

        var isSuppressed = IsFinalizeSuppressed && other.IsFinalizeSuppressed;
        changed |= isSuppressed != IsFinalizeSuppressed;
        IsFinalizeSuppressed = isSuppressed;
        FormerReleasedAt ??= other.FormerReleasedAt;
        PresentReleasedAt ??= other.PresentReleasedAt;
        Effect ??= other.Effect;
        var events = Events.Union(other.Events);
        changed |= events.Count != Events.Count;
        Events = events;
        return changed;
    }

    /// <summary>The places of which less is known where another state is joined in, or that only that one knows; <see langword="null"/> if there are none.</summary>
    private List<(Place Place, Content Content)>? JoinedContents(ObjectState other)
    {
        if (_contents == other._contents)
        {
            return null;
        }

        List<(Place Place, Content Content)>? joined = null;
        foreach (var entry in _contents)
        {
            var content = other.Of(entry.Key);
            if (!content.Equals(entry.Value) && Join(entry.Key, entry.Value, content) is var both && !both.Equals(entry.Value))
            {
                (joined ??= new List<(Place, Content)>()).Add((entry.Key, both));
            }
        }

        foreach (var entry in other._contents)
        {
            if (!_contents.ContainsKey(entry.Key))
            {
                (joined ??= new List<(Place, Content)>()).Add((entry.Key, Join(entry.Key, Content.Unknown, entry.Value)));
            }
        }

        return joined;
    }

    private void Put(Place place, Content content)
    {
        if (_isShared)
        {
            if (_contents.TryGetValue(place, out var present) && present.Equals(content))
            {
                return;
            }

            _contents = new Dictionary<Place, Content>(_contents);
            _isShared = false;
        }

        _contents[place] = content;
    }

    /// <summary>A variable that counts the elements is changed by its loop, and says nothing of who was called before.</summary>
    private Content Join(Place place, Content one, Content other) =>
        WatchesElements && !place.IsOfObject && IsNumber(one) && IsNumber(other) && one != other ? Content.Unknown : one.Join(other);

    private static bool IsNumber(Content content) =>
        content.Storage == Storage.None && (content.Knowledge == Knowledge.Unknown || (content.Knowledge == Knowledge.Known && Comparisons.Number(content.Constant) is not null));

    /// <summary>Whether a function knows a place by itself; a collection may be changed by whoever is given it.</summary>
    private bool IsKnownTo(Place? self, Place place) => (self is not null && (self.IsOfObject && place.IsOfObject || place.IsWithin(self))) || (WatchesElements && place.Equals(Watched));

    private ObjectState With(Dictionary<Place, Content> contents) => new(Watched, WatchesElements, ElementPart, contents)
    {
        Released = Released,
        FormerReleasedAt = FormerReleasedAt,
        PresentReleasedAt = PresentReleasedAt,
        Effect = Effect,
        Events = Events,
        IsFinalizeSuppressed = IsFinalizeSuppressed,
        IsDead = IsDead,
        IsBeingMade = IsBeingMade,
    };
}
