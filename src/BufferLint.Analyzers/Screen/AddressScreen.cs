// Bodies that take an address matter alone: what ends it is the end of the method, which nobody names.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

internal static class AddressScreen
{
    private static readonly HashSet<string> Names = ["AsPointer", "UnsafeAddrOfPinnedArrayElement", "AsRef", "CreateSpan", "CreateReadOnlySpan"];

    /// <summary>Whether a member takes an address and may hand it out.</summary>
    public static bool TakesAddress(MemberWords member) => member.Words.Any(Names.Contains);

    /// <summary>Whether a token takes the address of something that ends, or hides a reference to it from the compiler.</summary>
    public static bool TakesAddress(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => Names.Contains(token.ValueText),
        SyntaxKind.FixedKeyword => token.Parent is FixedStatementSyntax,
        SyntaxKind.AmpersandToken => token.Parent.IsKind(SyntaxKind.AddressOfExpression),
        SyntaxKind.StackAllocKeyword => IsPointer(token.Parent!),
        _ => false,
    };

    /// <summary>Whether stack memory is allocated for a pointer; spans over it the compiler follows.</summary>
    private static bool IsPointer(SyntaxNode allocation) =>
        allocation.Parent is EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: var type } } && type is PointerTypeSyntax or IdentifierNameSyntax { IsVar: true };
}
