// Who lends memory to handlers, by the source of those who call them: asked only about handlers that keep what they get.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>A member's code, and its bodies once somebody wants to know what they hold.</summary>
/// <param name="Method">The method.</param>
/// <param name="Code">Its operations.</param>
/// <param name="Bodies">Its own body and those of the functions in it.</param>
internal sealed record LenderCode(IMethodSymbol Method, IOperation Code, Lazy<ImmutableArray<ResolvedBody>> Bodies);

/// <summary>Looks through one compilation.</summary>
internal sealed class LendingSites : ILendingSites
{
    /// <summary>A name that more members mention than this says too little about any of them.</summary>
    private const int MaxCandidates = 24;

    private readonly Func<string, IEnumerable<IMethodSymbol>> _naming;
    private readonly Func<IMethodSymbol, CancellationToken, LenderCode?> _codeOf;
    private readonly ConcurrentDictionary<ISymbol, LendingSite?> _known = new(SymbolEqualityComparer.Default);

    /// <param name="naming">The methods of the compilation in whose code a name stands.</param>
    /// <param name="codeOf">The code of a method; <see langword="null"/> if there is none that is analysed.</param>
    public LendingSites(Func<string, IEnumerable<IMethodSymbol>> naming, Func<IMethodSymbol, CancellationToken, LenderCode?> codeOf)
    {
        _naming = naming;
        _codeOf = codeOf;
    }

    /// <inheritdoc/>
    public LendingSite? Of(IParameterSymbol parameter, ISymbol? givenTo, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(parameter, out var site))
        {
            _known[parameter] = site = RaisedBy(parameter, givenTo, cancellation).SelectMany(raised => SitesOf(raised, parameter.Ordinal, cancellation)).FirstOrDefault();
        }

        return site;
    }

    /// <summary>What runs a handler: the members that it stands in for, or what it is given to as a delegate. A method that says by its name that it keeps is no handler.</summary>
    private IEnumerable<ISymbol> RaisedBy(IParameterSymbol parameter, ISymbol? givenTo, CancellationToken cancellation) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => givenTo is null ? Enumerable.Empty<ISymbol>() : new[] { givenTo },
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method when !KeepingByPurpose.IsSaidBy(LentMemory.NameOf(method)) => LentMemory.Declarations(method).Concat(Naming(LentMemory.NameOf(method))
            .Where(other => SymbolEqualityComparer.Default.Equals(other.ContainingType, method.ContainingType))
            .Select(other => _codeOf(other, cancellation)).OfType<LenderCode>()
            .SelectMany(code => RaisedCalls.ReceiversOf(code.Code, method))),
        _ => Enumerable.Empty<ISymbol>(),
    };

    private IEnumerable<LendingSite> SitesOf(ISymbol raised, int ordinal, CancellationToken cancellation)
    {
        if (raised is IParameterSymbol { ContainingSymbol: IMethodSymbol owner } parameter)
        {
            return _codeOf(owner.OriginalDefinition, cancellation) is { } code
                ? SitesIn(new[] { code }, raised, ordinal).Concat(RaisedCalls.KeptIn(code.Code, parameter).SelectMany(kept => SitesOf(kept, ordinal, cancellation)))
                : Enumerable.Empty<LendingSite>();
        }

        return SitesIn(Naming(raised.Name).Select(caller => _codeOf(caller, cancellation)).OfType<LenderCode>(), raised, ordinal);
    }

    private static IEnumerable<LendingSite> SitesIn(IEnumerable<LenderCode> callers, ISymbol raised, int ordinal)
    {
        foreach (var code in callers)
        {
            var calls = RaisedCalls.Of(code.Code, raised).ToArray();
            if (calls.Length > 0 && LentArguments.EndOf(code.Bodies.Value, calls, ordinal) is { } end)
            {
                yield return new LendingSite(code.Method, end.Syntax, (end as Invalidate)?.Effect);
            }
        }
    }

    private IReadOnlyCollection<IMethodSymbol> Naming(string name)
    {
        var methods = _naming(name).Take(MaxCandidates + 1).ToArray();
        return methods.Length > MaxCandidates ? Array.Empty<IMethodSymbol>() : methods;
    }
}
