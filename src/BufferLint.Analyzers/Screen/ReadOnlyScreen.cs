// Bodies that make writable what may only be read, and write: by their words. Where the cast is mostly read through, a word
// that writes must stand beside it.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>What a body has named so far.</summary>
internal struct ReadOnlyScreen
{
    /// <summary>Casts that nobody needs to read.</summary>
    private static readonly HashSet<string> Plain = ["AsMemory", "AsArray", "AsImmutableArray"];

    private static readonly HashSet<string> Casts = ["GetReference", "TryGetArray", "BinaryData"];

    private static readonly HashSet<string> Marshals = ["MemoryMarshal", "SequenceMarshal", "ImmutableCollectionsMarshal"];

    private static readonly HashSet<string> Collections = ["List", "IList", "ICollection", "ISet", "IDictionary", "HashSet", "SortedSet", "Dictionary"];

    private static readonly HashSet<string> Changes =
    [
        "Add", "AddRange", "Insert", "Remove", "RemoveAt", "RemoveAll", "Clear", "Fill", "Sort", "Reverse", "TryAdd", "UnionWith", "ExceptWith", "SetLength",
        "Copy", "CopyTo", "TryCopyTo", "BlockCopy", "MemoryCopy", "CopyBlock", "CopyBlockUnaligned", "InitBlock", "InitBlockUnaligned", "NextBytes", "GetBytes", "GetChars", "ZeroMemory",
        "Exchange", "CompareExchange", "Increment", "Decrement", "SetValue", "SetByte", "ConstrainedCopy", "Read", "ReadAsync", "ReadExactly", "ReadExactlyAsync", "Receive", "ReceiveAsync",
    ];

    /// <summary>Who gets a reference to step from it, or to read there.</summary>
    private static readonly HashSet<string> Readers =
    [
        "Add", "AddByteOffset", "Subtract", "SubtractByteOffset", "As", "ReadUnaligned", "LoadUnsafe", "AreSame", "IsAddressLessThan", "IsAddressGreaterThan", "ByteOffset", "CreateReadOnlySpan", "IsNullRef", "Read", "Load",
    ];

    private HashSet<string>? _references;
    private bool _casts;
    private bool _writes;

    /// <summary>Whether a body may write what may only be read.</summary>
    public readonly bool Matters => _casts && _writes;

    /// <summary>Whether a member casts read-only away and may hand out what it gets.</summary>
    public static bool IsCaster(MemberWords member) => member.Words.Any(static word => Plain.Contains(word) || word == "GetReference" || word == "AsRef");

    /// <summary>Looks at one more token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="calls">What the compilation's own members may do.</param>
    /// <returns>Whether it is enough alone.</returns>
    public bool Note(SyntaxToken token, CallNames calls)
    {
        if (!token.IsKind(SyntaxKind.IdentifierToken))
        {
            NoteOperator(token);
            return false;
        }

        var name = token.ValueText;
        if ((Plain.Contains(name) && Qualifier(token) is { } type && Marshals.Contains(type)) || calls.WritesText(name) || IsReinterpreted(token) || (name == "GetReference" && IsReturned(token)))
        {
            return true;
        }

        if (token.Parent?.Parent is VariableDeclarationSyntax or RefTypeSyntax && token.Parent.FirstAncestorOrSelf<RefTypeSyntax>() is { Parent: VariableDeclarationSyntax declaration })
        {
            NoteReferences(declaration);
        }

        _casts |= Casts.Contains(name) || calls.CastsReadOnlyAway(name) || (name == "Alloc" && Qualifier(token) == "GCHandle") || IsCollectionCast(token) || IsReadOnlyObject(token);
        _writes |= Changes.Contains(name) || calls.Writes(name) || name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("Store", StringComparison.Ordinal);
        return false;
    }

    private void NoteOperator(SyntaxToken token)
    {
        switch (token.Parent)
        {
            case RefTypeSyntax { Parent: VariableDeclarationSyntax declaration } when token.IsKind(SyntaxKind.RefKeyword):
                NoteReferences(declaration);
                break;
            case AssignmentExpressionSyntax assignment when assignment.OperatorToken == token:
                _writes |= IsStorage(assignment.Left);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix:
                _writes |= IsStorage(prefix.Operand);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix:
                _writes |= IsStorage(postfix.Operand);
                break;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument when argument.RefKindKeyword == token && token.IsKind(SyntaxKind.RefKeyword):
                _writes |= !(NameOf(call) is { } called && Readers.Contains(called));
                break;
            case ArrayTypeSyntax or ArrayRankSpecifierSyntax when token.IsKind(SyntaxKind.OpenBracketToken):
                _casts |= token.Parent.FirstAncestorOrSelf<ArrayTypeSyntax>() is { Parent: CastExpressionSyntax or DeclarationPatternSyntax or BinaryExpressionSyntax };
                break;
        }
    }

    private void NoteReferences(VariableDeclarationSyntax declaration) =>
        (_references ??= new HashSet<string>()).UnionWith(declaration.Variables.Select(static variable => variable.Identifier.ValueText));

    private readonly bool IsStorage(ExpressionSyntax target) => target switch
    {
        ElementAccessExpressionSyntax or InvocationExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsStorage(inner.Expression),
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PointerIndirectionExpression),
        MemberAccessExpressionSyntax member => member.IsKind(SyntaxKind.PointerMemberAccessExpression) || IsStorage(member.Expression),
        IdentifierNameSyntax name => _references?.Contains(name.Identifier.ValueText) == true,
        _ => false,
    };

    private static bool IsCollectionCast(SyntaxToken token) =>
        Collections.Contains(token.ValueText) && token.Parent is { Parent: CastExpressionSyntax or DeclarationPatternSyntax or BinaryExpressionSyntax or VariableDeclarationSyntax { Variables: [{ Initializer.Value: not BaseObjectCreationExpressionSyntax }, ..] } or QualifiedNameSyntax };

    private static bool IsReadOnlyObject(SyntaxToken token) => token.ValueText switch
    {
        "MemoryStream" => token.Parent?.Parent is ObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } && arguments.Any(static argument => argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression)),
        "CreateViewAccessor" or "CreateViewStream" => true,
        _ => false,
    };

    private static bool IsReturned(SyntaxToken token) => token.Parent?.FirstAncestorOrSelf<RefExpressionSyntax>() is { Parent: ReturnStatementSyntax or ArrowExpressionClauseSyntax };

    /// <summary>Whether a variable is read as one of another type, and one of the two is read-only.</summary>
    private static bool IsReinterpreted(SyntaxToken token) =>
        token.ValueText is "ImmutableArray" or "ReadOnlyMemory" or "ReadOnlySpan" && token.Parent?.FirstAncestorOrSelf<GenericNameSyntax>(static name => name.Identifier.ValueText == "As") is not null;

    private static string? Qualifier(SyntaxToken token)
    {
        var name = token.Parent as SimpleNameSyntax;
        return name?.Parent is MemberAccessExpressionSyntax { Expression: var type } access && access.Name == name
            ? (type as SimpleNameSyntax ?? (type as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText
            : null;
    }

    private static string? NameOf(InvocationExpressionSyntax call) => (call.Expression as SimpleNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;
}
