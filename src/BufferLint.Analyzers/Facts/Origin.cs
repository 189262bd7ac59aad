// Whatever can hold a view or name an owner: a local, a field path, a capture, the result of an expression.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace BufferLint.Facts;

/// <summary>One holder of values, with a dense number.</summary>
internal sealed class Origin
{
    private static readonly List<Origin> None = new();

    private readonly SyntaxNode? _expression;
    private string? _name;
    private List<Origin>? _children;

    public Origin(int id, string name, ISymbol? symbol, Origin? parent, PathStep? step, bool isTemporary)
    {
        Id = id;
        _name = name;
        Symbol = symbol;
        Parent = parent;
        Step = step;
        IsTemporary = isTemporary;
    }

    /// <summary>A temporary.</summary>
    public Origin(int id, SyntaxNode expression)
    {
        Id = id;
        _expression = expression;
        IsTemporary = true;
    }

    /// <summary>The dense number, from zero.</summary>
    public int Id { get; }

    /// <summary>What the user calls it; a temporary's is read from the source only when it is asked for.</summary>
    public string Name => _name ??= _expression!.ToString();

    /// <summary>The local or parameter; <see langword="null"/> for a path, a capture, a temporary, and for this.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>For a path: what it is a path of.</summary>
    public Origin? Parent { get; }

    /// <summary>For a path: the last step.</summary>
    public PathStep? Step { get; }

    /// <summary>Whether it holds a value only while one expression is evaluated.</summary>
    public bool IsTemporary { get; }

    /// <summary>Whether it carries a value from one part of an expression to another.</summary>
    public bool IsCapture { get; init; }

    /// <summary>Paths that go on from here; from most, temporaries above all, goes none.</summary>
    public List<Origin> Children => _children ?? None;

    /// <summary>Takes in a path that goes on from here.</summary>
    public void AddChild(Origin path) => (_children ??= new List<Origin>()).Add(path);

    public override string ToString() => Name;
}
