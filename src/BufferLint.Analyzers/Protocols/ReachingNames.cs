// Whose values may come to a release, told by the names in a type's code: what a released variable is assigned, is taken
// out of, or is given as an argument. Says yes too often, and spares the runs for fields that no release can be about.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Protocols;

internal static class ReachingNames
{
    /// <summary>The names from which values may come to a release. Variables of one member are not those of another.</summary>
    /// <param name="members">The code of all members, each with the names that stand in what it releases.</param>
    public static ISet<string> ToReleases(IEnumerable<(SyntaxNode Code, IReadOnlyCollection<string> Released)> members)
    {
        var flows = new List<(string Into, IEnumerable<string> From)>();
        var reaching = new HashSet<string>(StringComparer.Ordinal);
        var ordinal = 0;
        foreach (var (code, released) in members)
        {
            var variables = VariablesOf(code);
            var of = "@" + ordinal++;
            reaching.UnionWith(released.Select(InScope));
            flows.AddRange(code.DescendantNodesAndSelf().SelectMany(FlowsAt).Select(flow => (InScope(flow.Into), Names(flow.From).Select(InScope))));

            string InScope(string name) => variables.Contains(name) ? name + of : name;
        }

        var from = flows.ToLookup(static flow => flow.Into, static flow => flow.From, StringComparer.Ordinal);
        var pending = new Stack<string>(reaching);
        while (pending.Count > 0)
        {
            foreach (var source in from[pending.Pop()].SelectMany(static names => names).Where(reaching.Add))
            {
                pending.Push(source);
            }
        }

        return reaching;
    }

    /// <summary>The variables, parameters and functions that a member has to itself.</summary>
    private static HashSet<string> VariablesOf(SyntaxNode code) => new(
        code.DescendantNodes().Select(static node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            FromClauseSyntax from => from.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        }).OfType<string>(),
        StringComparer.Ordinal);

    private static IEnumerable<(string Into, SyntaxNode From)> FlowsAt(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } variable => One(variable.Identifier, value),
        AssignmentExpressionSyntax assignment => Names(assignment.Left).Select(name => (name, (SyntaxNode)assignment.Right)).Concat(Shared(assignment.Right, assignment.Left)),
        ForEachStatementSyntax loop => One(loop.Identifier, loop.Expression),
        FromClauseSyntax from => One(from.Identifier, from.Expression),
        SingleVariableDesignationSyntax variable => One(variable.Identifier, Around(variable)),
        InvocationExpressionSyntax call => ByCall(call),
        ParameterSyntax { Parent: LambdaExpressionSyntax or ParameterListSyntax { Parent: AnonymousFunctionExpressionSyntax } } parameter => One(parameter.Identifier, Within(parameter)),
        BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => Result(node),
        _ => Enumerable.Empty<(string, SyntaxNode)>(),
    };

    private static IEnumerable<(string Into, SyntaxNode From)> One(SyntaxToken into, SyntaxNode from) => new[] { (into.ValueText, from) };

    /// <summary>The statement, or member, in which a pattern or an argument declares a variable.</summary>
    private static SyntaxNode Around(SyntaxNode designation) =>
        designation.Ancestors().First(static around => around is StatementSyntax or SwitchExpressionSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax or CompilationUnitSyntax);

    /// <summary>The member around a lambda, which may call it with whatever it has.</summary>
    private static SyntaxNode Within(SyntaxNode parameter) => parameter.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? parameter;

    /// <summary>What is given by reference may be given anything that the call has; a parameter of a member of that name has its arguments.</summary>
    private static IEnumerable<(string Into, SyntaxNode From)> ByCall(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments.Where(static argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None)))
        {
            foreach (var name in Names(argument))
            {
                yield return (name, call);
            }
        }

        if (NameOf(call.Expression) is { } called)
        {
            yield return (ParameterOf(called), call);
            foreach (var shared in call.ArgumentList.Arguments.SelectMany(argument => Shared(argument.Expression, SyntaxFactory.IdentifierName(ParameterOf(called)))))
            {
                yield return shared;
            }
        }
    }

    /// <summary>What is put somewhere is there under another name: who releases a variable releases what the field got from it.</summary>
    private static IEnumerable<(string Into, SyntaxNode From)> Shared(ExpressionSyntax value, SyntaxNode place) =>
        value is InvocationExpressionSyntax or LiteralExpressionSyntax or BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax ? Enumerable.Empty<(string, SyntaxNode)>() : Names(value).Select(name => (name, place));

    /// <summary>A member's name stands for all that is named in it, and its parameters for what calls of it have.</summary>
    private static IEnumerable<(string Into, SyntaxNode From)> Result(SyntaxNode member)
    {
        var (name, parameters) = member switch
        {
            MethodDeclarationSyntax method => (method.Identifier.ValueText, method.ParameterList.Parameters),
            LocalFunctionStatementSyntax local => (local.Identifier.ValueText, local.ParameterList.Parameters),
            PropertyDeclarationSyntax property => (property.Identifier.ValueText, default),
            AccessorDeclarationSyntax or ArrowExpressionClauseSyntax when member.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property => (property.Identifier.ValueText, default),
            _ => (string.Empty, default(SeparatedSyntaxList<ParameterSyntax>)),
        };
        if (name.Length == 0)
        {
            yield break;
        }

        yield return (name, member);
        foreach (var parameter in parameters)
        {
            yield return (parameter.Identifier.ValueText, SyntaxFactory.IdentifierName(ParameterOf(name)));
            yield return (ParameterOf(name), SyntaxFactory.IdentifierName(parameter.Identifier.ValueText));
        }
    }

    /// <summary>Stands for whatever parameter of a member; no name in source is like it.</summary>
    private static string ParameterOf(string member) => "(" + member;

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<string> Names(SyntaxNode code) => code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText);
}
