// The other half of a bug with a callback: a body that lends storage names a delegate, or a member that others override.
// Asked of few bodies, so names are looked up among symbols; nothing is bound.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

internal static class CallbackScreen
{
    /// <summary>Whether a member's body may run code that somebody else wrote.</summary>
    /// <param name="body">The body.</param>
    /// <param name="member">The member it is of.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static bool MayCallBack(SyntaxNode body, ISymbol member, CancellationToken cancellation)
    {
        var asked = new HashSet<string>();
        foreach (var token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.ThisKeyword) && token.Parent is ThisExpressionSyntax { Parent: ElementAccessExpressionSyntax })
            {
                return true;
            }

            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax name)
            {
                if (token.ValueText == nameof(System.Action.Invoke))
                {
                    return true;
                }

                if (IsOwnName(name) && asked.Add(token.ValueText) && MayBeCalledBack(name, member, body))
                {
                    return true;
                }
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return false;
    }

    /// <summary>Whether a name stands alone or behind <c>this</c>, so that it is one of this body or object.</summary>
    private static bool IsOwnName(SimpleNameSyntax name) => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name || access.Expression is ThisExpressionSyntax;

    private static bool MayBeCalledBack(SimpleNameSyntax name, ISymbol member, SyntaxNode body)
    {
        var text = name.Identifier.ValueText;
        var parameters = member is IMethodSymbol method ? method.Parameters : (member as IPropertySymbol)?.Parameters ?? default;
        if (!parameters.IsDefault && parameters.FirstOrDefault(parameter => parameter.Name == text) is { } known)
        {
            return known.Type.TypeKind == TypeKind.Delegate;
        }

        var isFound = false;
        for (var type = member.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var found in type.GetMembers(text))
            {
                isFound = true;
                if (IsDelegate(found) || (IsOverridable(found, member.ContainingType) && !HarmlessCallbacks.Is(found)))
                {
                    return true;
                }
            }

            if (type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.Name == text && parameter.Type.TypeKind == TypeKind.Delegate)))
            {
                return true;
            }
        }

        return !isFound && name.Parent is InvocationExpressionSyntax && text != "nameof" && IsVariable(text, body);
    }

    /// <summary>Whether a local variable or a parameter of a function has the name.</summary>
    private static bool IsVariable(string name, SyntaxNode body) => body.DescendantNodes().Any(node =>
        node is VariableDeclaratorSyntax { Identifier.ValueText: var local } && local == name ||
        node is ParameterSyntax { Identifier.ValueText: var parameter } && parameter == name ||
        node is SingleVariableDesignationSyntax { Identifier.ValueText: var designated } && designated == name);

    private static bool IsDelegate(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type.TypeKind == TypeKind.Delegate,
        IPropertySymbol property => property.Type.TypeKind == TypeKind.Delegate,
        _ => member is IEventSymbol,
    };

    private static bool IsOverridable(ISymbol member, INamedTypeSymbol of) =>
        of is { IsSealed: false, TypeKind: TypeKind.Class } && member is { IsSealed: false } and (IMethodSymbol or IPropertySymbol) && (member.IsVirtual || member.IsAbstract || member.IsOverride);
}
