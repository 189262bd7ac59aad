// `_last = body;` becomes `_last = body.ToArray();`, and work gets a copy made before it starts.
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

/// <summary>Keeps a copy of memory that is the caller's, where it is only read: what is to be filled must not be copied.</summary>
public abstract class CopyKeptFix : FindingFix
{
    private protected CopyKeptFix()
    {
    }

    internal sealed override string Title => "Copy what is kept";

    internal sealed override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        OffLimits.IsConditional(Functions.MemberAround(site.Breaking)) ? null :
        Stored(site.Breaking) is { } store ? Copied(MemoryIn(store, site, cancellation), site, cancellation) : InWork(site, cancellation);

    /// <summary>What is stored: the right side, or all that a collection, a helper or a new object is given.</summary>
    private static SyntaxNode? Stored(SyntaxNode store) => store switch
    {
        AssignmentExpressionSyntax { Right: var value } => value,
        InvocationExpressionSyntax { ArgumentList: var given } => given,
        _ => null,
    };

    /// <summary>The memory in what is stored, through new objects, tuples and choices.</summary>
    private static IEnumerable<ExpressionSyntax> MemoryIn(SyntaxNode stored, FindingSite site, CancellationToken cancellation) => stored switch
    {
        AssignmentExpressionSyntax { Right: var member } => MemoryIn(member, site, cancellation),
        ExpressionSyntax value when LentMemory.IsMemory(site.Model.GetTypeInfo(value, cancellation).Type) && value is not (ConditionalExpressionSyntax or ParenthesizedExpressionSyntax) => value is LiteralExpressionSyntax or DefaultExpressionSyntax ? Enumerable.Empty<ExpressionSyntax>() : new[] { value },
        BaseObjectCreationExpressionSyntax or ArgumentListSyntax or ArgumentSyntax or TupleExpressionSyntax or InitializerExpressionSyntax or ConditionalExpressionSyntax or ParenthesizedExpressionSyntax => stored.ChildNodes().SelectMany(part => MemoryIn(part, site, cancellation)),
        _ => Enumerable.Empty<ExpressionSyntax>(),
    };

    private static FixPlan? Copied(IEnumerable<ExpressionSyntax> memory, FindingSite site, CancellationToken cancellation) =>
        memory.Take(2).ToArray() is [var only] && site.Model.GetTypeInfo(only, cancellation) is { Type: { } type } info && IsOnlyRead(info) && LeaseCopy.Of(only, type, site.Model) is { } copy
            ? FixPlan.Of(new Edit(only.Span, copy))
            : null;

    private static bool IsOnlyRead(TypeInfo memory) => ViewTypes.IsReadOnlyView(memory.Type) || ViewTypes.IsReadOnlyView(memory.ConvertedType);

    private static FixPlan? InWork(FindingSite site, CancellationToken cancellation)
    {
        var given = site.Taken;
        if (FunctionOf(site) is not { } function || HandedOver.CodeAround(given, function) is not { } code)
        {
            return given.Parent is ArgumentSyntax ? Copied(new[] { given }, site, cancellation) : null;
        }

        var memory = given.Parent is MemberAccessExpressionSyntax member && !LentMemory.IsMemory(site.Model.GetTypeInfo(given, cancellation).Type) ? member : given;
        if (HandedOver.StatementOf(given, function) is not { } statement || site.Model.GetSymbolInfo(memory, cancellation).Symbol is not { } symbol || site.Model.GetTypeInfo(memory, cancellation).Type is not { } type)
        {
            return null;
        }

        var mentions = code.DescendantNodes().OfType<ExpressionSyntax>().Where(mention => mention.IsEquivalentTo(memory) && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(mention, cancellation).Symbol, symbol)).ToArray();
        var name = FreeNames.For(char.ToLowerInvariant(symbol.Name[0]) + symbol.Name.Substring(1) + "Copy", function);
        return IsNeverWritten(type, mentions, site, cancellation) && LeaseCopy.Declaration(memory.ToString(), type, name, statement.SpanStart, site.Model) is { } declaration
            ? new FixPlan(StatementEdits.Before(statement, declaration, site.Text).AddRange(mentions.Select(mention => new Edit(mention.Span, name))))
            : null;
    }

    /// <summary>The function whose parameter it is.</summary>
    private static SyntaxNode? FunctionOf(FindingSite site) =>
        site.Taken.SyntaxTree.GetRoot().FindNode(site.Diagnostic.AdditionalLocations[0].SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is { } parameter ? Functions.Around(parameter) : null;

    private static bool IsNeverWritten(ITypeSymbol type, ExpressionSyntax[] mentions, FindingSite site, CancellationToken cancellation) =>
        ViewTypes.IsReadOnlyView(type) || mentions.All(mention => mention is SimpleNameSyntax name && OnlyReads.Is(name, site.Model, cancellation));
}
