// Names of variables and properties that may also be names of types: behind such a one a call is not surely of the type.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>What declares a value by name.</summary>
internal static class ValueNames
{
    /// <summary>Whether a name is written as types are; others are not told apart from values.</summary>
    public static bool IsTypical(string name) => name.Length > 0 && char.IsUpper(name[0]);

    /// <summary>The name that a piece of code gives to a value in it: a variable, a parameter of a function, a part of a query.</summary>
    public static SyntaxToken DeclaredIn(SyntaxNode? code) => code switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax handler => handler.Identifier,
        FromClauseSyntax query => query.Identifier,
        LetClauseSyntax query => query.Identifier,
        JoinClauseSyntax query => query.Identifier,
        JoinIntoClauseSyntax query => query.Identifier,
        QueryContinuationSyntax query => query.Identifier,
        TypeParameterSyntax type => type.Identifier,
        _ => default,
    };

    /// <summary>The names that a declaration gives to values beyond its own code. A value with the name of its own type is either, and the type the same.</summary>
    public static IEnumerable<string> DeclaredBy(MemberDeclarationSyntax member)
    {
        IEnumerable<(string Name, TypeSyntax? Type)> names = member switch
        {
            BaseFieldDeclarationSyntax { Declaration: { Type: var type, Variables: var variables } } => variables.Select(variable => (variable.Identifier.ValueText, (TypeSyntax?)type)),
            PropertyDeclarationSyntax property => new[] { (property.Identifier.ValueText, (TypeSyntax?)property.Type) },
            EventDeclarationSyntax handled => new[] { (handled.Identifier.ValueText, (TypeSyntax?)handled.Type) },
            IndexerDeclarationSyntax indexer => OfParameters(indexer.ParameterList, null),
            BaseMethodDeclarationSyntax method => OfParameters(method.ParameterList, (method as MethodDeclarationSyntax)?.TypeParameterList),
            TypeDeclarationSyntax type => OfParameters(type.ParameterList, type.TypeParameterList),
            _ => Enumerable.Empty<(string, TypeSyntax?)>(),
        };
        foreach (var (name, type) in names)
        {
            if (IsTypical(name) && ((type is NullableTypeSyntax { ElementType: var element } ? element : type) as IdentifierNameSyntax)?.Identifier.ValueText != name)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<(string Name, TypeSyntax? Type)> OfParameters(BaseParameterListSyntax? parameters, TypeParameterListSyntax? types) =>
        (parameters?.Parameters.Select(static parameter => (parameter.Identifier.ValueText, parameter.Type)) ?? Enumerable.Empty<(string, TypeSyntax?)>())
            .Concat(types?.Parameters.Select(static type => (type.Identifier.ValueText, (TypeSyntax?)null)) ?? Enumerable.Empty<(string, TypeSyntax?)>());
}
