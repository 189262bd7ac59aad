// Pools written by hand, told by their shape: one member puts what it is given into a private collection, another takes
// something out of it and gives that to its caller, or makes a new one where there is none. A queue of work never makes
// new elements, a cache takes none out.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>A member that takes elements of a pool back.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Parameter">The number of the parameter that is put back.</param>
/// <param name="Parameters">How many parameters it has.</param>
/// <param name="IsIdempotent">Whether it asks first whether the pool has the element already.</param>
internal readonly record struct PutBack(string Method, int Parameter, int Parameters, bool IsIdempotent);

/// <summary>Reads the declarations of a type.</summary>
internal static class PoolShape
{
    private static readonly ImmutableHashSet<string> Collections = ImmutableHashSet.Create("Stack", "Queue", "List", "ConcurrentBag", "ConcurrentStack", "ConcurrentQueue");

    private static readonly ImmutableHashSet<string> Puts = ImmutableHashSet.Create("Push", "Enqueue", "Add");

    /// <summary>The members of a type that take something back, all its parts together.</summary>
    public static ImmutableArray<PutBack> Of(IEnumerable<TypeDeclarationSyntax> parts)
    {
        var members = parts.SelectMany(static part => part.Members).ToArray();
        var found = ImmutableArray.CreateBuilder<PutBack>();
        foreach (var field in members.OfType<FieldDeclarationSyntax>().Where(IsFreeList).SelectMany(static field => field.Declaration.Variables).Select(static variable => variable.Identifier.ValueText))
        {
            var methods = members.OfType<MethodDeclarationSyntax>().ToArray();
            if (methods.Any(method => new FreeListUses(field, method).GivesOneOrANewOne()))
            {
                found.AddRange(methods.Select(method => PutInto(field, method)).OfType<PutBack>());
            }
        }

        return found.ToImmutable();
    }

    private static bool IsFreeList(FieldDeclarationSyntax field) =>
        !field.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword) &&
        (field.Declaration.Type is NullableTypeSyntax nullable ? nullable.ElementType : field.Declaration.Type) is var type &&
        ((type as QualifiedNameSyntax)?.Right ?? type) switch
        {
            GenericNameSyntax generic => Collections.Contains(generic.Identifier.ValueText),
            ArrayTypeSyntax array => array.RankSpecifiers.Count > 1 || array.ElementType is NullableTypeSyntax { ElementType: ArrayTypeSyntax } or GenericNameSyntax,
            _ => false,
        };

    private static PutBack? PutInto(string field, MethodDeclarationSyntax method)
    {
        if (method.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword or (int)SyntaxKind.BoolKeyword } ||
            method.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.OverrideKeyword))
        {
            return null;
        }

        var parameters = method.ParameterList.Parameters;
        for (var ordinal = 0; ordinal < parameters.Count; ordinal++)
        {
            var name = parameters[ordinal].Identifier.ValueText;
            if (parameters[ordinal].Modifiers.Count == 0 && !IsAssigned(name, method) && method.DescendantNodes().Any(node => IsPut(node, field, name) && !DependsOnOthers(node, parameters, name, method)))
            {
                return new PutBack(method.Identifier.ValueText, ordinal, parameters.Count, method.DescendantNodes().Any(node => node is InvocationExpressionSyntax call && Calls(call, field, name, static called => called == "Contains")));
            }
        }

        return null;
    }

    private static bool IsPut(SyntaxNode node, string field, string given) => node switch
    {
        InvocationExpressionSyntax call => Calls(call, field, given, Puts.Contains),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax element, Right: IdentifierNameSyntax right } => FreeListUses.Is(element.Expression, field) && right.Identifier.ValueText == given,
        _ => false,
    };

    private static bool Calls(InvocationExpressionSyntax call, string field, string given, System.Func<string, bool> isWanted) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called, Expression: var receiver }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax { Identifier.ValueText: var argument } }] } &&
        argument == given && isWanted(called) && FreeListUses.Is(receiver, field);

    private static bool IsAssigned(string name, MethodDeclarationSyntax method) =>
        method.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } && left.Identifier.ValueText == name);

    /// <summary>Whether another argument decides, or it happens some other time.</summary>
    private static bool DependsOnOthers(SyntaxNode put, SeparatedSyntaxList<ParameterSyntax> parameters, string name, MethodDeclarationSyntax method)
    {
        var others = new HashSet<string>(parameters.Select(static parameter => parameter.Identifier.ValueText).Where(other => other != name));
        return put.Ancestors().TakeWhile(around => around != method).Any(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax ||
            (around is IfStatementSyntax test && test.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(named => others.Contains(named.Identifier.ValueText))));
    }
}
