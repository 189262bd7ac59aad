// Mentions of a view that surely write nothing through it.
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class OnlyReads
{
    /// <summary>Members of views, arrays and owners that give a part or a view, so that what is done to that decides.</summary>
    private static readonly ImmutableHashSet<string> Parts = ImmutableHashSet.Create("Span", "Memory", "Slice", "AsSpan", "AsMemory", "First", "RootElement");

    /// <summary>Members that take numbers, text or a copy out.</summary>
    private static readonly ImmutableHashSet<string> Readers = ImmutableHashSet.Create("Length", "IsEmpty", "Count", "ToArray", "ToString", "CopyTo", "TryCopyTo", "SequenceEqual", "StartsWith", "EndsWith", "IndexOf", "Contains", "GetHashCode");

    /// <summary>Methods of the framework that only read the arrays they are given, by how their names begin.</summary>
    private static readonly ImmutableArray<string> Takers = ImmutableArray.Create("Write", "Send", "GetString", "GetCharCount", "ToBase64", "ToHex", "HashData", "ComputeHash");

    /// <summary>Whether a mention of a variable, with what is made of it there, only reads.</summary>
    public static bool Is(SimpleNameSyntax mention, SemanticModel model, CancellationToken cancellation)
    {
        if (Writes.IsWrite(mention) || Writes.IsWrittenThrough(mention))
        {
            return false;
        }

        for (ExpressionSyntax reached = Writes.Whole(mention); ;)
        {
            if (model.GetTypeInfo(reached, cancellation).Type is { } type && LeaseCopy.IsCopied(type) && LeaseCopy.IsOnlyRead(type))
            {
                return true;
            }

            switch (reached.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == reached && Readers.Contains(access.Name.Identifier.ValueText):
                    return true;
                case MemberAccessExpressionSyntax access when access.Expression == reached && Parts.Contains(access.Name.Identifier.ValueText):
                    reached = access.Parent is InvocationExpressionSyntax call && call.Expression == access ? call : access;
                    break;
                case ElementAccessExpressionSyntax element when element.Expression == reached:
                    if (model.GetTypeInfo(element, cancellation).Type is not { } item || !LeaseCopy.IsCopied(item))
                    {
                        return element.Parent is not ArgumentSyntax { RefKindKeyword.RawKind: not 0 } and not MemberAccessExpressionSyntax;
                    }

                    reached = element;
                    break;
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax:
                    reached = (ExpressionSyntax)reached.Parent;
                    break;
                case ForEachStatementSyntax each:
                    return each.Expression == reached && each.Type is not RefTypeSyntax;
                case ArgumentSyntax argument:
                    return model.GetTypeInfo(reached, cancellation).ConvertedType is { } given && ViewTypes.IsReadOnlyView(given) || IsTaken(argument, model, cancellation);
                default:
                    return false;
            }
        }
    }

    private static bool IsTaken(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: true } method &&
        Takers.Any(word => method.Name.StartsWith(word, System.StringComparison.Ordinal));
}
