// What a member does to storage that was given back before it was called.
using Microsoft.CodeAnalysis;

namespace BufferLint.Protocols;

/// <summary>A use or a second release.</summary>
/// <param name="Syntax">Where.</param>
/// <param name="IsRelease">Whether it is given back once more.</param>
internal readonly record struct MemberEvent(SyntaxNode Syntax, bool IsRelease);
