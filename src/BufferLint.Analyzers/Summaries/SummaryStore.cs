// Stage 5: what callees written in source do. One store for a compilation; what is published never changes, and does
// not depend on who asked first.
using System;
using System.Collections.Concurrent;
using System.Threading;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>How far summaries reach.</summary>
internal enum SummaryScope
{
    /// <summary>All of the compilation.</summary>
    Compilation,

    /// <summary>Methods of the same outermost type.</summary>
    Type,

    /// <summary>No callee is looked into.</summary>
    Off,
}

/// <summary>Summaries of a compilation's methods, made when they are first asked for.</summary>
internal sealed class SummaryStore
{
    private readonly SummarySource _source;
    private readonly Func<IMethodSymbol, bool> _isWorthALook;
    private readonly ConcurrentDictionary<ISymbol, PublishedSummary> _ofCompilation = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, PublishedSummary> _ofTypes = new(SymbolEqualityComparer.Default);

    /// <summary>Makes an empty store.</summary>
    /// <param name="source">Where summaries come from.</param>
    /// <param name="isWorthALook">Whether a method is worth a look; what is not is unknown.</param>
    public SummaryStore(SummarySource source, Func<IMethodSymbol, bool> isWorthALook)
    {
        _source = source;
        _isWorthALook = isWorthALook;
    }

    /// <summary>Summaries for the analysis of one body.</summary>
    /// <param name="asking">The member whose body it is.</param>
    /// <param name="scope">How far they reach.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IFunctionSummaries For(ISymbol? asking, SummaryScope scope, CancellationToken cancellation) => scope switch
    {
        SummaryScope.Compilation => new CallComponents(_source, _ofCompilation, (_, callee) => _isWorthALook(callee), asking, cancellation),
        SummaryScope.Type => new CallComponents(_source.OfTypes, _ofTypes, (caller, callee) => AreOfOneType(caller, callee) && _isWorthALook(callee), asking, cancellation),
        _ => NoSummaries.Instance,
    };

    private static bool AreOfOneType(ISymbol? caller, ISymbol callee) => SymbolEqualityComparer.Default.Equals(Outermost(caller), Outermost(callee));

    private static INamedTypeSymbol? Outermost(ISymbol? member)
    {
        var type = member as INamedTypeSymbol ?? member?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }
}

/// <summary>Knows nothing of any callee.</summary>
internal sealed class NoSummaries : IFunctionSummaries
{
    public static NoSummaries Instance { get; } = new();

    /// <inheritdoc/>
    public FunctionSummary Of(IMethodSymbol function) => FunctionSummary.Unknown;
}
