// One call of a function written in source, as far as its summary is concerned.
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>Who is called where, and what holds its receiver and arguments.</summary>
/// <param name="Where">The call.</param>
/// <param name="Function">The definition of the function called.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Self">What the function calls this.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record CallSite(IOperation Where, IMethodSymbol Function, FunctionSummary Summary, Origin? Self, ImmutableArray<Argument> Arguments)
{
    private Dictionary<NamedPath, Origin>? _before;

    /// <summary>What is set, converted or added: the last parameters, where they are not written as arguments.</summary>
    public ImmutableArray<Origin?> Values { get; init; } = ImmutableArray<Origin?>.Empty;

    /// <summary>What holds that which a place held before the function gave it something else.</summary>
    public Dictionary<NamedPath, Origin> Before => _before ??= new Dictionary<NamedPath, Origin>();

    /// <summary>Whether a symbol is a parameter of the function.</summary>
    public bool IsParameter(ISymbol symbol) => symbol is IParameterSymbol && SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, Function);

    /// <summary>What holds the argument of a parameter of the function.</summary>
    public Origin? ArgumentOf(IParameterSymbol parameter)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal)
            {
                return argument.Origin;
            }
        }

        var unwritten = parameter.Ordinal - (Function.Parameters.Length - Values.Length);
        return unwritten >= 0 ? Values[unwritten] : null;
    }
}
