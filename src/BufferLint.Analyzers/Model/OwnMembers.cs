// The members of one type as its source declares them: which of them code outside can call, and which of its own they call.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>A declaration that code outside can call, and with it the private ones it comes to, itself among them.</summary>
internal sealed record ReachableMember(SyntaxNode Declaration, ISymbol Member, IReadOnlyCollection<SyntaxNode> Reached);

/// <summary>The declarations of a type's members, all parts of it together.</summary>
internal sealed class OwnMembers
{
    private readonly List<(SyntaxNode Declaration, ISymbol Member)> _entries = new();
    private readonly Dictionary<string, List<SyntaxNode>> _privates = new();
    private readonly Dictionary<SyntaxNode, ImmutableArray<SyntaxNode>> _called = new();

    public OwnMembers(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers().Where(static member => member is IMethodSymbol or IPropertySymbol or IEventSymbol && !IsBeginningOrEnd(member)))
        {
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                if (IsPrivate(member))
                {
                    if (!_privates.TryGetValue(member.Name, out var declarations))
                    {
                        _privates.Add(member.Name, declarations = new List<SyntaxNode>());
                    }

                    declarations.Add(reference.GetSyntax());
                }
                else if (!IsPartOfAnother(member))
                {
                    _entries.Add((reference.GetSyntax(), member));
                }
            }
        }
    }

    /// <summary>Each declaration that code outside can call, and with it the private ones it comes to.</summary>
    public IEnumerable<ReachableMember> FromOutside()
    {
        foreach (var (entry, member) in _entries)
        {
            var reached = new HashSet<SyntaxNode> { entry };
            var pending = new Stack<SyntaxNode>(reached);
            while (pending.Count > 0)
            {
                foreach (var declaration in CalledBy(pending.Pop()).Where(reached.Add))
                {
                    pending.Push(declaration);
                }
            }

            yield return new ReachableMember(entry, member, reached);
        }
    }

    /// <summary>The private declarations that a declaration names; read once, however many come to it.</summary>
    private ImmutableArray<SyntaxNode> CalledBy(SyntaxNode declaration)
    {
        if (!_called.TryGetValue(declaration, out var called))
        {
            var names = declaration.DescendantNodes().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText).Distinct();
            _called.Add(declaration, called = names.SelectMany(name => _privates.TryGetValue(name, out var declarations) ? declarations : Enumerable.Empty<SyntaxNode>()).ToImmutableArray());
        }

        return called;
    }

    /// <summary>The names in the conditions of a declaration.</summary>
    public static IEnumerable<string> Asked(SyntaxNode declaration) => declaration.DescendantNodes()
        .Select(static node => node switch
        {
            IfStatementSyntax branch => branch.Condition,
            WhileStatementSyntax loop => loop.Condition,
            ConditionalExpressionSyntax choice => choice.Condition,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Assert" or "ThrowIf" } } check => (SyntaxNode)check.ArgumentList,
            _ => null,
        })
        .OfType<SyntaxNode>()
        .SelectMany(static condition => condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        .Select(static name => name.Identifier.ValueText);

    /// <summary>Whether what a declaration results in is, as it is written, of a type.</summary>
    public static bool Gives(SyntaxNode declaration, ITypeSymbol type) => Result(declaration) is { } written && (written as NullableTypeSyntax)?.ElementType is var inner &&
        ((inner ?? written) is QualifiedNameSyntax qualified ? qualified.Right : inner ?? written) is SimpleNameSyntax name && name.Identifier.ValueText == type.Name;

    private static TypeSyntax? Result(SyntaxNode declaration) => declaration switch
    {
        BasePropertyDeclarationSyntax property => property.Type,
        MethodDeclarationSyntax method => method.ReturnType,
        _ => null,
    };

    private static bool IsBeginningOrEnd(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor } || member.Name is "Dispose" or "DisposeAsync" ||
        member is IMethodSymbol { ExplicitInterfaceImplementations: [{ Name: "Dispose" }, ..] };

    private static bool IsPrivate(ISymbol member) => member is { DeclaredAccessibility: Accessibility.Private } and
        not IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } and not IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false };

    /// <summary>Accessors are read with their property.</summary>
    private static bool IsPartOfAnother(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: not null };
}
