using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that a member may move the storage (grow, reallocate, replace it), so that every view taken before is dead.
/// </summary>
/// <remarks>
/// On a method, or on a property or indexer (then its setter), this object's storage moves; on a parameter the
/// storage of the argument moves.
/// </remarks>
/// <example><code>[Moves] public void Append(byte item) { … }</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MovesAttribute : Attribute
{
}
