// What the source of a method says of sizes, read without being bound: how long the array is that it makes for its caller,
// and how long what it is given must be for what it surely does first.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>The sizes that a method of the compilation gives and needs.</summary>
internal static class OwnSizes
{
    private const int MaxStatements = 12;

    /// <summary>How many bytes the first argument of a member of <c>BinaryPrimitives</c> must have.</summary>
    private static readonly ImmutableDictionary<string, int> Numbers = SizeCatalog.Rows
        .Where(static row => row.Type.EndsWith(".BinaryPrimitives", StringComparison.Ordinal) && row.Demands is [{ Needed.Parts: [{ Factors: [{ Kind: SizeAtomKind.Constant }] }] }])
        .ToImmutableDictionary(static row => row.Name, static row => row.Demands[0].Needed.Parts[0].Factors[0].Value);

    /// <summary>Who fills a part of an argument and returns how much.</summary>
    private static readonly ImmutableHashSet<string> Counting = ImmutableHashSet.Create("Read", "ReadBlock", "ReadAtLeast", "Receive");

    /// <summary>The number that a size stands for: a literal, or a constant by its name.</summary>
    public delegate int? SizeOf(ExpressionSyntax size);

    /// <summary>Whether a method may make an array of a known size for its caller, or need one of what it is given; asked of its words alone.</summary>
    public static (bool Gives, bool Needs) ReadWords(MethodDeclarationSyntax method)
    {
        SizeOf any = static size => size is LiteralExpressionSyntax or MemberAccessExpressionSyntax || (size is IdentifierNameSyntax { Identifier.ValueText: var name } && char.IsUpper(name[0])) ? 1 : null;
        return (IsOverArray(method.ReturnType) && LengthOfResult(method, any) is not null, method.ParameterList.Parameters.Any(parameter => IsOverArray(parameter.Type) && LengthNeeded(method, parameter.Identifier.ValueText, any) > 0));
    }

    /// <summary>Whether all that a function does with a parameter is to have a part of it filled, and to return how much.</summary>
    public static bool FillsAndTells(SyntaxNode function, string parameter) =>
        Returned(function).Take(2).ToArray() is [InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: var arguments }] && Counting.Contains(name) &&
        arguments.Any(argument => argument.Expression is IdentifierNameSyntax given && given.Identifier.ValueText == parameter) && arguments.ElementAtOrDefault(1)?.Expression is null or LiteralExpressionSyntax { Token.ValueText: "0" } &&
        CodeOf(function) is var (body, arrow) && ((SyntaxNode?)arrow ?? body)!.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Count(mention => mention.Identifier.ValueText == parameter && mention.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" }) == 1;

    private static bool IsOverArray(TypeSyntax? type) => type is ArrayTypeSyntax or GenericNameSyntax { Identifier.ValueText: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" };

    /// <summary>How long the array is that a function returns; <see langword="null"/> unless all its returns say the same.</summary>
    public static int? LengthOfResult(SyntaxNode function, SizeOf sizeOf)
    {
        int? length = null;
        foreach (var returned in Returned(function))
        {
            if (MadeLength(returned, function, sizeOf) is not { } made || (length is { } before && before != made))
            {
                return null;
            }

            length = made;
        }

        return length;
    }

    /// <summary>How long what is given for a parameter must be, so that what is done first with it does not fail.</summary>
    public static int LengthNeeded(SyntaxNode function, string parameter, SizeOf sizeOf)
    {
        var needed = 0;
        foreach (var part in DoneFirst(function, parameter))
        {
            foreach (var call in Unconditional(part).OfType<InvocationExpressionSyntax>())
            {
                if (call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "BinaryPrimitives" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BinaryPrimitives" }, Name.Identifier.ValueText: var name }, ArgumentList.Arguments: [{ Expression: var given }, ..] } &&
                    Numbers.TryGetValue(name, out var size) && Skipped(given, parameter, sizeOf) is { } skipped)
                {
                    needed = Math.Max(needed, skipped + size);
                }
            }
        }

        return needed;
    }

    /// <summary>How much of a parameter lies before what is given; <see langword="null"/> if it is no part of it.</summary>
    private static int? Skipped(ExpressionSyntax given, string parameter, SizeOf sizeOf) => given switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == parameter ? 0 : null,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Slice" or "AsSpan", Expression: var whole }, ArgumentList.Arguments: [{ Expression: var start }, ..] } => Skipped(whole, parameter, sizeOf) + sizeOf(start),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan", Expression: var whole }, ArgumentList.Arguments: [] } => Skipped(whole, parameter, sizeOf),
        ElementAccessExpressionSyntax { Expression: var whole, ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax { LeftOperand: { } start } }] } => Skipped(whole, parameter, sizeOf) + sizeOf(start),
        _ => null,
    };

    /// <summary>The statements that surely run, up to the first that branches, returns, or gives the parameter another value.</summary>
    private static IEnumerable<SyntaxNode> DoneFirst(SyntaxNode function, string parameter)
    {
        var (body, arrow) = CodeOf(function);
        if (arrow is not null)
        {
            return new[] { arrow };
        }

        return (body?.Statements ?? default).Take(MaxStatements).TakeWhile(statement => statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax && !Assigns(statement, parameter));
    }

    private static bool Assigns(SyntaxNode part, string variable) => part.DescendantNodesAndSelf().Any(node => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } => name == variable,
        ArgumentSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } given => name == variable && (given.RefKindKeyword.RawKind != 0 || given.Parent is TupleExpressionSyntax),
        _ => false,
    });

    /// <summary>The parts of an expression or statement that are evaluated whenever it is.</summary>
    private static IEnumerable<SyntaxNode> Unconditional(SyntaxNode whole) => whole.DescendantNodesAndSelf(static node => node is not (
        ConditionalExpressionSyntax or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax or ConditionalAccessExpressionSyntax or LocalFunctionStatementSyntax or
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } or
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }));

    private static IEnumerable<ExpressionSyntax?> Returned(SyntaxNode function)
    {
        var (body, arrow) = CodeOf(function);
        return arrow is not null
            ? new[] { arrow }
            : body?.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression) ?? Enumerable.Empty<ExpressionSyntax?>();
    }

    /// <summary>How long an array is that is made on the spot, or was put into a variable for good.</summary>
    private static int? MadeLength(ExpressionSyntax? made, SyntaxNode function, SizeOf sizeOf) => made switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Expressions.Count,
        ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [var size] }] } => sizeOf(size),
        ImplicitArrayCreationExpressionSyntax { Initializer: var elements } => elements.Expressions.Count,
        IdentifierNameSyntax { Identifier.ValueText: var name } when CodeOf(function).Body is { } body && !Assigns(body, name) =>
            body.Statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(static declared => declared.Declaration.Variables).FirstOrDefault(local => local.Identifier.ValueText == name)?.Initializer?.Value is { } value and not IdentifierNameSyntax ? MadeLength(value, function, sizeOf) : null,
        _ => null,
    };

    private static (BlockSyntax? Body, ExpressionSyntax? Arrow) CodeOf(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => (method.Body, method.ExpressionBody?.Expression),
        LocalFunctionStatementSyntax local => (local.Body, local.ExpressionBody?.Expression),
        _ => (null, null),
    };
}
