// Whether the program may rely on what its owner writes after a view was taken: then a copy would show something else.
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Looks at all that happens to a buffer from the acquire on. What is not known to leave elements alone counts as a write.</summary>
internal static class OwnerWrites
{
    /// <summary>Members that give no element that is there another value. Elements that go, go for the view too.</summary>
    private static readonly ImmutableHashSet<string> Harmless = ImmutableHashSet.Create(
        "Add", "AddRange", "TryAdd", "Append", "AppendLine", "Enqueue", "Push", "Insert", "InsertRange", "EnsureCapacity", "TrimExcess", "TrimToSize",
        "Remove", "RemoveAt", "RemoveRange", "RemoveAll", "Clear", "Write", "WriteByte", "WriteAsync", "Advance", "Flush", "FlushAsync", "SetLength",
        "Contains", "ContainsKey", "ContainsValue", "TryGetValue", "IndexOf", "LastIndexOf", "BinarySearch", "Exists", "Find", "FindIndex", "FindLast", "FindAll", "TrueForAll",
        "ToArray", "ToList", "ToString", "CopyTo", "GetRange", "GetEnumerator", "GetHashCode", "Equals", "First", "Last", "Any", "All", "Count", "Sum", "Min", "Max", "Select", "Where");

    /// <summary>Calls on a view that only read it.</summary>
    private static readonly ImmutableHashSet<string> ReadsOfViews = ImmutableHashSet.Create("ToArray", "ToString", "CopyTo", "TryCopyTo", "IndexOf", "Contains", "SequenceEqual", "StartsWith", "EndsWith");

    /// <summary>
    /// Whether elements may be written through the owner between taking the view and its last use. A resize names the owner;
    /// a callback and a wait do not, and are taken to leave elements alone, as what is written meanwhile is lost on the view.
    /// </summary>
    public static bool MayFollow(ISymbol owner, FindingSite site, CancellationToken cancellation)
    {
        var mentions = Writes.Mentions(site.Function, owner, site.Model, cancellation).Where(name => !site.Taken.Span.Contains(name.Span)).ToArray();
        return (site.Diagnostic.Id is not (RuleIds.ResizeInCallback or RuleIds.ViewAcrossAwait) && !mentions.Any(name => site.Breaking.Span.Contains(name.Span))) ||
            mentions.Any(name => IsAfter(name, site) ? !IsHarmless(Writes.Whole(name), site, cancellation) : TakesWritableView(Writes.Whole(name), site, cancellation)) ||
            (owner is IFieldSymbol or IPropertySymbol && CallsItsOwnType(site, cancellation));
    }

    private static bool IsAfter(SyntaxNode node, FindingSite site)
    {
        var start = Loops.Around(site.Taken).Select(loop => loop.SpanStart).Concat(new[] { site.Taken.SpanStart }).Min();
        return node.SpanStart >= start || Functions.Around(node) != site.Function;
    }

    private static bool IsHarmless(ExpressionSyntax mention, FindingSite site, CancellationToken cancellation)
    {
        if (mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax resize } && resize == site.Breaking)
        {
            return IsOfTheFramework(resize, site, cancellation);
        }

        if (Writes.IsWrittenThrough(mention))
        {
            return mention.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax store } && store == site.Breaking && SetsAnotherKey(site, cancellation);
        }

        return mention.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when call.Expression == access => Harmless.Contains(access.Name.Identifier.ValueText),
            MemberAccessExpressionSyntax access when access.Expression == mention => site.Model.GetSymbolInfo(access, cancellation).Symbol is IPropertySymbol,
            ElementAccessExpressionSyntax or CommonForEachStatementSyntax or BinaryExpressionSyntax or IsPatternExpressionSyntax or ReturnStatementSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => ViewTypes.IsView(TypeOf(call).Type) && !TakesWritableView(mention, site, cancellation),
            _ => false,
        };

        TypeInfo TypeOf(ExpressionSyntax expression) => site.Model.GetTypeInfo(expression, cancellation);
    }

    /// <summary>Whether another view is taken, through which elements may be written.</summary>
    private static bool TakesWritableView(ExpressionSyntax mention, FindingSite site, CancellationToken cancellation)
    {
        var taking = mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? call : mention;
        while (Derived(taking) is { } derived)
        {
            if (derived is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method })
            {
                if (ReadsOfViews.Contains(method.Name.Identifier.ValueText))
                {
                    return false;
                }

                if (IsWritable(TypeOf(taking).Type) && !ViewTypes.IsView(TypeOf(derived).Type))
                {
                    return true;
                }
            }

            taking = derived;
        }

        return taking.Parent is RefExpressionSyntax || Writes.IsWrittenThrough(taking) ||
            (IsWritable(TypeOf(taking).ConvertedType) && taking.Parent is not ForEachStatementSyntax { Type: not RefTypeSyntax });

        TypeInfo TypeOf(ExpressionSyntax expression) => site.Model.GetTypeInfo(expression, cancellation);

        static bool IsWritable(ITypeSymbol? type) => ViewTypes.IsView(type) && !ViewTypes.IsReadOnlyView(type);
    }

    /// <summary>What is asked of an expression: a member, an element, a call.</summary>
    private static ExpressionSyntax? Derived(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == expression => call,
        MemberAccessExpressionSyntax access when access.Expression == expression => access,
        ElementAccessExpressionSyntax element when element.Expression == expression => element,
        ParenthesizedExpressionSyntax inner => inner,
        _ => null,
    };

    /// <summary>Whether the resize <c>map["b"] = 1</c> surely leaves the value of <c>ref map["a"]</c> alone.</summary>
    private static bool SetsAnotherKey(FindingSite site, CancellationToken cancellation) =>
        site.Breaking is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [var set] } } &&
        site.Taken is InvocationExpressionSyntax { ArgumentList.Arguments: [_, var viewed, ..] } &&
        site.Model.GetConstantValue(set.Expression, cancellation) is { HasValue: true, Value: { } key } &&
        site.Model.GetConstantValue(viewed.Expression, cancellation) is { HasValue: true, Value: { } other } && !key.Equals(other);

    private static bool IsOfTheFramework(InvocationExpressionSyntax call, FindingSite site, CancellationToken cancellation) =>
        site.Model.GetSymbolInfo(call, cancellation).Symbol?.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", System.StringComparison.Ordinal));

    private static bool CallsItsOwnType(FindingSite site, CancellationToken cancellation)
    {
        var own = site.Model.GetEnclosingSymbol(site.Breaking.SpanStart, cancellation)?.ContainingType;
        return site.Function.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call != site.Breaking && IsAfter(call, site) &&
            site.Model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { IsStatic: false, ContainingType: { } type } && SymbolEqualityComparer.Default.Equals(type, own));
    }
}
