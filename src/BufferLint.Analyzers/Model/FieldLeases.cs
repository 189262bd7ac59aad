// How the memory in a private field was allocated, by the source of its type alone: every value that any member puts there.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>The static calls whose results a field is given.</summary>
internal static class FieldLeases
{
    /// <summary>What allocates native memory, by the name that stands in source: <c>Marshal.AllocHGlobal</c>.</summary>
    private static readonly ImmutableDictionary<string, Effect> Allocating = new[] { NativeMemoryApis.Family, NativeTextApis.Family }
        .SelectMany(static family => family.Rows)
        .GroupBy(static row => row.TypeName + "." + row.Name)
        .SelectMany(static rows => rows.First().Effects.Where(static effect => effect.Kind == EffectKind.Acquires), static (rows, effect) => (rows.Key, Effect: effect))
        .ToImmutableDictionary(static row => row.Key, static row => row.Effect);

    /// <summary>All acquires of which a field may hold the result; none where it may hold something else besides nothing.</summary>
    public static ImmutableArray<(SyntaxNode Acquired, Effect Lease)> Of(IFieldSymbol field)
    {
        var leases = ImmutableArray.CreateBuilder<(SyntaxNode, Effect)>();
        foreach (var type in field.DeclaredAccessibility == Accessibility.Private ? field.ContainingType.DeclaringSyntaxReferences : ImmutableArray<SyntaxReference>.Empty)
        {
            foreach (var value in ValuesIn(type.GetSyntax(), field.Name))
            {
                var bare = Bare(value);
                if (bare is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } && Allocating.TryGetValue(LastOf(called.Expression) + "." + called.Name.Identifier.ValueText, out var lease))
                {
                    leases.Add((bare, lease));
                }
                else if (!IsNothing(bare))
                {
                    return ImmutableArray<(SyntaxNode, Effect)>.Empty;
                }
            }
        }

        return leases.ToImmutable();
    }

    /// <summary>The values that a name is given in a declaration; <see langword="null"/> for one that nobody can see.</summary>
    private static IEnumerable<ExpressionSyntax?> ValuesIn(SyntaxNode declaration, string variable)
    {
        foreach (var token in declaration.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != variable)
            {
                continue;
            }

            if (token.Parent is VariableDeclaratorSyntax { Initializer: { } initializer })
            {
                yield return LocalBehind(initializer.Value);
            }
            else if (token.Parent is IdentifierNameSyntax name)
            {
                ExpressionSyntax place = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
                switch (place.Parent)
                {
                    case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == place:
                        yield return LocalBehind(assignment.Right);
                        break;
                    case AssignmentExpressionSyntax changed when changed.Left == place:
                    case ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }:
                    case ArgumentSyntax { Parent: TupleExpressionSyntax }:
                    case RefExpressionSyntax:
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                        yield return null;
                        break;
                }
            }
        }
    }

    /// <summary>What the local behind a name was made with, if it is given nothing else.</summary>
    private static ExpressionSyntax? LocalBehind(ExpressionSyntax value) =>
        Bare(value) is IdentifierNameSyntax { Identifier.ValueText: var name } local &&
        local.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member &&
        member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(declared => declared.Identifier.ValueText == name) &&
        AssignedIn(member, name) is [{ } only]
            ? only
            : value;

    private static ExpressionSyntax?[] AssignedIn(MemberDeclarationSyntax member, string local) => member.DescendantNodes()
        .Select(node => node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } declared when declared.Identifier.ValueText == local => (IsGiven: true, Value: value),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } when name == local => (true, null),
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None, Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } when name == local => (true, null),
            _ => (IsGiven: false, Value: (ExpressionSyntax?)null),
        })
        .Where(static given => given.IsGiven)
        .Select(static given => given.Value)
        .ToArray();

    private static ExpressionSyntax? Bare(ExpressionSyntax? value) => value switch
    {
        CastExpressionSyntax cast => Bare(cast.Expression),
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        CheckedExpressionSyntax @checked => Bare(@checked.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToPointer", Expression: var address } } => Bare(address),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "IntPtr" }, ArgumentList.Arguments: [{ Expression: var address }] } => Bare(address),
        _ => value,
    };

    private static bool IsNothing(ExpressionSyntax? value) =>
        value is LiteralExpressionSyntax or DefaultExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Zero" };

    private static string LastOf(ExpressionSyntax type) => type switch
    {
        MemberAccessExpressionSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
