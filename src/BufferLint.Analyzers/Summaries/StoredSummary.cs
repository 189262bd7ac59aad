// A summary without symbols, so that it can outlive the compilation it was made in.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>A member by names.</summary>
/// <param name="Type">The metadata name of the type that declares it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Field, property, or parameter of the type's own constructor.</param>
internal readonly record struct StoredMember(string Type, string Name, SymbolKind Kind);

/// <summary>A path by names.</summary>
/// <param name="Parameter">The ordinal of the parameter it starts at, minus one for the result; <see langword="null"/> for this object or a static member.</param>
/// <param name="Static">The static field or property it starts at.</param>
/// <param name="Steps">The members from there on.</param>
internal sealed record StoredPath(int? Parameter, StoredMember? Static, ImmutableArray<StoredMember> Steps);

/// <summary>A summary by names.</summary>
internal sealed class StoredSummary
{
    /// <summary>Stands for what a function gives, where the others are parameters.</summary>
    private const int Result = -1;

    private readonly bool _isUnknown;
    private readonly ImmutableArray<(FunctionEffect Done, StoredPath Owner)> _breaks;
    private readonly ImmutableArray<(FunctionOutput Output, StoredPath? Into, StoredPath? Of)> _outputs;
    private readonly ImmutableArray<StoredPath> _replaced;
    private readonly ImmutableArray<int> _transferred;
    private readonly ImmutableArray<int> _writes;
    private readonly ImmutableArray<GivenTask> _tasks;
    private readonly ImmutableArray<(FunctionStart Start, ImmutableArray<StoredPath> Used, StoredPath? Kept)> _started;

    private StoredSummary(bool isUnknown, ImmutableArray<int> transferred, ImmutableArray<int> writes, ImmutableArray<GivenTask> tasks, ImmutableArray<(FunctionStart Start, ImmutableArray<StoredPath> Used, StoredPath? Kept)> started, ImmutableArray<(FunctionEffect Done, StoredPath Owner)> breaks, ImmutableArray<(FunctionOutput Output, StoredPath? Into, StoredPath? Of)> outputs, ImmutableArray<StoredPath> replaced)
    {
        _isUnknown = isUnknown;
        _transferred = transferred;
        _writes = writes;
        _tasks = tasks;
        _started = started;
        _breaks = breaks;
        _outputs = outputs;
        _replaced = replaced;
    }

    /// <summary>Takes the symbols out of a summary; <see langword="null"/> where one has no name of its own.</summary>
    public static StoredSummary? Of(IMethodSymbol function, FunctionSummary summary)
    {
        // Nothing with a symbol in it is kept: neither exceptions of effects, nor numbers that are measured.
        if (summary.Breaks.Any(static done => done.Effect.Exception is not null || done.Amount is { Base: not null }) || summary.Outputs.Any(static output => output.View?.Exception is not null))
        {
            return null;
        }

        var isWhole = true;
        var stored = new StoredSummary(
            summary.IsUnknown,
            summary.Transferred,
            summary.Writes,
            summary.Tasks,
            summary.Started.Select(start => (start with { Used = ImmutableArray<NamedPath>.Empty, Kept = null }, start.Used.Select(path => Store(path)!).ToImmutableArray(), Store(start.Kept))).ToImmutableArray(),
            summary.Breaks.Select(done => (done with { Owner = NamedPath.This }, Store(done.Owner)!)).ToImmutableArray(),
            summary.Outputs.Select(output => (output with { Into = null, Of = null }, Store(output.Into), Store(output.Of))).ToImmutableArray(),
            summary.Replaced.Select(path => Store(path)!).ToImmutableArray());
        return isWhole ? stored : null;

        StoredPath? Store(NamedPath? path)
        {
            if (path is null)
            {
                return null;
            }

            var parameter = path.Root is IParameterSymbol root && SymbolEqualityComparer.Default.Equals(root.ContainingSymbol, function) ? root.Ordinal : SymbolEqualityComparer.Default.Equals(path.Root, function) ? Result : (int?)null;
            var member = path.Root is IFieldSymbol or IPropertySymbol ? MemberOf(path.Root) : (StoredMember?)null;
            isWhole &= (path.Root is null || parameter is not null || member is not null) && path.Steps.All(static step => step.Symbol is not null);
            return new StoredPath(parameter, member, path.Steps.Where(static step => step.Symbol is not null).Select(static step => MemberOf(step.Symbol!)).ToImmutableArray());
        }
    }

    /// <summary>Puts the symbols of another compilation back in; <see langword="null"/> where it has no such member, or two.</summary>
    public FunctionSummary? In(Compilation compilation, IMethodSymbol function)
    {
        if (_isUnknown)
        {
            return FunctionSummary.Unknown;
        }

        var isWhole = true;
        var breaks = _breaks.Select(stored => stored.Done with { Owner = Find(stored.Owner)! }).ToImmutableArray();
        var outputs = _outputs.Select(stored => stored.Output with { Into = Find(stored.Into), Of = Find(stored.Of) }).ToImmutableArray();
        var replaced = _replaced.Select(path => Find(path)!).ToImmutableArray();
        var started = _started.Select(stored => stored.Start with { Used = stored.Used.Select(path => Find(path)!).ToImmutableArray(), Kept = Find(stored.Kept) }).ToImmutableArray();
        return !isWhole ? null : breaks.IsEmpty && outputs.IsEmpty && replaced.IsEmpty && started.IsEmpty && _transferred.IsEmpty && _writes.IsEmpty && _tasks.IsEmpty ? FunctionSummary.Nothing : new FunctionSummary(breaks, outputs, replaced) { Transferred = _transferred, Writes = _writes, Started = started, Tasks = _tasks };

        NamedPath? Find(StoredPath? path)
        {
            if (path is null)
            {
                return null;
            }

            var root = path.Parameter is { } ordinal ? ordinal == Result ? function : ordinal < function.Parameters.Length ? (ISymbol)function.Parameters[ordinal] : null : path.Static is { } named ? Member(compilation, named) : null;
            var steps = path.Steps.Select(step => Member(compilation, step)).ToArray();
            isWhole &= (root is not null || (path.Parameter is null && path.Static is null)) && steps.All(static step => step is not null);
            return new NamedPath(root, steps.OfType<ISymbol>().Select(PathStep.Member).ToImmutableArray());
        }
    }

    private static StoredMember MemberOf(ISymbol member) => new(TypeName(member.ContainingType.OriginalDefinition), member.Name, member.Kind);

    /// <summary>The name that a compilation looks types up by: nested ones behind a plus.</summary>
    private static string TypeName(INamedTypeSymbol type) => type.ContainingType is { } outer ? TypeName(outer) + "+" + type.MetadataName : MetadataName.Of(type);

    private static ISymbol? Member(Compilation compilation, StoredMember stored)
    {
        if (compilation.GetTypesByMetadataName(stored.Type) is not [var type])
        {
            return null;
        }

        IEnumerable<ISymbol> candidates = stored.Kind == SymbolKind.Parameter ? type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters) : type.GetMembers(stored.Name);
        return candidates.Where(member => member.Kind == stored.Kind && member.Name == stored.Name).ToArray() is [var only] ? only : null;
    }
}
