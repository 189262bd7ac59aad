// `writer.Advance(2); span[1] = 1;` becomes `span[1] = 1; writer.Advance(2);`.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Moves the advance behind the last statement of its block that uses the view.</summary>
public sealed class AdvanceLaterFix : FindingFix
{
    internal override string RuleId => RuleIds.ViewAfterAdvance;

    internal override string Title => "Advance after the last use";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (LaterUses.Local(site, cancellation) is not { } local || site.Needed is not { } use ||
            Sites.Advance.Of(site, cancellation) is not { IsAwaited: false, Member: "Advance" or "AdvanceTo" or "Complete" } advance ||
            !StatementEdits.IsInList(advance.Statement) || OffLimits.IsConditional(Functions.MemberAround(site.Breaking)))
        {
            return null;
        }

        var crossed = Crossed(advance, local, site, cancellation);
        return crossed.Count > 0 && crossed.Any(statement => statement.Span.Contains(use.Span)) &&
            !crossed.SelectMany(statement => statement.DescendantNodesAndSelf()).Any(Borders.IsOne) &&
            IsOnlyUsedHere(advance, crossed, site, cancellation) &&
            advance.Call.ArgumentList.Arguments.All(argument => MeansTheSame(argument.Expression, crossed, site, cancellation))
            ? StatementMove.After(crossed[crossed.Count - 1], advance.Statement, site.Text)
            : null;
    }

    /// <summary>The statements behind the advance up to the last that uses the view, or a view derived of it, before anything else is asked of the reader or writer.</summary>
    private static IReadOnlyList<StatementSyntax> Crossed(Advance advance, ILocalSymbol local, FindingSite site, CancellationToken cancellation)
    {
        var holders = new List<ILocalSymbol> { local };
        var crossed = new List<StatementSyntax>();
        var last = 0;
        foreach (var next in advance.Following.TakeWhile(next => !advance.IsNamedIn(next, site.Model, cancellation)))
        {
            crossed.Add(next);
            if (holders.Any(holder => LaterUses.In(next, holder, site.Model, cancellation).Any()))
            {
                last = crossed.Count;
                holders.AddRange(GivenIn(next, site.Model, cancellation));
            }
        }

        return crossed.Take(last).ToArray();
    }

    /// <summary>The locals that are declared or assigned in a statement and can hold a view.</summary>
    private static IEnumerable<ILocalSymbol> GivenIn(StatementSyntax statement, SemanticModel model, CancellationToken cancellation) => statement.DescendantNodesAndSelf()
        .Select(node => node switch
        {
            VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax => model.GetDeclaredSymbol(node, cancellation),
            AssignmentExpressionSyntax assignment => model.GetSymbolInfo(assignment.Left, cancellation).Symbol,
            _ => null,
        })
        .OfType<ILocalSymbol>()
        .Where(local => local.IsRef || local.Type.IsRefLikeType || ViewTypes.IsView(local.Type));

    /// <summary>Whether nothing in between can reach the reader or writer: by a lambda, an object it was given to, or this object.</summary>
    private static bool IsOnlyUsedHere(Advance advance, IReadOnlyList<StatementSyntax> crossed, FindingSite site, CancellationToken cancellation)
    {
        var mentions = Writes.Mentions(site.Function, advance.Variable, site.Model, cancellation).ToArray();
        if (mentions.Any(name => Functions.Around(name) != site.Function || Writes.Whole(name).Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } or EqualsValueClauseSyntax or AssignmentExpressionSyntax))
        {
            return false;
        }

        return advance.Variable is ILocalSymbol or IParameterSymbol || !crossed.SelectMany(statement => statement.DescendantNodesAndSelf()).Any(node => node is ThisExpressionSyntax || CallsThis(node, site, cancellation));
    }

    private static bool CallsThis(SyntaxNode node, FindingSite site, CancellationToken cancellation) =>
        node is InvocationExpressionSyntax { Expression: SimpleNameSyntax } call && site.Model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { IsStatic: true };

    /// <summary>Whether an argument has the same value behind some statements: all it names are locals and parameters that nothing there can change.</summary>
    private static bool MeansTheSame(ExpressionSyntax argument, IReadOnlyList<StatementSyntax> crossed, FindingSite site, CancellationToken cancellation)
    {
        foreach (var node in argument.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when site.Model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { ContainingType: { IsValueType: true, IsReadOnly: true } }:
                case AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax or ElementAccessExpressionSyntax:
                case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax:
                case SimpleNameSyntax name when !IsFixed(name, crossed, site, cancellation):
                    return false;
            }
        }

        return true;
    }

    private static bool IsFixed(SimpleNameSyntax name, IReadOnlyList<StatementSyntax> crossed, FindingSite site, CancellationToken cancellation) => site.Model.GetSymbolInfo(name, cancellation).Symbol switch
    {
        ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true } or INamespaceOrTypeSymbol or IMethodSymbol => true,
        ILocalSymbol { IsRef: false } local when KeepsItsValue(local.Type) => !MayBeWritten(local, crossed, site, cancellation),
        IParameterSymbol { RefKind: RefKind.None } parameter when KeepsItsValue(parameter.Type) => !MayBeWritten(parameter, crossed, site, cancellation),
        IPropertySymbol { ContainingType: { IsValueType: true, IsReadOnly: true } } => true,

        // A struct that changes as it is used, such as a SequenceReader: not if it is used there.
        ILocalSymbol { IsRef: false, Type.IsValueType: true } local => !crossed.Any(statement => Writes.Mentions(statement, local, site.Model, cancellation).Any()) && !MayBeWritten(local, crossed, site, cancellation),
        IPropertySymbol { ContainingType: { IsValueType: true } type } => type.Name is "SequenceReader",
        _ => false,
    };

    /// <summary>Whether a variable of a type changes only as it is assigned.</summary>
    private static bool KeepsItsValue(ITypeSymbol type) => type.IsValueType && (type.IsReadOnly || type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum);

    private static bool MayBeWritten(ISymbol variable, IReadOnlyList<StatementSyntax> crossed, FindingSite site, CancellationToken cancellation) =>
        Writes.Mentions(site.Function, variable, site.Model, cancellation)
            .Any(name => Writes.IsWrite(name) && (Functions.Around(name) != site.Function || crossed.Any(statement => statement.Span.Contains(name.Span))));
}
