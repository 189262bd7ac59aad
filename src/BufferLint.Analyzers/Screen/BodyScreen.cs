// Stage 2 of the pipeline: can this body matter? Answered from the words in it, before anything is bound.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Leaves bodies that name no member taking a view, or none breaking one. One bit of a mask is one gate.</summary>
internal sealed class BodyScreen
{
    private static readonly ImmutableHashSet<string> OwnViews = ImmutableHashSet.Create("Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory", "ArraySegment", "AsSpan", "AsMemory");

    private static readonly ImmutableArray<string> Indexers = ImmutableArray.Create(MemberWords.Indexer);

    private readonly Dictionary<string, Halves> _names = new();
    private readonly HashSet<string> _lending = new();
    private readonly ulong _takesSilently;
    private readonly ulong _breaksSilently;
    private readonly Lazy<CallNames> _calls;
    private readonly AwaitScreen? _waits;
    private readonly ConcurrentDictionary<SyntaxNode, EnclosingTypes> _typesAround = new();

    /// <summary>Makes a screen.</summary>
    /// <param name="gates">What tables and annotations say of names.</param>
    /// <param name="trees">Reads the compilation's own members, when a body is first asked about them; <see langword="null"/> if calls are not followed.</param>
    /// <param name="waits">Says what others may do while a body waits; <see langword="null"/> if that is not asked.</param>
    /// <param name="known">What is known of the trees already; <see langword="null"/> if nothing is kept.</param>
    public BodyScreen(ImmutableArray<NameGate> gates, Func<IReadOnlyCollection<TreeWords>>? trees = null, AwaitScreen? waits = null, KnownOfTrees? known = null)
    {
        _waits = waits;
        var releases = 0UL;
        for (var index = 0; index < gates.Length; index++)
        {
            var bit = 1UL << index;
            foreach (var name in gates[index].Taking)
            {
                Add(name, new Halves(bit, 0));
            }

            foreach (var name in gates[index].Breaking)
            {
                Add(name, new Halves(0, bit));
            }

            _lending.UnionWith(gates[index].Lending);
            _takesSilently |= gates[index].TakesSilently ? bit : 0;
            _breaksSilently |= gates[index].BreaksSilently ? bit : 0;
            releases |= gates[index].Releases ? bit : 0;
        }

        _calls = new Lazy<CallNames>(() => trees is null ? CallNames.None : known?.Of(Read, others => NameGate.AreSame(others.Gates, gates)).Calls ?? Read().Calls);

        GatedCalls Read() => new(gates, CallNames.Of(trees!(), Stated, _takesSilently, releases));

        void Add(string name, Halves halves) => _names[name] = _names.TryGetValue(name, out var present) ? present.And(halves) : halves;
    }

    /// <summary>What the compilation's own members may do, by name.</summary>
    public Lazy<CallNames> Calls => _calls;

    /// <summary>The screen of a compilation without annotations.</summary>
    public static BodyScreen OfTables { get; } = new(NameGate.OfTables);

