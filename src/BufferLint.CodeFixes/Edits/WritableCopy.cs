// How a cast that lets something be written is replaced by a copy that may be.
using System.Threading;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Edits;

/// <summary>Writes the copy.</summary>
internal static class WritableCopy
{
    /// <summary>What was cast; <see langword="null"/> where the cast has no copy to take its place.</summary>
    public static ExpressionSyntax? SourceOf(SyntaxNode cast) => cast switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsMemory" or "AsArray" }, ArgumentList.Arguments: [{ Expression: var source }] } => source,
        ExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FixedStatementSyntax } } } pinned and not PrefixUnaryExpressionSyntax => pinned,
        _ => null,
    };

    /// <summary>The edit that copies instead of casting.</summary>
    /// <param name="cast">The cast.</param>
    /// <param name="isArray">Whether an array will do where the cast gave a memory.</param>
    /// <param name="site">The finding.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Edit? Of(SyntaxNode cast, bool isArray, FindingSite site, CancellationToken cancellation)
    {
        if (SourceOf(cast) is not { } source || site.Model.GetTypeInfo(source, cancellation).Type is not { } type)
        {
            return null;
        }

        var operand = source is CastExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax ? $"({source})" : source.ToString();
        var array = type switch
        {
            { SpecialType: SpecialType.System_String } => $"{operand}.ToCharArray()",
            { Name: "ImmutableArray" } => $"{operand}.AsSpan().ToArray()",
            _ when ViewTypes.IsOverArray(type) => $"{operand}.ToArray()",
            _ => null,
        };
        var isMemory = cast is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsMemory" } };
        return array is null ? null : new Edit(cast.Span, isMemory && !isArray ? array + ".AsMemory()" : array);
    }
}
