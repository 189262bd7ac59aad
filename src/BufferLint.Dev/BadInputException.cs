// What stops a command because of what it was given.
using System;

namespace BufferLint.Dev;

/// <summary>A mistake in the input; the message says what to do about it.</summary>
internal sealed class BadInputException(string message) : Exception(message);
