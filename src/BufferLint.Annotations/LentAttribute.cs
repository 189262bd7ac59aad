using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that the memory a parameter receives is lent for the time of the call: the callee must copy what it wants
/// to keep.
/// </summary>
/// <remarks>
/// On a field or property it says the same of the memory in an object that is passed to a handler. On a parameter of
/// an interface's member, a virtual one or a delegate it holds for whatever is called through that.
/// </remarks>
/// <example><code>void OnMessage([Lent] ReadOnlyMemory&lt;byte&gt; body);</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class LentAttribute : Attribute
{
}
