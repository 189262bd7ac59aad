// Whether the words of a body say that something in it may surely not fit: somebody needs room, and somewhere a size
// shows. Answered from tokens.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>What a body has named so far: who needs room, and a size.</summary>
internal struct SizeScreen
{
    private static readonly HashSet<string> Allocations = ["Alloc", "AllocZeroed", "AlignedAlloc", "AllocHGlobal", "AllocCoTaskMem", "AllocateUninitializedArray", "AllocateArray"];

    private const string Length = nameof(Length);

    private bool _demands;
    private bool _shows;
    private bool _isRoomy;
    private bool _readsAll;
    private bool _recasts;
    private bool _follows;

    /// <summary>Whether a body both needs room and shows a size, or has a buffer with more room than data and reads a whole one.</summary>
    public readonly bool MayMisfit => (_demands && _shows) || (_isRoomy && _readsAll);

    /// <summary>The screen of a body that nobody else looks at.</summary>
    public static SizeScreen Of(SyntaxNode body)
    {
        var screen = default(SizeScreen);
        foreach (var token in body.DescendantTokens())
        {
            if (screen.Note(token, CallNames.None))
            {
                break;
            }
        }

        return screen;
    }

    /// <summary>Looks at one more token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="calls">What names of the compilation's own members may do.</param>
    /// <returns>Whether it is enough, with those before.</returns>
    public bool Note(SyntaxToken token, CallNames calls)
    {
        if (MayMisfit)
        {
            return true;
        }

        switch (token.Kind())
        {
            case SyntaxKind.IdentifierToken:
                NoteName(token, calls);
                break;
            case SyntaxKind.StringKeyword:
                var makesText = token.Parent?.Parent is ObjectCreationExpressionSyntax;
                _demands |= makesText;
                _readsAll |= makesText;
                break;
            case SyntaxKind.ForEachKeyword:
                _readsAll = true;
                break;
            case SyntaxKind.AmpersandToken:
                _shows |= token.Parent is PrefixUnaryExpressionSyntax { Parent: CastExpressionSyntax };
                break;
            case SyntaxKind.AsteriskToken:
                _recasts |= token.Parent is PointerTypeSyntax { Parent: CastExpressionSyntax };
                _follows |= token.Parent is PrefixUnaryExpressionSyntax;
                _demands |= _recasts && _follows;
                break;
            case SyntaxKind.OpenBracketToken when token.Parent is BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax { Expression: ParenthesizedExpressionSyntax { Expression: CastExpressionSyntax { Type: PointerTypeSyntax } } } }:
                _demands = true;
                break;
            case SyntaxKind.DotDotToken:
                _demands |= token.Parent is RangeExpressionSyntax;
                break;
            case SyntaxKind.StackAllocKeyword or SyntaxKind.Utf8StringLiteralToken:
                _shows = true;
                break;
            case SyntaxKind.NumericLiteralToken:
                _shows |= IsSize(token);
                break;
            case SyntaxKind.OpenBraceToken or SyntaxKind.OpenBracketToken:
                _shows |= token.Parent is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } or CollectionExpressionSyntax or ArrayRankSpecifierSyntax { Parent.Parent: ArrayCreationExpressionSyntax };
                break;
        }

        return MayMisfit;
    }

    private void NoteName(SyntaxToken token, CallNames calls)
    {
        var name = token.ValueText;
        var settles = IsRefusal(token) || (token.Parent is GenericNameSyntax named && IsRename(named));
        _isRoomy |= name is "Rent" or "GetBuffer";
        _readsAll |= WholeBuffers.ReadingNames.Contains(name);
        _demands |= settles || calls.NeedsSize(name) || SizeCatalog.DemandingNames.Contains(name) || name is "Cast" or "GetBuffer" or "SetLength" or "Capacity";
        _shows |= settles || calls.GivesSize(name) || Allocations.Contains(name) || (name == Length && IsAsked(token.Parent)) || (name == "GetBytes" && token.Parent?.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "BitConverter" } }) || (name == "MemoryStream" && token.Parent?.Parent is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 });
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
