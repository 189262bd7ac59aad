using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that the memory a parameter receives is lent for the time of the call: the callee must copy what it wants
/// to keep.
/// </summary>
/// <example><code>void OnMessage([Lent] ReadOnlyMemory&lt;byte&gt; body);</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LentAttribute : Attribute
{
}
