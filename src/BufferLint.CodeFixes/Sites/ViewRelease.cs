// How a counted view is released: the member its type marks with [Releases].
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>The releasing members of a view's type.</summary>
internal sealed class ViewRelease
{
    private const string Attribute = "BufferLint.Annotations.ReleasesAttribute";
    private const string Dispose = "Dispose";

    private readonly IReadOnlyList<IMethodSymbol> _members;

    private ViewRelease(IReadOnlyList<IMethodSymbol> members, bool isIdempotent)
    {
        _members = members;
        IsIdempotent = isIdempotent;
    }

    /// <summary>The member to call: one that says what it does rather than <c>Dispose</c>, if there is one.</summary>
    public string Name => _members.OrderBy(member => member.Name == Dispose).First().Name;

    /// <summary>Whether a second release does no harm: the contract of <c>IDisposable</c>, kept by all if <c>Dispose</c> releases too.</summary>
    public bool IsIdempotent { get; }

    /// <summary>The releasing members without arguments that can be called at a position.</summary>
    public static ViewRelease? Of(ITypeSymbol type, SemanticModel model, int position)
    {
        var members = new List<IMethodSymbol>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            members.AddRange(current.GetMembers().OfType<IMethodSymbol>().Where(method =>
                method is { IsStatic: false, Parameters.IsEmpty: true, MethodKind: MethodKind.Ordinary } &&
                model.IsAccessible(position, method) &&
                method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == Attribute)));
        }

        var isDisposable = type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_IDisposable);
        return members.Count == 0 ? null : new ViewRelease(members, isDisposable && members.Any(member => member.Name == Dispose));
    }

    /// <summary>Whether an expression releases a local.</summary>
    public bool IsCallOn(ExpressionSyntax expression, ILocalSymbol view, SemanticModel model, CancellationToken cancellation) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } } call &&
        receiver.Identifier.ValueText == view.Name &&
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && _members.Any(member => SymbolEqualityComparer.Default.Equals(member, method)) &&
        SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(receiver, cancellation).Symbol, view);
}
