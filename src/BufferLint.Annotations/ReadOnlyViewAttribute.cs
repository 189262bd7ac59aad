using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that the view a member hands out may be read but not written, although its type allows a write.
/// </summary>
/// <remarks>Goes with <see cref="ViewOfAttribute"/> on the same member.</remarks>
/// <example><code>[ViewOf, ReadOnlyView] public ByteView ViewReadOnly() { … }</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Parameter)]
public sealed class ReadOnlyViewAttribute : Attribute
{
}
