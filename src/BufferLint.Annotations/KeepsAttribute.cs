using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that a method keeps the memory a parameter receives: the caller must leave it alone from then on, or copy it
/// first.
/// </summary>
/// <example><code>public void Attach([Keeps] ReadOnlyMemory&lt;byte&gt; source) { … }</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class KeepsAttribute : Attribute
{
}
