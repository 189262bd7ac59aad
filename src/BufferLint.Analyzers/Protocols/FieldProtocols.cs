// Stage 6, over types: which fields keep what was released when a member that outsiders can call returns, and which
// member falls for it when it is called after that. Members are run in the order first, next; a constructor is not one.
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
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Protocols;

/// <summary>Runs the members of the types of one compilation, each type once.</summary>
internal sealed class FieldProtocols : IFieldProtocols
{
    private readonly BufferModel _model;
    private readonly Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> _graphOf;
    private readonly ReleaseCalls _calls;
    private readonly AdoptedReleases _adopted;
    private readonly ConcurrentDictionary<ISymbol, bool> _disposes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _holds = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<KeptRelease>> _found = new(SymbolEqualityComparer.Default);

    /// <param name="model">What members do.</param>
    /// <param name="graphOf">The code of a method; <see langword="null"/> if there is none.</param>
    /// <param name="operationOf">What an expression of the compilation means.</param>
    /// <param name="mayRelease">Whether a call of a name may give something back.</param>
    public FieldProtocols(BufferModel model, Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> graphOf, Func<SyntaxNode, CancellationToken, IOperation?> operationOf, Func<string, bool> mayRelease)
    {
        _adopted = new AdoptedReleases(model, graphOf, operationOf);
        _model = model;
        _graphOf = graphOf;
        _calls = new ReleaseCalls(mayRelease);
    }

    /// <inheritdoc/>
    public ImmutableArray<KeptRelease> In(SyntaxNode body, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type is { IsValueType: true, IsReadOnly: true } or { TypeKind: not (TypeKind.Class or TypeKind.Struct) } or { DeclaredAccessibility: Accessibility.Private })
        {
            return ImmutableArray<KeptRelease>.Empty;
        }

        var definition = type.OriginalDefinition;
        if (!_found.TryGetValue(definition, out var found))
        {
            if (!MayHold(definition) || !_calls.MayRelease(body, Disposes(definition)))
            {
                return ImmutableArray<KeptRelease>.Empty;
            }

            found = _found.GetOrAdd(definition, FindWithinStack(definition, cancellation));
        }
        else if (!found.IsEmpty && !_calls.MayRelease(body, Disposes(definition)))
        {
            return ImmutableArray<KeptRelease>.Empty;
        }

