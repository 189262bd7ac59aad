// What members of a type begin with the buffers in its fields and leave running in another field. Asked only of types
// that have a field for a task, and of members that put the result of a call there.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Summaries;

/// <summary>Looks through the types of one compilation, each once.</summary>
internal sealed class WorkInFields : IWorkInFields
{
    /// <summary>How names of members begin that end what others began; who calls them first has waited.</summary>
    private static readonly ImmutableArray<string> Ending = ImmutableArray.Create("Close", "Complete", "Disconnect", "Drain", "End", "Finish", "Flush", "Join", "Shutdown", "Stop", "Wait");

    private readonly Func<IMethodSymbol, CancellationToken, ResolvedBody?> _bodyOf;
    private readonly ConcurrentDictionary<(INamedTypeSymbol Type, string Task), HashSet<string>> _waiters = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _tasks = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<WorkInField>> _work = new(SymbolEqualityComparer.Default);

    /// <param name="bodyOf">The body of a method; <see langword="null"/> if it has none, or one that is over budget.</param>
    public WorkInFields(Func<IMethodSymbol, CancellationToken, ResolvedBody?> bodyOf) => _bodyOf = bodyOf;

    /// <inheritdoc/>
    public bool MayMatter(SyntaxNode body, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (TasksOf(type).IsEmpty)
        {
            return false;
        }

        var work = WorkOf(type, cancellation);
        return !work.IsEmpty && body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && work.Any(begun => begun.Buffer.Name == token.ValueText));
    }

    /// <inheritdoc/>
    public ImmutableArray<WorkInField> RunningAtStartOf(IMethodSymbol member, CancellationToken cancellation)
    {
        if (member is not { IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, ContainingType: { } type } || TasksOf(type).IsEmpty || member.DeclaringSyntaxReferences is not [var declared])
        {
            return ImmutableArray<WorkInField>.Empty;
        }

        var code = declared.GetSyntax(cancellation);
        var gates = Gates.In(code).ToImmutableHashSet();
        var asked = OwnMembers.Asked(code).ToImmutableHashSet();
        return WorkOf(type, cancellation).Where(begun =>
                !SymbolEqualityComparer.Default.Equals(begun.Member, member) &&
                begun.Member.DeclaringSyntaxReferences is [var beginning] && beginning.GetSyntax(cancellation) is var starter &&
                !Gates.In(starter).Any(gates.Contains) && !AssignedIn(starter, begun).Any(asked.Contains) && !Names(code, begun.Member.Name) &&
                !IsEndedBefore(type, begun, member))
            .ToImmutableArray();
    }

    /// <inheritdoc/>
    public bool MayWait(INamedTypeSymbol type, ISymbol task, string called)
    {
        var members = type.GetMembers(called).OfType<IMethodSymbol>().SelectMany(static method => method.DeclaringSyntaxReferences).ToArray();
        return members.Length == 0 || type.GetMembers(called).Any(static member => member.IsAbstract || member.IsVirtual || member.IsOverride) || _waiters.GetOrAdd((type, task.Name), static asked => WaitersOf(asked.Type, asked.Task)).Contains(called);
    }

    /// <summary>The names of members that name a task, or call a member that does.</summary>
    private static HashSet<string> WaitersOf(INamedTypeSymbol type, string task)
    {
        var words = new Dictionary<string, HashSet<string>>();
        foreach (var member in type.GetMembers().Where(static member => member is IMethodSymbol or IPropertySymbol))
        {
            var named = words.TryGetValue(member.Name, out var known) ? known : words[member.Name] = new HashSet<string>();
            named.UnionWith(member.DeclaringSyntaxReferences.SelectMany(static part => part.GetSyntax().DescendantNodes()).OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText));
        }

        var waiters = new HashSet<string>(words.Where(member => member.Value.Contains(task)).Select(static member => member.Key));
        for (var grows = true; grows;)
        {
            grows = words.Where(member => !waiters.Contains(member.Key) && member.Value.Overlaps(waiters)).Select(static member => member.Key).ToArray().Count(waiters.Add) > 0;
        }

        return waiters;
    }

    /// <summary>Whether some other member waits for the work: one that calls this one, or one that by its name has to be called first.</summary>
    private static bool IsEndedBefore(INamedTypeSymbol type, WorkInField begun, IMethodSymbol member) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(other => !SymbolEqualityComparer.Default.Equals(other, member) && !SymbolEqualityComparer.Default.Equals(other, begun.Member))
        .SelectMany(other => other.DeclaringSyntaxReferences, static (other, part) => (Method: other, Code: part.GetSyntax()))
        .Any(other => Names(other.Code, begun.Task.Name) && (Names(other.Code, member.Name) || (Ending.Any(verb => other.Method.Name.StartsWith(verb, StringComparison.Ordinal)) && ComesFirst(other.Method, other.Code, member))));

    /// <summary>
    /// Whether a member that ends work may be left to the caller: what disposes of an object calls it by itself, unless it
    /// could not wait for its task, finds out that it was called, or somebody else's contract says who calls it.
    /// </summary>
    private static bool ComesFirst(IMethodSymbol ending, SyntaxNode code, IMethodSymbol member) =>
        member.Name is not ("Dispose" or "DisposeAsync") ||
        (member.Name == "Dispose" && WorkTypes.IsAwaitable(ending.ReturnType)) ||
        ending.IsOverride || LentMemory.Declarations(ending).Any() ||
        member.DeclaringSyntaxReferences.SelectMany(static part => OwnMembers.Asked(part.GetSyntax())).Intersect(Assigned(code)).Any();

    private static bool Names(SyntaxNode code, string name) => code.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is SimpleNameSyntax);

    /// <summary>The flags that a member sets where it begins work.</summary>
    private static IEnumerable<string> AssignedIn(SyntaxNode code, WorkInField begun) => Assigned(code).Where(name => name != begun.Task.Name && name != begun.Buffer.Name);

    private static IEnumerable<string> Assigned(SyntaxNode code) => code.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Select(static assignment => (assignment.Left as MemberAccessExpressionSyntax)?.Name ?? assignment.Left as SimpleNameSyntax)
        .OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText);

    private ImmutableArray<ISymbol> TasksOf(INamedTypeSymbol type) => _tasks.GetOrAdd(type.OriginalDefinition, static definition => ((INamedTypeSymbol)definition).GetMembers().OfType<IFieldSymbol>()
        .Where(static field => !field.IsStatic && IsTask(field.Type))
        .Select(static field => field.AssociatedSymbol ?? field)
        .ToImmutableArray());

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" } ? WorkTypes.IsAwaitable(type) :
        type is IArrayTypeSymbol { ElementType: var element } ? IsTask(element) : type is INamedTypeSymbol { TypeArguments: [var listed] } && type.Name != "Func" && IsTask(listed);

    private ImmutableArray<WorkInField> WorkOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        _work.TryGetValue(type.OriginalDefinition, out var known) ? known : _work.GetOrAdd(type.OriginalDefinition, Find(type.OriginalDefinition, cancellation));

    private ImmutableArray<WorkInField> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var tasks = TasksOf(type).Select(static member => member.Name).ToImmutableHashSet();
        var methods = type.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method is { IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.Constructor, DeclaringSyntaxReferences.Length: 1 })
            .Select(method => (Method: method, Code: method.DeclaringSyntaxReferences[0].GetSyntax(cancellation))).ToArray();
        var keeping = methods.Where(method => method.Code.DescendantNodes().Any(node => MayKeep(node, tasks))).ToArray();
        var kept = keeping.ToDictionary(static method => method.Method, method => WorkKeptBy(method.Method, cancellation), (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
        if (kept.Values.All(static work => work.Length == 0) && !keeping.Any(static method => method.Method.Parameters.Any(MayBringWork)))
        {
            // Whoever calls them could only hand them more of what they do not begin.
            return ImmutableArray<WorkInField>.Empty;
        }

        return methods.Where(method => kept.ContainsKey(method.Method) || keeping.Any(keeper => Names(method.Code, keeper.Method.Name)))
            .SelectMany(method => kept.TryGetValue(method.Method, out var own) ? own : WorkKeptBy(method.Method, cancellation), static (method, left) => (Left: left, method.Method))
            .SelectMany(static work => work.Left.Used, static (work, used) => InField(work.Left, used, work.Method))
            .OfType<WorkInField>()
            .ToImmutableArray();
    }

    /// <summary>Whether work comes in by a parameter: a task, or code that begins one.</summary>
    private static bool MayBringWork(IParameterSymbol parameter) => parameter.Type.TypeKind is TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Interface || parameter.Type.SpecialType == SpecialType.System_Object || IsTask(parameter.Type);

    /// <summary>The work that a method begins, or whom it calls, and keeps in a field; one that is over budget says nothing.</summary>
    private WorkLeftRunning[] WorkKeptBy(IMethodSymbol method, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return _bodyOf(method, cancellation) is { } body ? WorkLeftRunning.In(body, method).Where(static left => left.Kept is not null).ToArray() : Array.Empty<WorkLeftRunning>();
        }
        catch (OverBudgetException)
        {
            return Array.Empty<WorkLeftRunning>();
        }
    }

    private static WorkInField? InField(WorkLeftRunning left, NamedPath used, IMethodSymbol method) =>
        left is { Kept: { Root: null, Steps: [{ Symbol: { } task }] } } && used is { Root: null, Steps: [{ Symbol: { } buffer }, ..] } && !SymbolEqualityComparer.Default.Equals(task, buffer)
            ? new WorkInField(buffer, task, left.Viewed.Contains(used), left.Start.Syntax, method, left.Start.Through)
            : null;

    /// <summary>Whether the result of a call is put into one of some fields, or added to it.</summary>
    private static bool MayKeep(SyntaxNode node, ImmutableHashSet<string> fields) => node switch
    {
        AssignmentExpressionSyntax { Left: var target, Right: not (LiteralExpressionSyntax or DefaultExpressionSyntax) } => fields.Contains(NameOf(target)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var collection }, ArgumentList.Arguments.Count: > 0 } => fields.Contains(NameOf(collection)),
        _ => false,
    };

    private static string NameOf(ExpressionSyntax place) => place switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        _ => string.Empty,
    };
}
