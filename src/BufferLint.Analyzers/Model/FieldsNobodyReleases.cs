// Private fields that only constructors fill, and of which every mention in their type is harmless: nothing there releases what they hold, or gives it to
// anybody who could. By syntax alone.
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

internal static class FieldsNobodyReleases
{
    /// <summary>Members that look at what a field holds, or give a view of it.</summary>
    private static readonly ImmutableHashSet<string> Looks = ImmutableHashSet.Create(
        "Length", "LongLength", "Count", "AsSpan", "AsMemory", "Memory", "Span", "CopyTo", "GetValue", "SetValue", "Clone", "IsAllocated", "Target", "AddrOfPinnedObject", "GetPinnableReference", "Fill", "Clear");

    /// <summary>Methods that are done with what they are given when they return.</summary>
    private static readonly ImmutableHashSet<string> Borrowers = ImmutableHashSet.Create(
        "Read", "ReadAsync", "ReadExactly", "ReadExactlyAsync", "Write", "WriteAsync", "Copy", "BlockCopy", "MemoryCopy", "CopyTo", "Clear", "Fill", "Sort", "Reverse", "GetBytes", "GetChars", "GetString",
        "WriteByte", "WriteInt16", "WriteInt32", "WriteInt64", "WriteIntPtr", "ReadByte", "ReadInt16", "ReadInt32", "ReadInt64", "ReadIntPtr", "PtrToStructure", "StructureToPtr", "PtrToStringUni", "PtrToStringAnsi", "PtrToStringUTF8");

    /// <summary>Whether nobody can release what a field holds.</summary>
    public static bool Has(IFieldSymbol field)
    {
        if (field is not { IsStatic: false, DeclaredAccessibility: Accessibility.Private, ContainingType: { TypeKind: TypeKind.Class, IsStatic: false } type } || IsForLife(type))
        {
            return false;
        }

        return field.ContainingType.DeclaringSyntaxReferences.All(part => part.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == field.Name)
            .All(static name => IsHarmless(Whole(name))));
    }

    /// <summary>Whether the type keeps its only objects itself, for as long as the process runs.</summary>
    private static bool IsForLife(INamedTypeSymbol type) => type.GetMembers().Any(member => member.IsStatic && SymbolEqualityComparer.Default.Equals((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type, type));

    /// <summary>The expression that means the field: through <c>this</c>, in parentheses, cast.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax mention) => mention.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == mention => Whole(access),
        ParenthesizedExpressionSyntax inner => Whole(inner),
        CastExpressionSyntax cast => Whole(cast),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Whole(sure),
        _ => mention,
    };

    private static bool IsHarmless(ExpressionSyntax mention) => mention.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Left == mention && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax && assignment.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax,
        ElementAccessExpressionSyntax element => element.Expression == mention,
        MemberAccessExpressionSyntax access => access.Expression == mention && Looks.Contains(access.Name.Identifier.ValueText),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } => true,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } } => Borrowers.Contains(called),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => true,
        _ => false,
    };
}