        return found.IsEmpty ? found : found.Where(kept => kept.Release.SyntaxTree == body.SyntaxTree && body.Span.Contains(kept.Release.Span)).ToImmutableArray();
    }

    /// <inheritdoc/>
    public AdoptedRelease? ReleaseOf(SyntaxNode given, SyntaxNode made, CancellationToken cancellation) => _adopted.Of(given, made, cancellation);

    /// <inheritdoc/>
    public AdoptedRelease? ReleaseOf(INamedTypeSymbol type, CancellationToken cancellation) => _adopted.Of(type, cancellation);

    /// <summary>Whether a type has leases in its fields that are disposed.</summary>
    private bool Disposes(INamedTypeSymbol definition) => _disposes.GetOrAdd(definition, static definition => WatchedFields.AreDisposed((INamedTypeSymbol)definition));

    /// <summary>Whether a type has any field that may hold what is released.</summary>
    private bool MayHold(INamedTypeSymbol definition) => _holds.GetOrAdd(definition, static definition => WatchedFields.MayHoldLeases((INamedTypeSymbol)definition));

    private ImmutableArray<KeptRelease> FindWithinStack(INamedTypeSymbol type, CancellationToken cancellation)
    {
        try
        {
            return Find(type, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            // Source nested deeper than any stack: nobody follows it.
            return ImmutableArray<KeptRelease>.Empty;
        }
    }

    private ImmutableArray<KeptRelease> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var found = new Dictionary<SyntaxNode, (int Rank, KeptRelease Kept)>();
        FindAmong(WatchedFields.Of(type, withOthers: true), type, isStatic: false, found, cancellation);
        if (IsVisible(type))
        {
            FindAmong(WatchedFields.StaticOf(type), type, isStatic: true, found, cancellation);
        }

        // Who is called next and repeats his own mistake is told of that alone.
        var repeated = new HashSet<SyntaxNode>(found.Where(static best => best.Value.Kept.Again == best.Key).Select(static best => best.Key));
        return found.Values.Select(static best => best.Kept).Where(kept => kept.Again == kept.Release || !kept.IsRelease || !repeated.Contains(kept.Again)).OrderBy(static kept => kept.Release.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static kept => kept.Release.SpanStart).ToImmutableArray();
    }

    private void FindAmong(IEnumerable<WatchedField> all, INamedTypeSymbol type, bool isStatic, Dictionary<SyntaxNode, (int Rank, KeptRelease Kept)> found, CancellationToken cancellation)
    {
        var candidates = all.ToArray();
        if (candidates.Length == 0)
        {
            return;
        }

        var code = new OwnCode(type, _calls, Disposes(type), isStatic, cancellation);
        if (!code.HasReleases)
        {
            return;
        }

        var entries = code.Entries();
        var releasing = entries.Where(static entry => entry is { Releasing.IsEmpty: false, IsFinalizer: false, IsCleanup: false }).ToArray();
        var named = new HashSet<string>(releasing.SelectMany(static entry => entry.Words), StringComparer.Ordinal);
        var fields = candidates.Where(field => WatchedFields.MayHoldLease(field, named.Contains(field.Outer.Name), code.Given) && code.MayReachRelease(field.Outer.Name) && !(type.IsValueType && field.Outer is IFieldSymbol { IsReadOnly: true, IsStatic: false })).ToArray();
        var isVisible = IsVisible(type);
        if (fields.Length == 0 || (isStatic && code.IsForProcess))
        {
            return;
        }

        var bound = new BoundReleases(_model, _calls, Disposes(type), _graphOf, cancellation);
        fields = fields.Where(field => releasing.Any(entry => entry.Words.Contains(field.Outer.Name) && bound.MayRelease(entry, field))).ToArray();
        if (fields.Length == 0)
        {
            return;
        }

        var context = new RunContext(type, _model, _graphOf, cancellation, isStatic);
        var seconds = isStatic ? Array.Empty<SecondRelease>() : FieldsOverOne.In(fields, releasing, new RunContext(type, _model, _graphOf, cancellation, isStatic)).ToArray();
        foreach (var watched in fields)
        {
            var (_, field, outer, _, _) = watched;
            foreach (var first in releasing.Where(entry => entry.Words.Contains(outer.Name) && (!watched.OfElements || entry.IsOfAll) && bound.MayRelease(entry, watched)))
            {
                var states = LeftBy(first, watched, context);
                var asked = context.AskedForField;
                foreach (var left in states)
                {
                    if (watched.IsOfOther && !(IsNamedIn(left.FormerReleasedAt!, field) && IsNamedIn(left.FormerReleasedAt!, outer)))
                    {
                        // What the other object releases itself is that one's own protocol.
                        continue;
                    }

                    foreach (var next in entries.Where(entry => entry.Words.Contains(outer.Name) && !(entry.IsFinalizer && left.IsFinalizeSuppressed)))
                    {
                        Try(first, left, next, asked);
                    }
                }
            }

            void Try(EntryMember first, ObjectState left, EntryMember next, bool asked)
            {
                var site = left.FormerReleasedAt!;
                foreach (var done in EventsOf(next, left, context))
                {
                    if ((done.IsRelease || !(watched.OfElements || (isStatic && first.IsTerminal))) && RankOf(first, next, done, left.IsIdempotent, isVisible, asked) is { } rank && (!found.TryGetValue(site, out var best) || rank < best.Rank))
                    {
                        found[site] = (rank, new KeptRelease(IsNamedIn(site, field) ? field : outer, site, left.Effect!, first.Method, next.Method, done.Syntax, done.IsRelease, AcquiredIn(type, outer.Name)));
                    }
                }
            }
        }

        foreach (var second in seconds)
        {
            // Who releases one lease twice in one call is told of that alone.
            found.Remove(second.Again);
            found[second.Release] = (-1, new KeptRelease(second.Kept, second.Release, second.Effect, second.Entry.Method, second.Entry.Method, second.Again, IsRelease: true, AcquiredIn(type, second.Other.Name) ?? AcquiredIn(type, second.Kept.Name)) { IsSameCall = true });
        }
    }

    /// <summary>Whether a release names a field of a struct itself; what lies in a struct of another's making is told of the field with the struct.</summary>
    private static bool IsNamedIn(SyntaxNode release, ISymbol field) => release.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == field.Name);

    /// <summary>
    /// How convincing a case is, the lower the more; <see langword="null"/> if it is none. An object is disposed of as often as one
    /// likes; who uses it after that, or after it gave itself up, is wrong himself, and nobody can know all callers of a public type.
    /// </summary>
    private static int? RankOf(EntryMember first, EntryMember next, MemberEvent done, bool isIdempotent, bool isVisible, bool asked) => (first.IsEnding, next.IsEnding, done.IsRelease) switch
    {
        (true, true, true) => first == next ? 0 : 1,
        (true, true, false) => null,
        (true, false, _) => !isIdempotent && isVisible && next.IsForEverybody ? 5 : null,
        (false, _, _) when first.IsTerminal && !(first == next && asked) && !(isVisible && first.IsForEverybody && next.IsForEverybody && first != next) => null,
        (false, _, true) => first == next ? 3 : 2,
        (false, _, false) => isIdempotent && first == next ? null : 4,
    };

    /// <summary>Whether other assemblies can name a type.</summary>
    private static bool IsVisible(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The states in which a member leaves the object, the field with what was released.</summary>
    private static ObjectState[] LeftBy(EntryMember first, WatchedField field, RunContext context)
    {
        var start = new ObjectState(field.Place, field.OfElements, field.Part);
        start.Assign(field.Place, Content.Of(Storage.Former) with { IsWhole = field.OfElements });
        context.AskedForField = false;
        context.Doubtful = null;
        return (MemberRun.Of(context, first.Method, WithParameters(start, first), context.Root) ?? Array.Empty<Outcome>())
            .Where(outcome => outcome.State.KeepsReleased && !context.IsOverBudget)
            .Select(static outcome => outcome.State.ForNextMember())
            .ToArray();
    }

    /// <summary>What a member comes to do with what was released on a way that returns, however conditions turn out that ask what another one changed.</summary>
    private static IEnumerable<MemberEvent> EventsOf(EntryMember next, ObjectState left, RunContext context)
    {
        var either = Run(true);
        if (context.MetDoubt && either.Count > 0)
        {
            var other = Run(false);
            var both = either.Where(other.Contains).ToArray();
            either = new HashSet<MemberEvent>(both.Length > 0 ? both : other.Count == 0 ? both : either.Concat(other).Where(static done => !done.IsRelease));
        }

        return either.OrderBy(static done => done.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static done => done.Syntax.SpanStart);

        HashSet<MemberEvent> Run(bool doubtful)
        {
            context.MetDoubt = false;
            context.Doubtful = doubtful;
            var ends = MemberRun.Of(context, next.Method, WithParameters(left.Copy(), next), context.Root);
            return ends is null || context.IsOverBudget ? new HashSet<MemberEvent>() : new HashSet<MemberEvent>(ends.SelectMany(static end => end.State.Events));
        }
    }

    /// <summary>The framework disposes, where it calls a protected <c>Dispose(bool)</c>.</summary>
    internal static ObjectState WithParameters(ObjectState state, EntryMember member)
    {
        if (member.Method is { Name: "Dispose", Parameters: [{ Type.SpecialType: SpecialType.System_Boolean } disposing] })
        {
            state.Assign(Place.Variable(disposing), Content.Known(true));
        }

        return state;
    }

    /// <summary>Where a field is given something that is acquired.</summary>
    private static SyntaxNode? AcquiredIn(INamedTypeSymbol type, string field)
    {
        foreach (var node in type.DeclaringSyntaxReferences.SelectMany(static part => part.GetSyntax().DescendantNodes()))
        {
            var (name, value) = node switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var initial } variable => (variable.Identifier.ValueText, initial),
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var right } => (left.Identifier.ValueText, right),
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left, Right: var right } => (left.Name.Identifier.ValueText, right),
                _ => (string.Empty, null),
            };
            if (name == field && value?.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } && FieldProtocolNames.Acquires.Contains(called)) == true)
            {
                return value;
            }
        }

        return null;
    }
}
