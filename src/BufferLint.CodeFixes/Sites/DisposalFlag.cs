// The flag by which a type knows that it is over: `_disposed`.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>The only such flag of a type, a field or property that is nothing but set and tested.</summary>
/// <param name="Text">The flag, as the type writes it.</param>
/// <param name="Names">Where the type names it.</param>
internal sealed record DisposalFlag(string Text, IReadOnlyList<SimpleNameSyntax> Names)
{
    /// <summary>The flag of a type; <see langword="null"/> if it has none, or several.</summary>
    public static DisposalFlag? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var names = type.DeclaringSyntaxReferences.SelectMany(part => part.GetSyntax(cancellation).DescendantNodes().OfType<SimpleNameSyntax>()).ToLookup(static name => name.Identifier.ValueText);
        var flags = type.GetMembers()
            .Where(static member => member is
                IFieldSymbol { IsStatic: false, IsReadOnly: false, IsConst: false, Type.SpecialType: SpecialType.System_Boolean, AssociatedSymbol: null } or
                IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: not null, Type.SpecialType: SpecialType.System_Boolean })
            .Where(field => IsDisposalFlag(field.Name, names[field.Name]))
            .ToArray();
        return flags is [var only]
            ? new DisposalFlag(names[only.Name].All(static name => name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }) ? "this." + only.Name : only.Name, names[only.Name].ToArray())
            : null;
    }

    /// <summary>Whether a member ends its object, by its name.</summary>
    public static bool IsEnding(SyntaxNode member) => member is MethodDeclarationSyntax { Identifier.ValueText: var name } && (name.Contains("Dispose") || name is "Close" or "CloseAsync");

    /// <summary>Whether a node sets the flag.</summary>
    public bool IsSetIn(SyntaxNode node) => Names.Any(name => IsSet(name) && IsIn(name, node));

    /// <summary>Whether nothing but a node sets the flag.</summary>
    public bool IsSetOnlyIn(SyntaxNode node) => Names.All(name => !IsSet(name) || IsIn(name, node));

    /// <summary>Whether a node asks for the flag.</summary>
    public bool IsTestedIn(SyntaxNode node) => Names.Any(name => !Writes.IsWrite(name) && IsIn(name, node));

    private static bool IsDisposalFlag(string field, IEnumerable<SimpleNameSyntax> names)
    {
        var all = names.ToArray();
        return all.Length > 0 && all.Where(Writes.IsWrite).All(static name => Writes.Whole(name).Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: LiteralExpressionSyntax }) &&
            (field.IndexOf("disposed", StringComparison.OrdinalIgnoreCase) >= 0 || all.Any(static name => IsSet(name) && IsEnding(Functions.MemberAround(name))));
    }

    private static bool IsSet(SimpleNameSyntax name) => Writes.Whole(name).Parent is AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.TrueLiteralExpression } set && set.Left == Writes.Whole(name);

    private static bool IsIn(SyntaxNode name, SyntaxNode node) => name.SyntaxTree == node.SyntaxTree && node.Span.Contains(name.Span);
}
