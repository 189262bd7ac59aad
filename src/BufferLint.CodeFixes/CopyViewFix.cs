// `foreach (var x in CollectionsMarshal.AsSpan(list))` becomes `foreach (var x in list.ToArray())` where elements are only read.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes;

/// <summary>Replaces a view that is only read by a copy of what it shows.</summary>
public sealed class CopyViewFix : FindingFix
{
    internal override string RuleId => RuleIds.ResizeUnderView;

    internal override string Title => "Copy when the view is taken";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) => Copy(site, cancellation);

    /// <summary>The plan, for whatever it is that ends the view.</summary>
    internal static FixPlan? Copy(FindingSite site, CancellationToken cancellation)
    {
        if (site.MayWrite || site.IsImpure || site.IsCounted ||
            OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) || ReliesOnLaterWrites(site, cancellation))
        {
            return null;
        }

        if (ViewPlace.Of(site, cancellation) is { } place)
        {
            return place.Local.IsRef ? ValueInsteadOfReference(site, place, cancellation) : ArrayInsteadOfView(site, place, cancellation);
        }

        return site.Taken.Parent is ForEachStatementSyntax each && each.Expression == site.Taken && each.Type is not RefTypeSyntax &&
            ViewCopy.Of(site.Taken, site, cancellation) is { } copy
            ? FixPlan.Of(new Edit(site.Taken.Span, copy))
            : null;
    }

    private static bool ReliesOnLaterWrites(FindingSite site, CancellationToken cancellation)
    {
        var owners = OwnerPath.Candidates(site.Taken, site.Model, cancellation);
        return owners.Count == 0 || OwnerPath.Variable(owners[0], site.Model, cancellation) is not { } owner || OwnerWrites.MayFollow(owner, site, cancellation);
    }

    /// <summary><c>var s = …AsSpan(list);</c> becomes <c>Span&lt;int&gt; s = list.ToArray();</c></summary>
    private static FixPlan? ArrayInsteadOfView(FindingSite site, ViewPlace place, CancellationToken cancellation)
    {
        if (!ViewTypes.IsOverArray(place.Local.Type) || ViewCopy.Of(place.Value, site, cancellation) is not { } copy)
        {
            return null;
        }

        var value = new Edit(place.Value.Span, copy);
        return place.Declaration is { Type.IsVar: true } declaration
            ? FixPlan.Of(new Edit(declaration.Type.Span, place.Local.Type.ToMinimalDisplayString(site.Model, declaration.SpanStart)), value)
            : FixPlan.Of(value);
    }

    /// <summary><c>ref var v = ref …;</c> becomes <c>var v = …;</c></summary>
    private static FixPlan? ValueInsteadOfReference(FindingSite site, ViewPlace place, CancellationToken cancellation)
    {
        if (place.Declaration is not { Type: RefTypeSyntax type, Variables: [{ Initializer.Value: RefExpressionSyntax reference }] } ||
            place.Local.Type.IsRefLikeType ||
            !Writes.Mentions(site.Function, place.Local, site.Model, cancellation).All(name => Functions.Around(name) == site.Function && IsPlainRead(name, place.Local.Type, site.Model, cancellation)))
        {
            return null;
        }

        return FixPlan.Of(
            new Edit(TextSpan.FromBounds(type.SpanStart, type.Type.SpanStart), ""),
            new Edit(TextSpan.FromBounds(reference.SpanStart, reference.Expression.SpanStart), ""));
    }

    /// <summary>Whether a mention takes the value and does no more with the place it stands in.</summary>
    private static bool IsPlainRead(SimpleNameSyntax name, ITypeSymbol type, SemanticModel model, CancellationToken cancellation)
    {
        if (Writes.IsWrittenThrough(name) || name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None })
        {
            return false;
        }

        // A call on a struct may change it in place.
        return !type.IsValueType || name.Parent is not MemberAccessExpressionSyntax access || access.Parent is not InvocationExpressionSyntax ||
            type.IsReadOnly || type.SpecialType != SpecialType.None ||
            model.GetSymbolInfo(access, cancellation).Symbol is IMethodSymbol { IsReadOnly: true };
    }
}
