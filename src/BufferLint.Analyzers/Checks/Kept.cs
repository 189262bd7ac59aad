// One place, or one piece of work, that has memory of the caller's when the call is over.
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

/// <summary>Memory that came in, and stays.</summary>
/// <param name="By">What keeps it: a store, a call that takes it into a collection, or the start of work.</param>
/// <param name="Place">Where it can be found afterwards; of work and of unknown collections, what holds it.</param>
/// <param name="Memory">The memory.</param>
/// <param name="Value">What is kept of it.</param>
/// <param name="Where">The store, or the mention in the code that is handed over.</param>
internal sealed record Kept(Fact By, Origin Place, GivenMemory Memory, Value Value, SyntaxNode Where)
{
    /// <summary>Whether it is work that goes on, rather than a place.</summary>
    public bool IsWork => By is Start;

    /// <summary>Who is seen to lend the memory and to take it back; <see langword="null"/> if it is said to be lent, or nobody knows.</summary>
    public LendingSite? Lender { get; init; }

    /// <summary>Whether an object that the caller gave as well keeps it.</summary>
    public bool IsInGivenObject { get; init; }
}

/// <summary>Memory that a body was given: a parameter, or what is in a field or property of one.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Member">The field or property; <see langword="null"/> if the parameter is the memory itself.</param>
internal sealed record GivenMemory(IParameterSymbol Parameter, ISymbol? Member)
{
    /// <summary>What the code calls it.</summary>
    public string Name => Member is null ? Parameter.Name : Parameter.Name + "." + Member.Name;

    /// <summary>The memory that a value is, or is a part or view of; <see langword="null"/> if it is none that was given.</summary>
    /// <param name="value">The value.</param>
    /// <param name="body">The body.</param>
    public static GivenMemory? In(Value value, SolvedBody body) => value switch
    {
        Loan loan => In(loan.Owner, body),
        Placeholder { Origin.Symbol: IParameterSymbol { RefKind: RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter } parameter } when body.Facts.IsOfBody(parameter) && LentMemory.IsMemory(parameter.Type) => new GivenMemory(parameter, null),
        Part { Step.Symbol: { } member, Of: Placeholder { Origin.Symbol: IParameterSymbol parameter } } when body.Facts.IsOfBody(parameter) && body.Lent.IsBody(member) => new GivenMemory(parameter, member),
        Part { Step.Type: var type } part when LentMemory.IsMemory(type) => In(part.Of, body),
        _ => null,
    };

    /// <summary>The memory in an object that code captured, where that code names it: <c>() => Read(args.Body)</c>.</summary>
    public static GivenMemory? InObject(Value value, SyntaxNode? mention, SolvedBody body) =>
        value is Placeholder { Origin.Symbol: IParameterSymbol parameter } && body.Lent.HasHolders && body.Facts.IsOfBody(parameter) && mention?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } &&
        parameter.Type.GetMembers(name).FirstOrDefault(body.Lent.IsBody) is { } member
            ? new GivenMemory(parameter, member)
            : null;

    /// <summary>The finding that it is kept: the call ends where its function does. What a setter is given is declared by nobody: the setter stands for it.</summary>
    public static Finding FindingOf(DiagnosticDescriptor rule, Kept kept)
    {
        var given = kept.Memory.Parameter;
        var parameter = given.DeclaringSyntaxReferences.Concat(given.ContainingSymbol.DeclaringSyntaxReferences).First().GetSyntax();
        var end = new Invalidate(parameter, kept.Place, Effect.Move(Slot.This), null, null, 1) { Id = kept.By.Id };
        return LeaseFacts.AddTo(new Finding(rule, parameter, kept.Value, end, kept.Place, kept.By) { Kept = kept });
    }
}
