// The exception a byte array throws when it is to be resized while views of it are unreleased.
using System;

namespace BufferLint.Samples.Buffers;

/// <summary>
/// A <see cref="ByteArray"/> was to change its length while at least one <see cref="ByteView"/> of it was unreleased.
/// </summary>
/// <remarks>Named after Python's <c>BufferError</c> and, like it, a direct child of <see cref="Exception"/>.</remarks>
public sealed class BufferError : Exception
{
    internal const string ExistingExports = "Existing exports of data: object cannot be re-sized";

    /// <summary>Python's message: <c>Existing exports of data: object cannot be re-sized</c>.</summary>
    public BufferError()
        : base(ExistingExports)
    {
    }

    /// <summary>A message of your own.</summary>
    /// <param name="message">What was refused, and why.</param>
    public BufferError(string message)
        : base(message)
    {
    }

    /// <summary>A message of your own, and what led to it.</summary>
    /// <param name="message">What was refused, and why.</param>
    /// <param name="innerException">The exception that led to this one.</param>
    public BufferError(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
