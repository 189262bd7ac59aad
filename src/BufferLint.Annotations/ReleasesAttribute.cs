using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that a member ends a view: on a method it releases the view it is called on, on a parameter the argument.
/// </summary>
/// <remarks>
/// An implementation of <see cref="IDisposable.Dispose"/> that is marked ends the view at the end of its <c>using</c>
/// scope too.
/// </remarks>
/// <example><code>[Releases] public void Release() { … }</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class ReleasesAttribute : Attribute
{
}
