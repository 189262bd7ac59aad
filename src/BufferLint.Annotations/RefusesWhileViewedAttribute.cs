using System;
using System.Diagnostics;

namespace BufferLint.Annotations;

/// <summary>
/// Says that a member refuses to run while a counted view of this object is unreleased, as Python's
/// <c>bytearray</c> refuses to be resized while a <c>memoryview</c> is exported.
/// </summary>
/// <remarks>A call inside a <c>try</c> that catches <see cref="Exception"/> is taken as meant and stays silent.</remarks>
/// <example><code>[RefusesWhileViewed(typeof(BufferError))] public void Resize(int length) { … }</code></example>
[Conditional(Annotations.Symbol)]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class RefusesWhileViewedAttribute : Attribute
{
    /// <summary>The member throws <paramref name="exception"/> while a view is unreleased.</summary>
    /// <param name="exception">The type of the exception thrown.</param>
    public RefusesWhileViewedAttribute(Type exception) => Exception = exception;

    /// <summary>The type of the exception thrown while a view is unreleased.</summary>
    public Type Exception { get; }
}
