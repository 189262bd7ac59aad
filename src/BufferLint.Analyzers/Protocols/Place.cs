// What an assignment can change: a variable of a function, or a field path of the object whose members are run.
using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace BufferLint.Protocols;

/// <summary>A variable, a captured value, or a field (an automatic property among them) reached through other fields from this object.</summary>
internal sealed class Place : IEquatable<Place>
{
    private readonly object _root;
    private readonly string _path;
    private readonly int _hash;

    private Place(object root, string path, bool isOfObject, ISymbol? member)
    {
        _root = root;
        _path = path;
        _hash = unchecked((root.GetHashCode() * 31) + StringComparer.Ordinal.GetHashCode(path));
        IsOfObject = isOfObject;
        Member = member;
    }

    /// <summary>The place of what a function returns.</summary>
    public static Place Result { get; } = new("result", string.Empty, false, null);

    /// <summary>Whether it belongs to the object, so that the next member finds it as this one left it.</summary>
    public bool IsOfObject { get; }

    /// <summary>The field or property.</summary>
    public ISymbol? Member { get; }

    /// <summary>Of the object whose members are run.</summary>
    public static Place This { get; } = new(string.Empty, string.Empty, true, null);

    /// <summary>Of what types have for all their objects.</summary>
    public static Place Static { get; } = new("static", string.Empty, true, null);

    /// <summary>Of any one element of a collection, from where the parts of one are named.</summary>
    public static Place Element { get; } = new("element", string.Empty, false, null);

    /// <summary>Whether it is the object itself, or what its type has for all of them.</summary>
    public bool IsRoot => IsOfObject && _path.Length == 0;

    /// <summary>Of a local variable or parameter.</summary>
    public static Place Variable(ISymbol variable) => new(variable, string.Empty, false, null);

    /// <summary>Of what an expression was captured as.</summary>
    public static Place Captured(CaptureId capture) => new(capture, string.Empty, false, null);

    /// <summary>Of a value that an expression makes: nobody else has it.</summary>
    public static Place Made(IOperation expression) => new((expression.Syntax, expression.Kind), string.Empty, false, null);

    /// <summary>Of a field or automatic property in what this place holds.</summary>
    public Place To(ISymbol member)
    {
        var named = member is IFieldSymbol { CorrespondingTupleField: { } item } ? item : member;
        return new Place(_root, _path + "." + Key(named), IsOfObject, named.OriginalDefinition);
    }

    /// <summary>Whether it lies within another place.</summary>
    public bool IsWithin(Place whole) => Equals(_root, whole._root) && _path.Length > whole._path.Length && _path.StartsWith(whole._path, StringComparison.Ordinal) && _path[whole._path.Length] == '.';

    /// <summary>The same part of another place.</summary>
    public Place Moved(Place from, Place to) => new(to._root, to._path + _path.Substring(from._path.Length), to.IsOfObject, Member);

    public bool Equals(Place? other) => other is not null && (ReferenceEquals(this, other) || (_hash == other._hash && _path == other._path && Equals(_root, other._root)));

    public override bool Equals(object? obj) => Equals(obj as Place);

    public override int GetHashCode() => _hash;

    public override string ToString() => _path.Length > 0 ? _path.Substring(1) : _root.ToString()!;

    /// <summary>A field and the one that it hides have the same name; the types that declare them have not.</summary>
    private static string Key(ISymbol member) => member.ContainingType.Arity == 0 ? member.ContainingType.Name + "::" + member.Name : member.ContainingType.OriginalDefinition.MetadataName + "::" + member.Name;
}
