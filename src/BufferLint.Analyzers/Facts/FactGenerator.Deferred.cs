// What an own async method does is done when its task is awaited, where that is not at once: var later = Free(a); … await later;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private readonly Dictionary<ISymbol, CallSite> _deferred = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the task of an async method goes into a variable of its own that is awaited further on.</summary>
    private bool IsDeferred(Call call, CallSite site)
    {
        if (site is not { Function: { IsAsync: true, ReturnsVoid: false }, Summary.Breaks.IsEmpty: false } ||
            call.Operation is not { Parent: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var task } } } || !_scan.KeepsItsValue(task) ||
            site.Summary.Breaks.Any(done => WorkShape.IsThroughBeforeFirstAwait(site.Function, done.Owner.Steps.IsEmpty ? done.Owner.Name : done.Owner.Steps[0].ToString())) ||
            site.Self is { IsTemporary: true } || site.Arguments.Any(static argument => argument.Origin is { IsTemporary: true }) ||
            call.Operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member ||
            !member.DescendantNodes().OfType<AwaitExpressionSyntax>().Any(awaited => Names(awaited.Expression, task.Name)))
        {
            return false;
        }

        _deferred[task] = site;
        return true;
    }

    private static bool Names(ExpressionSyntax awaited, string task) => awaited switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == task,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var configured } } => Names(configured, task),
        _ => false,
    };

    private void EmitDeferred(IAwaitOperation awaited)
    {
        var task = awaited.Operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } ? configured : awaited.Operation;
        if (task is ILocalReferenceOperation { Local: var local } && _deferred.TryGetValue(local, out var site))
        {
            site = site with { Where = awaited };
            EmitBreaks(site, isOnce: true);
            EmitHeldAfter(site);
        }
    }
}
