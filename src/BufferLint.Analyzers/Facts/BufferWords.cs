// What the words of a body say of its buffers: whose length is asked for by itself, which are named by other functions.
// Read once a body, and only if it has such a buffer.
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Facts;

/// <summary>The names of a body, as far as they say that all of a buffer may be data.</summary>
internal sealed class BufferWords
{
    private readonly HashSet<string> _excluded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _mentions = new(StringComparer.Ordinal);

    /// <summary>Whether the size of a stream's buffer is asked for or set.</summary>
    public bool SizesStreams { get; private set; }

    /// <summary>Reads the words of a body.</summary>
    public static BufferWords Of(SyntaxNode body)
    {
        var words = new BufferWords();
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case IdentifierNameSyntax { Identifier.ValueText: var name }:
                    words.SizesStreams |= name is "Capacity" or "SetLength";
                    words.Mention(name, node.SpanStart);
                    if (node.Ancestors().TakeWhile(outer => outer != body).Any(static outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                    {
                        words._excluded.Add(name);
                    }

                    if (name == "Length" && node.Parent is MemberAccessExpressionSyntax { Expression: var measured } length && !IsToldToCall(length))
                    {
                        words._excluded.Add(RootOf(measured));
                    }

                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                    words._compared.Add(comparison.Left.ToString());
                    words._compared.Add(comparison.Right.ToString());
                    break;
                case ConstantPatternSyntax pattern:
                    words._compared.Add(pattern.Expression.ToString());
                    break;
            }
        }

        return words;
    }

    /// <summary>Whether the length of a buffer is asked for by itself, or another function names it.</summary>
    public bool IsExcluded(string name) => _excluded.Contains(name);

    /// <summary>Whether a size is compared with anything.</summary>
    public bool IsCompared(IOperation size) => _compared.Contains(size.Syntax.ToString());

    /// <summary>Whether a name stands between two places.</summary>
    public bool IsMentionedBetween(string name, int start, int end) => _mentions.TryGetValue(name, out var places) && places.Any(place => place >= start && place < end);

    /// <summary>Whether a loop is left before its end.</summary>
    public static bool Leaves(StatementSyntax body) => body.DescendantNodesAndSelf().Any(static node => node is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax);

    private void Mention(string name, int place)
    {
        if (!_mentions.TryGetValue(name, out var places))
        {
            _mentions.Add(name, places = new List<int>());
        }

        places.Add(place);
    }

    /// <summary>Whether a length is only told to a call, uncompared.</summary>
    private static bool IsToldToCall(SyntaxNode length)
    {
        var outer = length.Parent;
        while (outer is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression })
        {
            outer = outer.Parent;
        }

        return outer is ArgumentSyntax;
    }

    private static string RootOf(ExpressionSyntax measured) => measured switch
    {
        MemberAccessExpressionSyntax access => RootOf(access.Expression),
        InvocationExpressionSyntax call => RootOf(call.Expression),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