    /// <summary>
    /// Whether a body names both halves of a bug for at least one kind of storage. Where one name is both, as to take a
    /// second view may break the first, two mentions are needed, or one in a loop.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="callbacksOf">The member whose body it is, if code that it calls back may be the other half; else <see langword="null"/>.</param>
    /// <param name="waitsOf">The same, if what others do while it waits may be the other half.</param>
    /// <param name="asksSizes">Whether a rule about sizes is on.</param>
    /// <param name="measures">Whether something in it may not fit.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Screening Screen(SyntaxNode body, ISymbol? callbacksOf, ISymbol? waitsOf, bool asksSizes, out bool measures, CancellationToken cancellation)
    {
        // By the tables alone; with the compilation's own members as what breaks; and with them as either half. Storage of
        // another's is viewed by name only: there, what is taken silently counts where a view is in sight.
        var stated = new Tally { Taken = _takesSilently, Broken = _breaksSilently };
        var called = new Tally { Broken = _breaksSilently };
        var seen = called;
        var calls = _calls.Value;
        var names = default(OtherNames);
        var mentioned = default(Halves);
        bool makesOfContext = false, repeats = false, lends = false, awaits = false, writesKept = false;
        var given = default(NamedAgain);
        var readOnly = default(ReadOnlyScreen);
        var refills = default(RefillScreen);
        var sizes = default(SizeScreen);
        var puts = default(RepeatedPuts);
        var types = default(EnclosingTypes);
        var values = default(HashSet<string>);
        var isSettled = false;
        foreach (var token in body.DescendantTokens())
        {
            var seeksSizes = asksSizes && !sizes.Note(token, calls);
            if (isSettled)
            {
                if (seeksSizes)
                {
                    continue;
                }

                break;
            }

            if (readOnly.Note(token, calls) || AddressScreen.TakesAddress(token) || (token.IsKind(SyntaxKind.IdentifierToken) && calls.TakesAddress(token.ValueText)))
            {
                isSettled = true;
                continue;
            }

            if (!token.IsKind(SyntaxKind.IdentifierToken))
            {
                repeats |= RepeatsCode(token.Kind());
                makesOfContext |= token.Parent is ImplicitObjectCreationExpressionSyntax;
                awaits |= token.IsKind(SyntaxKind.AwaitKeyword);
                var writes = names.AreWritten(token);
                writesKept |= writes;
                called.Taken |= names.AreFilledAndWritten(token) ? CallNames.OwnStorage : 0;
                var inSight = TakesReference(token) || writes ? CallNames.OwnStorage : 0;
                called.Taken |= inSight;
                seen.Taken |= inSight;
                foreach (var unnamed in CalledUnnamed(token))
                {
                    stated.Count(token.IsKind(SyntaxKind.UsingKeyword) ? Stated(unnamed) : default);
                    Call(unnamed);
                }

                foreach (var unnamed in calls.HasOperators ? Operators(token) : ImmutableArray<string>.Empty)
                {
                    Call(unnamed);
                }

                continue;
            }

            if (calls.HasOwningStructs && puts.Note(token))
            {
                isSettled = true;
                continue;
            }

            var name = token.ValueText;
            refills.Note(token);
            if (names.Note(token) is { } named)
            {
                given.Alias(name, named);
            }

            if (ValueNames.DeclaredIn(token.Parent) == token && ValueNames.IsTypical(name))
            {
                (values ??= new HashSet<string>()).Add(name);
            }

            var known = default(Halves);
            var halves = default(Halves);
            if (token.Parent is SimpleNameSyntax mention)
            {
                if (calls.Of(name) is var own && own != default)
                {
                    var shape = CallShape.Of(mention);
                    halves = calls.Of(shape.Owner is { } owner && values?.Contains(owner) == true ? shape.OfAnyOwner() : shape, types ??= TypesAround(body), own);
                    mentioned = shape.Arguments < 0 ? mentioned.And(own) : mentioned;
                }

                if (_names.TryGetValue(name, out known))
                {
                    stated.Count(known);
                    halves = halves.And(known);
                    lends |= _lending.Contains(name);
                }
            }

            if (OwnViews.Contains(name))
            {
                called.Taken |= CallNames.OwnStorage;
                seen.Taken |= CallNames.OwnStorage;
            }

            called.Count(halves);
            seen.Count(new Halves(known.Taking, halves.Breaking));
            if (stated.HasBoth || given.Has(token, (halves.Breaking & CallNames.Release) != 0) || ((halves.Breaking & CallNames.Release) != 0 && given.Note(token, calls.OwnReleased(name))))
            {
                isSettled = true;
            }
        }

        if (makesOfContext)
        {
            // What is made without its type may be of any type that is named.
            called.Count(mentioned);
            seen.Count(new Halves(0, mentioned.Breaking));
        }

        measures = sizes.MayMisfit;
        cancellation.ThrowIfCancellationRequested();
        if (isSettled)
        {
            return Screening.Analyze;
        }

        if (refills.Matters)
        {
            return Screening.AnalyzeWhole;
        }

        if (waitsOf is not null && awaits && _waits?.MayMatter(body, waitsOf, takesViews: lends || called.Taken != 0, cancellation) == true)
        {
            return Screening.AnalyzeWhole;
        }

        var callsBack = default(bool?);
        return
            (repeats && stated.Both != 0) || (writesKept && called.HasBoth) || readOnly.Matters ? Screening.Analyze :
            (repeats && seen.Both != 0) || seen.HasBoth || ((lends || seen.Taken != 0) && CallsBack()) ? Screening.AskFacts :
            (repeats && called.Both != 0) || called.HasBoth || CallsBack() ? Screening.AskCallees :
            Screening.Leave;

        void Call(string unnamed)
        {
            var halves = calls.Of(unnamed);
            called.Count(halves);
            seen.Count(new Halves(0, halves.Breaking));
        }

        // Asked last: it looks names up.
        bool CallsBack() => callsBack ??= callbacksOf is not null && (lends || called.Taken != 0) && CallbackScreen.MayCallBack(body, callbacksOf, cancellation);
    }

