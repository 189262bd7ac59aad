// Stage 2 of the pipeline: can this body matter? Answered from the words in it, before anything is bound.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Leaves bodies that name no member taking a view, or none breaking one. One bit of a mask is one gate.</summary>
internal sealed class BodyScreen
{
    private static readonly HashSet<string> OwnViews = ["Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory", "ArraySegment", "AsSpan", "AsMemory"];

    /// <summary>Storage in fields of the compilation's own types, whatever becomes of it.</summary>
    private const ulong Own = CallNames.OwnStorage | CallNames.OwnLeases;

    private static readonly ImmutableArray<string> Indexers = ImmutableArray.Create(MemberWords.Indexer);

    private readonly Dictionary<string, Halves> _names = new();
    private readonly HashSet<string> _lending = new();
    private readonly ulong _takesSilently;
    private readonly ulong _breaksSilently;
    private readonly ulong _moves;
    private readonly ulong _advances;
    private readonly ulong _leases;
    private readonly ulong _casts;
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
            _moves |= (gates[index].Signs & Signs.Moves) != 0 ? bit : 0;
            _advances |= (gates[index].Signs & Signs.Advances) != 0 ? bit : 0;
            _leases |= (gates[index].Signs & Signs.Leases) != 0 ? bit : 0;
            _casts |= (gates[index].Signs & Signs.Casts) != 0 ? bit : 0;
        }

        _calls = new Lazy<CallNames>(() => trees is null ? CallNames.None : known?.Of(Read, others => NameGate.AreSame(others.Gates, gates)).Calls ?? Read().Calls);

        GatedCalls Read() => new(gates, CallNames.Of(trees!(), Stated, _takesSilently, releases, _moves));

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
    /// <param name="member">The member whose body it is; <see langword="null"/> if nothing is asked of what it calls back, or of what others do while it waits.</param>
    /// <param name="signs">What the rules look for that are on; of nothing else is a body asked.</param>
    /// <param name="followsCalls">Whether it is asked what the compilation's own members do.</param>
    /// <param name="measures">Whether something in it may not fit.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Screening Screen(SyntaxNode body, ISymbol? member, Signs signs, bool followsCalls, out bool measures, CancellationToken cancellation)
    {
        measures = false;
        if ((signs & (Signs.Words | Signs.Sizes)) == 0)
        {
            return Screening.Leave;
        }

        // By the tables alone; with the compilation's own members as what breaks; and with them as either half. Storage of
        // another's is viewed by name only: there, what is taken silently counts where a view is in sight.
        var asked = GatesOf(signs);
        var stated = new Tally { Taken = _takesSilently, Broken = _breaksSilently & asked };
        var called = new Tally { Broken = _breaksSilently & asked };
        var seen = called;
        var calls = followsCalls ? _calls.Value : CallNames.None;
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
        var isSettled = (signs & Signs.Words) == 0;
        var growsInFunction = false;
        bool asksCasts = (signs & Signs.Casts) != 0, asksAddresses = (signs & Signs.Addresses) != 0, asksCopies = (signs & Signs.Copies) != 0 && _calls.Value.HasOwningStructs, asksRefills = (signs & Signs.Refills) != 0, asksGrowth = (signs & (Signs.Moves | Signs.Leases)) == Signs.Moves;
        foreach (var token in body.DescendantTokens())
        {
            var seeksSizes = (signs & Signs.Sizes) != 0 && !sizes.Note(token, calls);
            if (isSettled)
            {
                if (seeksSizes)
                {
                    continue;
                }

                break;
            }

            var takesAddress = AddressScreen.TakesAddress(token) || (token.IsKind(SyntaxKind.IdentifierToken) && calls.TakesAddress(token.ValueText));
            if ((takesAddress && asksAddresses) || (asksCasts && readOnly.Note(token, calls)))
            {
                isSettled = true;
                continue;
            }

            if (takesAddress)
            {
                called.Taken |= Own;
                seen.Taken |= Own;
            }

            if (!token.IsKind(SyntaxKind.IdentifierToken))
            {
                repeats |= RepeatsCode(token.Kind());
                makesOfContext |= token.Parent is ImplicitObjectCreationExpressionSyntax;
                awaits |= token.IsKind(SyntaxKind.AwaitKeyword);
                var writes = names.AreWritten(token);
                writesKept |= writes;
                called.Taken |= names.AreFilledAndWritten(token) ? Own : 0;
                var inSight = TakesReference(token) || writes ? Own : 0;
                called.Taken |= inSight;
                seen.Taken |= inSight;
                foreach (var unnamed in CalledUnnamed(token))
                {
                    stated.Count(token.IsKind(SyntaxKind.UsingKeyword) ? Stated(unnamed).For(asked) : default);
                    Call(unnamed);
                }

                foreach (var unnamed in calls.HasOperators ? Operators(token) : ImmutableArray<string>.Empty)
                {
                    Call(unnamed);
                }

                continue;
            }

            if (asksCopies && puts.Note(token))
            {
                isSettled = true;
                continue;
            }

            var name = token.ValueText;
            if (asksRefills)
            {
                refills.Note(token);
            }

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
                var own = calls.Of(name);
                var leased = own.Breaking & CallNames.OwnLeases;
                own = own.For(asked);
                if (own != default)
                {
                    var shape = CallShape.Of(mention);
                    halves = calls.Of(shape.Owner is { } owner && values?.Contains(owner) == true ? shape.OfAnyOwner() : shape, types ??= TypesAround(body), own).For(asked);
                    mentioned = shape.Arguments < 0 ? mentioned.And(own) : mentioned;
                }

                if (_names.TryGetValue(name, out known))
                {
                    leased |= ((known.Breaking & _takesSilently) | (known.Taking & _breaksSilently)) & _leases;
                    known = known.For(asked);
                    stated.Count(known);
                    halves = halves.And(known);
                    lends |= _lending.Contains(name);
                }

                growsInFunction |= leased != 0 && asksGrowth && !growsInFunction && IsInFunction(mention, body);
            }

            if (OwnViews.Contains(name))
            {
                called.Taken |= Own;
                seen.Taken |= Own;
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
        if ((signs & Signs.Words) == 0)
        {
            return Screening.Leave;
        }

        if (isSettled)
        {
            return Screening.Analyze;
        }

        if (refills.Matters)
        {
            return Screening.AnalyzeWhole;
        }

        if (member is not null && awaits && (signs & Signs.Waits) != 0 && _waits?.MayMatter(body, member, takesViews: lends || called.Taken != 0, cancellation) == true)
        {
            return Screening.AnalyzeWhole;
        }

        var callsBack = default(bool?);
        return
            (repeats && stated.Both != 0) || (writesKept && called.HasBoth) || readOnly.Matters ? Screening.Analyze :
            (repeats && seen.Both != 0) || seen.HasBoth || (growsInFunction && called.Taken != 0) || ((lends || seen.Taken != 0) && CallsBack()) ? Screening.AskFacts :
            (repeats && called.Both != 0) || called.HasBoth || CallsBack() ? Screening.AskCallees :
            Screening.Leave;

        void Call(string unnamed)
        {
            var halves = calls.Of(unnamed).For(asked);
            called.Count(halves);
            seen.Count(new Halves(0, halves.Breaking));
        }

        // Asked last: it looks names up.
        bool CallsBack() => callsBack ??= member is not null && (signs & Signs.Callbacks) != 0 && (lends || called.Taken != 0) && CallbackScreen.MayCallBack(body, member, cancellation);
    }

    /// <summary>Whether a call of a method may do something to views: else nobody needs to look into it.</summary>
    public bool MayMatter(string method) => _calls.Value.MayMatter(method);

    /// <summary>The gates that any of some signs is asked at.</summary>
    private ulong GatesOf(Signs signs) =>
        ((signs & Signs.Moves) != 0 ? _moves | CallNames.OwnStorage : 0) |
        ((signs & Signs.Advances) != 0 ? _advances : 0) |
        ((signs & Signs.Casts) != 0 ? _casts : 0) |
        ((signs & Signs.Leases) != 0 ? _leases | CallNames.OwnLeases | CallNames.Release : 0);

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

    /// <summary>Whether a name stands in a function within a body: that may give storage back which it has outgrown.</summary>
    private static bool IsInFunction(SyntaxNode name, SyntaxNode body) =>
        name.Ancestors().TakeWhile(around => around != body).Any(static around => around is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

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
