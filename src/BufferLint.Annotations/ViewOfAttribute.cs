using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that what a member hands out is a view: it reaches into storage that the owner keeps, and dies when the
/// owner moves that storage.
/// </summary>
/// <remarks>
/// <para>On a method, property or indexer the result views this object; on a constructor the new object views the
/// parameter that <see cref="Owner"/> names; on an <c>out</c> parameter that parameter is the view.</para>
/// <para>A view whose type has a member marked <see cref="ReleasesAttribute"/> is a counted view: it stays alive
/// until that member is called, whether or not it is used again.</para>
/// </remarks>
/// <example><code>[ViewOf] public Span&lt;byte&gt; AsSpan() => _items.AsSpan(0, _count);</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Parameter)]
public sealed class ViewOfAttribute : Attribute
{
    /// <summary>The view is of this object's storage.</summary>
    public ViewOfAttribute()
    {
    }

    /// <summary>The view is of the storage of one of the member's parameters.</summary>
    /// <param name="owner">The name of the parameter, best written with <c>nameof</c>.</param>
    public ViewOfAttribute(string owner) => Owner = owner;

    /// <summary>The parameter whose storage is viewed; <see langword="null"/> for this object.</summary>
    public string? Owner { get; }
}