    /// <summary>Whether a call of a method may do something to views: else nobody needs to look into it.</summary>
    public bool MayMatter(string method) => _calls.Value.MayMatter(method);

    /// <summary>The types around a body; bodies of one type have the same.</summary>
    private EnclosingTypes TypesAround(SyntaxNode body)
    {
        for (var around = body; around is not null; around = around.Parent)
        {
            if (around is BaseTypeDeclarationSyntax { Identifier.ValueText.Length: > 0 })
            {
                return _typesAround.GetOrAdd(around, static type => EnclosingTypes.Of(type));
            }
        }

        return EnclosingTypes.None;
    }

    /// <summary>The members that a token calls without naming them.</summary>
    private static ImmutableArray<string> CalledUnnamed(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenBracketToken when token.Parent is BracketedArgumentListSyntax => Indexers,
        SyntaxKind.UsingKeyword => MemberWords.CalledByUsing,
        SyntaxKind.ForEachKeyword => MemberWords.CalledByForEach,
        _ => ImmutableArray<string>.Empty,
    };

    /// <summary>The operators that a token stands for.</summary>
    private static ImmutableArray<string> Operators(SyntaxToken token) => token.Parent switch
    {
        BinaryExpressionSyntax binary when binary.OperatorToken == token => ImmutableArray.Create(token.ValueText),
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => ImmutableArray.Create(token.ValueText),
        AssignmentExpressionSyntax compound when compound.OperatorToken == token && !token.IsKind(SyntaxKind.EqualsToken) => MemberWords.CalledBy(compound),
        PredefinedTypeSyntax { Parent: CastExpressionSyntax } => ImmutableArray.Create(token.ValueText),
        _ => ImmutableArray<string>.Empty,
    };

    private static bool TakesReference(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.RefKeyword => token.Parent is RefExpressionSyntax or RefTypeSyntax,
        SyntaxKind.FixedKeyword => true,
        SyntaxKind.AsteriskToken => token.Parent is PointerTypeSyntax,
        _ => token.Parent is AssignmentExpressionSyntax { Left: var target, Right: var value } && IsOfElement(target) && value.DescendantNodesAndSelf().Any(static part => part is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax),
    };

    /// <summary>Whether a target is chosen, an element of some array, before the value is computed.</summary>
    private static bool IsOfElement(ExpressionSyntax target) => target is ElementAccessExpressionSyntax || (target is MemberAccessExpressionSyntax member && IsOfElement(member.Expression));

    private Halves Stated(string name) =>
        name == MemberWords.IndexerSet ? new Halves(0, _breaksSilently) : _names.TryGetValue(name, out var halves) ? halves : default;

    private static bool RepeatsCode(SyntaxKind keyword) =>
        keyword is SyntaxKind.ForKeyword or SyntaxKind.ForEachKeyword or SyntaxKind.WhileKeyword or SyntaxKind.DoKeyword or SyntaxKind.GotoKeyword;

    /// <summary>The gates of which one half, or both, have been named so far.</summary>
    private struct Tally
    {
        public ulong Taken;
        public ulong Broken;
        public ulong Both;
        private ulong _takenTwice;

        public readonly bool HasBoth => ((Taken & Broken) | (_takenTwice & Both)) != 0;

        public void Count(Halves halves)
        {
            _takenTwice |= Taken & halves.Taking;
            Taken |= halves.Taking;
            Broken |= halves.Breaking & ~halves.Taking;
            Both |= halves.Breaking & halves.Taking;
        }
    }
}
