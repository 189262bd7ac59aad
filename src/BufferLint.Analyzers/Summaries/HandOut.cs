// What a result, or a place that outlives the call, may hold on return.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Summaries;

/// <summary>Gathers the values of one place in the caller's names.</summary>
internal sealed class HandOut
{
    private readonly NamedPath? _into;
    private readonly CallerNames _names;
    private readonly Func<Created, bool> _isKept;
    private readonly HashSet<FunctionOutput> _known = new();
    private readonly HashSet<NamedPath> _onReturn = new();
    private readonly ImmutableArray<FunctionOutput>.Builder _outputs = ImmutableArray.CreateBuilder<FunctionOutput>();
    private bool _hasOther;

    /// <summary>Whether it may as well be something new that nobody has to release: a parameter may have asked for that.</summary>
    private bool _hasUnleased;

    /// <param name="into">The place; <see langword="null"/> for the result.</param>
    /// <param name="names">What the caller calls things.</param>
    /// <param name="isKept">Whether somebody else answers for what was acquired, so that the caller owes nothing.</param>
    public HandOut(NamedPath? into, CallerNames names, Func<Created, bool> isKept)
    {
        _isKept = isKept;
        _into = into;
        _names = names;
    }

    /// <summary>What it may hold; nothing where it may also hold what the caller has no name for.</summary>
    public ImmutableArray<FunctionOutput> Outputs => _hasOther ? ImmutableArray<FunctionOutput>.Empty : _hasUnleased ? _outputs.Select(WithoutLease).Distinct().ToImmutableArray() : _outputs.ToImmutable();

    /// <summary>The same where places may have been given something else: what one of them held before is no longer what it holds.</summary>
    /// <param name="replaced">The places.</param>
    public IEnumerable<FunctionOutput> OutputsBeside(IReadOnlyCollection<NamedPath> replaced) => Outputs.Select(output =>
        output.Of is { } of && !_onReturn.Contains(of) && replaced.Any(place => !place.Equals(output.Into) && of.IsWithin(place)) ? output with { IsOld = true } : output);

    /// <summary>Adds values that it may hold.</summary>
    /// <param name="held">The values.</param>
    /// <param name="isTuple">Whether it is a tuple: leases in it are told of its elements, by which the caller releases them.</param>
    public void Add(ValueSet held, bool isTuple = false)
    {
        foreach (var id in held.ToArray())
        {
            var value = _names.Values[id];
            if (FixedPins.In(value) is not null)
            {
                // What a fixed statement keeps in its place is told where the address leaves it.
                continue;
            }

            var (owner, view) = value is Loan loan ? (loan.Owner, loan.Site.Effect) : (value, null);
            var path = _into is null || view is not null ? _names.OnReturn(owner) : _names.OnEntry(owner);
            var output = path is not null ? new FunctionOutput(_into, path, view) : owner is Created made ? new FunctionOutput(_into, null, made.Site.IsReadOnly ? Effect.View(Slot.Result) with { IsReadOnly = true } : view is null && !isTuple && made.Site.Lease is not null && !_isKept(made) ? made.Site.Lease : null) : null;
            _hasOther |= output is null;
            _hasUnleased |= output is { Of: null, View: null } && value is Created { Site.Lease: null } plain && !IsEmpty(plain.Site.Syntax);
            if (path is not null && _names.OnEntry(owner) is null)
            {
                _onReturn.Add(path);
            }

            if (output is not null && _known.Add(output))
            {
                _outputs.Add(output);
            }
        }
    }

    private static FunctionOutput WithoutLease(FunctionOutput output) => output is { Of: null, View.Kind: EffectKind.Acquires } ? output with { View = null } : output;

    /// <summary>Whether it is the empty array, of which nobody minds whether it is released.</summary>
    private static bool IsEmpty(SyntaxNode made) => made is
        CollectionExpressionSyntax { Elements.Count: 0 } or
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } };
}
