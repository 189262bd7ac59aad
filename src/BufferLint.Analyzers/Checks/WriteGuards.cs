// Code that asks whether something may be written.
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class WriteGuards
{
    /// <summary>Whether the member that a write stands in asks before it.</summary>
    public static bool Stand(SyntaxNode write) =>
        write.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member &&
        member.DescendantTokens().TakeWhile(token => token.SpanStart < write.SpanStart).Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "IsReadOnly" or "CanWrite");
}
