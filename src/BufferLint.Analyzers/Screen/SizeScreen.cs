// Whether the words of a body say that something in it may surely not fit: somebody needs room, and somewhere a size
// shows. Answered from tokens.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>The screen of the rules about sizes.</summary>
internal static class SizeScreen
{
    private static readonly ImmutableHashSet<string> Allocations = ImmutableHashSet.Create("Alloc", "AllocZeroed", "AlignedAlloc", "AllocHGlobal", "AllocCoTaskMem", "AllocateUninitializedArray", "AllocateArray");

    private const string Length = nameof(Length);

    /// <summary>Whether a body both needs room and shows a size.</summary>
    public static bool MayMisfit(SyntaxNode body)
    {
        bool demands = false, shows = false, isRoomy = false, readsAll = false;
        foreach (var token in body.DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken:
                    isRoomy |= token.ValueText is "Rent" or "GetBuffer";
                    readsAll |= WholeBuffers.ReadingNames.Contains(token.ValueText);
                    demands |= SizeCatalog.DemandingNames.Contains(token.ValueText) || token.ValueText is "Cast";
                    demands |= token.ValueText is "GetBuffer" or "SetLength" or "Capacity" || (IsRefusal(token) && (shows = true));
                    shows |= token.ValueText == "MemoryStream" && token.Parent?.Parent is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 };
                    demands |= token.Parent is GenericNameSyntax named && IsRename(named) && (shows = true);
                    shows |= Allocations.Contains(token.ValueText) || (token.ValueText == Length && IsAsked(token.Parent));
                    break;
                case SyntaxKind.StringKeyword:
                    demands |= token.Parent?.Parent is ObjectCreationExpressionSyntax;
                    readsAll |= demands;
                    break;
                case SyntaxKind.ForEachKeyword:
                    readsAll = true;
                    break;
                case SyntaxKind.DotDotToken:
                    demands |= token.Parent is RangeExpressionSyntax;
                    break;
                case SyntaxKind.StackAllocKeyword or SyntaxKind.Utf8StringLiteralToken:
                    shows = true;
                    break;
                case SyntaxKind.NumericLiteralToken:
                    shows |= IsSize(token);
                    break;
                case SyntaxKind.OpenBraceToken or SyntaxKind.OpenBracketToken:
                    shows |= token.Parent is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } or CollectionExpressionSyntax or ArrayRankSpecifierSyntax { Parent.Parent: ArrayCreationExpressionSyntax };
                    break;
            }

            if ((demands && shows) || (isRoomy && readsAll))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is taken for another, of known sizes both.</summary>
    private static bool IsRename(GenericNameSyntax name) =>
        name.Identifier.ValueText == "As" && name.TypeArgumentList.Arguments.All(static type => type is PredefinedTypeSyntax or ArrayTypeSyntax { ElementType: PredefinedTypeSyntax });

    /// <summary>Whether something is pinned, or a buffer asked for whose answer is thrown away.</summary>
    private static bool IsRefusal(SyntaxToken token) => token.ValueText is "Pinned" or "Pin" ||
        (token.ValueText is "TryGetBuffer" or "TryGetArray" && token.Parent?.Parent?.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax or AssignmentExpressionSyntax });

    /// <summary>Whether a length is compared with another one or with a constant.</summary>
    private static bool IsAsked(SyntaxNode? name) => name?.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: BinaryExpressionSyntax { Left: var left, Right: var right } binary } => IsComparison(binary.Kind()) && IsKnown(left) && IsKnown(right),
        MemberAccessExpressionSyntax { Parent: SwitchStatementSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax } or NameColonSyntax => true,
        _ => false,
    };

    private static bool IsComparison(SyntaxKind kind) => kind is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression;

    private static bool IsKnown(ExpressionSyntax side) => side is MemberAccessExpressionSyntax or SizeOfExpressionSyntax or LiteralExpressionSyntax { Token.ValueText: not "0" };

    /// <summary>Whether a number is an argument by itself, and not nought.</summary>
    private static bool IsSize(SyntaxToken number) => number.Parent is LiteralExpressionSyntax { Parent: ArgumentSyntax or RangeExpressionSyntax or PrefixUnaryExpressionSyntax { Parent: ArgumentSyntax or RangeExpressionSyntax } } && number.ValueText != "0";
}
