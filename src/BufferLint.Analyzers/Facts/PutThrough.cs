// Whether who is given the address of a variable may put something else into it. Told by the words of its code: most of those
// that have code here only look what is there.
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>Looks at what becomes of an address.</summary>
internal static class PutThrough
{
    /// <summary>Whether the call that a value is an argument of may write to where it points; not where it is no argument.</summary>
    public static bool MayBeDoneWith(IOperation address, CancellationToken cancellation)
    {
        var around = address.Parent;
        while (around is IConversionOperation or IParenthesizedOperation)
        {
            around = around.Parent;
        }

        return around is IArgumentOperation argument && (argument.Parameter is not { } parameter || !IsOnlyRead(parameter.OriginalDefinition, cancellation));
    }

    /// <summary>Whether a method has code in which a parameter is read through, and nothing else is done with it.</summary>
    private static bool IsOnlyRead(IParameterSymbol parameter, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { IsVirtual: false, IsOverride: false, IsAbstract: false, DeclaringSyntaxReferences: [var declaration] })
        {
            return false;
        }

        var mentions = declaration.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == parameter.Name).ToArray();
        return mentions.Length > 0 && mentions.All(IsReadThrough);
    }

    private static bool IsReadThrough(IdentifierNameSyntax mention)
    {
        ExpressionSyntax? read = mention.Parent switch
        {
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } pointed => pointed,
            ElementAccessExpressionSyntax element when element.Expression == mention => element,
            _ => null,
        };
        while (read?.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            read = parenthesized;
        }

        return read is not null && read.Parent is not (AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax } or RefExpressionSyntax or PrefixUnaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression,
        }) || (read?.Parent is AssignmentExpressionSyntax assignment && assignment.Right == read);
    }
}
