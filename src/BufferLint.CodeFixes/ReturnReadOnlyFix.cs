// `internal Memory<byte> Data() => MemoryMarshal.AsMemory(_data);` becomes `internal ReadOnlyMemory<byte> Data() => _data;`
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Returns what came in as what it is, where the compiler sees all callers.</summary>
public sealed class ReturnReadOnlyFix : FindingFix
{
    internal override string RuleId => RuleIds.ReadOnlyHandedOut;

    internal override string Title => "Return the read-only type";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation) =>
        site.Function is MethodDeclarationSyntax { ReturnType: GenericNameSyntax { Identifier: { ValueText: "Memory" } name } } method &&
        CopyHandedOutFix.IsReturned(site.Breaking) && WritableCopy.SourceOf(site.Breaking) is { } source &&
        site.Model.GetTypeInfo(source, cancellation).Type is { Name: "ReadOnlyMemory" } &&
        site.Model.GetDeclaredSymbol(method, cancellation) is { DeclaredAccessibility: Accessibility.Internal, IsVirtual: false, IsOverride: false, IsAbstract: false, IsAsync: false } declared &&
        !Implements(declared) && !OffLimits.IsConditional(method) &&
        method.DescendantNodes().Count(static node => node is ReturnStatementSyntax or ArrowExpressionClauseSyntax) == 1
            ? FixPlan.Of(new Edit(name.Span, "ReadOnlyMemory"), new Edit(site.Breaking.Span, source.ToString()))
            : null;

    private static bool Implements(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers()).Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
