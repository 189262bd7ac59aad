// All origins of one body, numbered.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Facts;

/// <summary>Makes origins and finds them again.</summary>
internal sealed class OriginTable
{
    private const int MaxPathLength = 4;

    private readonly List<Origin> _all = new();
    private readonly Dictionary<ISymbol, Origin> _symbols = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, Origin> _captures = new();
    private readonly Dictionary<(Origin, PathStep), Origin> _paths = new();
    private Origin? _this;

    public IReadOnlyList<Origin> All => _all;

    /// <summary>Whether an origin holds a value only while one expression is evaluated.</summary>
    /// <param name="id">Its number.</param>
    public bool IsTemporary(int id) => _all[id].IsTemporary;

    public Origin This => _this ??= Add("this", null, null, null, isTemporary: false);

    public Origin Of(ISymbol symbol)
    {
        if (!_symbols.TryGetValue(symbol, out var origin))
        {
            origin = Add(string.IsNullOrEmpty(symbol.Name) ? "hidden" : symbol.Name, symbol, null, null, isTemporary: false);
            _symbols.Add(symbol, origin);
        }

        return origin;
    }

    public Origin? Find(ISymbol symbol) => _symbols.TryGetValue(symbol, out var origin) ? origin : null;

    public Origin Of(CaptureId capture)
    {
        if (!_captures.TryGetValue(capture, out var origin))
        {
            origin = Add("capture" + _captures.Count, null, null, null, isTemporary: false, isCapture: true);
            _captures.Add(capture, origin);
        }

        return origin;
    }

    /// <summary>Makes a capture another name of an origin, where it is never anything else.</summary>
    public void Bind(CaptureId capture, Origin origin) => _captures[capture] = origin;

    /// <summary>The path one step on, if somebody made it already.</summary>
    public Origin? FindPath(Origin parent, PathStep step) => _paths.TryGetValue((parent, step), out var origin) ? origin : null;

    /// <summary>The path one step on; <see langword="null"/> if it would be longer than anybody follows.</summary>
    public Origin? Path(Origin parent, PathStep step, string name)
    {
        if (_paths.TryGetValue((parent, step), out var origin))
        {
            return origin;
        }

        if (Length(parent) >= MaxPathLength)
        {
            return null;
        }

        origin = Add(name, null, parent, step, parent.IsTemporary);
        _paths.Add((parent, step), origin);
        parent.AddChild(origin);
        return origin;
    }

    /// <summary>A returned value that waits for finally blocks to run.</summary>
    public Origin OfReturn(int index) => Add("returned" + index, null, null, null, isTemporary: false);

    /// <summary>What keeps something in its place under an address that goes by a name.</summary>
    public Origin OfPin(string name) => Add(name, null, null, null, isTemporary: false);

    /// <summary>What work holds that was started at an expression.</summary>
    public Origin OfWork(SyntaxNode start) => Add(start.ToString(), null, null, null, isTemporary: false);

    public Origin Temporary(SyntaxNode expression)
    {
        var origin = new Origin(_all.Count, expression);
        _all.Add(origin);
        return origin;
    }

    private static int Length(Origin origin) => origin.Parent is null ? 0 : 1 + Length(origin.Parent);

    private Origin Add(string name, ISymbol? symbol, Origin? parent, PathStep? step, bool isTemporary, bool isCapture = false)
    {
        var origin = new Origin(_all.Count, name, symbol, parent, step, isTemporary) { IsCapture = isCapture };
        _all.Add(origin);
        return origin;
    }
}
