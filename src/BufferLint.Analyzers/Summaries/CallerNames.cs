// What the caller of a function calls the values in it: its arguments, its own object, and what their fields hold.
using System.Collections.Generic;
using System.Collections.Immutable;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;

namespace BufferLint.Summaries;

/// <summary>Values of a function by the caller's names.</summary>
internal sealed class CallerNames
{
    private readonly Origin _this;
    private readonly ValueTable _values;
    private readonly IMethodSymbol? _function;
    private readonly Dictionary<int, NamedPath> _stored = new();

    public CallerNames(FactTable facts, Resolution resolution, IMethodSymbol? function, ExitState exit)
    {
        _this = facts.Origins.This;
        _values = resolution.Values;
        _function = function;
        foreach (var (place, held, _) in exit.Places(this))
        {
            foreach (var id in held.ToArray())
            {
                if (_values[id] is Created && !_stored.ContainsKey(id))
                {
                    _stored.Add(id, place);
                }
            }
        }
    }

    public ValueTable Values => _values;

    /// <summary>The name under which a value came in; <see langword="null"/> if it did not.</summary>
    public NamedPath? OnEntry(Value value) => value switch
    {
        Placeholder { Origin: var origin } when origin == _this => NamedPath.This,
        Placeholder { Origin.Symbol: { } symbol } when IsOutside(symbol) => new NamedPath(symbol, ImmutableArray<PathStep>.Empty),
        Part { Step: { IsStale: false, IsElement: false } step } part => OnEntry(part.Of)?.To(step),
        _ => null,
    };

    /// <summary>The name under which a value can be found on return: the one it came in by, or the field that it was stored in.</summary>
    public NamedPath? OnReturn(Value value) => OnEntry(value) ?? (_stored.TryGetValue(value.Id, out var place) ? place : null);

    /// <summary>Whether the caller can name what a path names.</summary>
    public bool IsOutside(NamedPath path) => path.Root is null || IsOutside(path.Root);

    /// <summary>
    /// Whether a path is a variable of the function's own, of which the caller sees nothing: a parameter given by value, or a
    /// reference to a number, which holds no view: the reference itself was made to lead elsewhere.
    /// </summary>
    public bool IsOwnVariable(NamedPath path) => path.Root is IParameterSymbol parameter && IsOwn(parameter) && (parameter.RefKind == RefKind.None
        ? path.Steps.IsEmpty || parameter.Type.IsValueType
        : path.Steps.IsEmpty && parameter.Type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double);

    /// <summary>Whether a variable that gets other storage is one of the caller's, and not the function's own that starts with what the caller's holds.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">One of the values that it held.</param>
    public bool IsOutsideVariable(Origin variable, Value value) => variable switch
    {
        _ when variable.IsTemporary || variable.IsCapture || variable == _this => true,
        { Symbol: ILocalSymbol { IsRef: true } } => true,
        { Symbol: { } symbol } => IsOutside(symbol) && !IsOwnVariable(new NamedPath(symbol, ImmutableArray<PathStep>.Empty)),
        { Parent: { } parent, Step: { } step } when IsInside(parent) => IsOutsideVariable(parent, value is Part { Of: var of, Step: var last } && last.Equals(step) ? of : value),
        { Step: { } step } => value is Part { Step: var last } && last.Equals(step),
        _ => false,
    };

    /// <summary>Whether the fields of what a variable holds lie in the variable itself.</summary>
    private static bool IsInside(Origin variable) => (variable.Step?.Type ?? variable.Symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    }) is { IsValueType: true };

    private bool IsOutside(ISymbol symbol) => symbol switch
    {
        IParameterSymbol => true,
        IFieldSymbol or IPropertySymbol => symbol.IsStatic,
        _ => _function is { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, _function),
    };

    private bool IsOwn(ISymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _function);
}
