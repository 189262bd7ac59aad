// The sizes of one body, and what in it surely does not fit.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>The facts of a body and the solution of its lengths; solved only if a rule asks, and something must fit.</summary>
internal sealed class SizedBody
{
    private readonly FlowGraph _graph;
    private readonly CancellationToken _cancellation;
    private ImmutableArray<Misfit>? _misfits;
    private ImmutableArray<PartialRead>? _partialReads;

    public SizedBody(FlowGraph graph, FactTable facts, CancellationToken cancellation)
    {
        _graph = graph;
        Facts = facts;
        _cancellation = cancellation;
    }

    public FactTable Facts { get; }

    /// <summary>What does not fit, in source order; of one call only what is found first.</summary>
    public ImmutableArray<Misfit> Misfits => _misfits ??= Facts.Demands ? Find() : ImmutableArray<Misfit>.Empty;

    /// <summary>Reads of all of a buffer of which only a part is data, in source order.</summary>
    public ImmutableArray<PartialRead> PartialReads => _partialReads ??= Facts.ReadsWhole ? FindPartialReads() : ImmutableArray<PartialRead>.Empty;

    private ImmutableArray<PartialRead> FindPartialReads()
    {
        var found = new SortedDictionary<int, PartialRead>();
        var right = new HashSet<int>();
        ValidParts.Solve(_graph, Facts, _cancellation).ReplayForward<WholeRead>((_, read, state) =>
        {
            // A finally block has a copy for each way through it: it must be a mistake on all.
            if (right.Contains(read.Id))
            {
                return;
            }

            if ((read.Given ?? (state.TryGetValue(read.Buffer, out var now) ? now : null)) is { Part: ValidPart.Some } filled)
            {
                found[read.Id] = new PartialRead(read, filled, GivenAt(read, filled));
            }
            else
            {
                right.Add(read.Id);
                found.Remove(read.Id);
            }
        });

        var told = new HashSet<SyntaxNode>();
        return found.Values.Where(read => told.Add(read.Read.Syntax)).ToImmutableArray();
    }

    private SyntaxNode GivenAt(WholeRead read, Validity filled) => filled.IsGiven ? filled.Syntax :
        Facts.All.OfType<Validity>().Where(given => given.Buffer == read.Buffer && given.Part == ValidPart.None && given.Id < filled.Id).Select(static given => given.Syntax).LastOrDefault() ?? filled.Syntax;

    private ImmutableArray<Misfit> Find()
    {
        var found = new SortedDictionary<int, Misfit>();
        var met = new HashSet<int>();
        LengthBounds.Solve(_graph, Facts, _cancellation).ReplayForward<Demand>((_, demand, state) =>
        {
            // A finally block has a copy for each way through it: it must fail on all.
            if (state.IsNever || met.Contains(demand.Id))
            {
                return;
            }

            if (Misfit.Of(demand, state) is not { } misfit)
            {
                met.Add(demand.Id);
                found.Remove(demand.Id);
            }
            else if (!found.ContainsKey(demand.Id) && !ExpectedFailures.Cover(demand))
            {
                found.Add(demand.Id, misfit with { Sites = SitesOf(demand) });
            }
        });

        var told = new HashSet<SyntaxNode>();
        return found.Values.Where(misfit => told.Add(misfit.Demand.Syntax)).ToImmutableArray();
    }

    /// <summary>Where the sizes that matter come from: the last assignment before the demand of each variable.</summary>
    private ImmutableArray<Measured> SitesOf(Demand demand) => demand.Position is { } stream ? Facts.All.OfType<Measured>().Where(made => made.Variable == stream).Take(1).ToImmutableArray() : new[] { demand.Sized }.Concat(demand.Available.Parts.Concat(demand.Needed.Parts).Select(static part => part.Of))
        .Select(variable => Facts.All.OfType<Measured>().Where(measured => measured.Variable == variable && measured.Extent is not null && measured.Id < demand.Id).OrderBy(static measured => measured.Id).LastOrDefault())
        .OfType<Measured>()
        .Distinct()
        .ToImmutableArray();
}
