// Calls nobody describes: what their results can hold follows C#'s own rules of ref safety.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private static bool IsRefLikeResult(Call call) => call.ResultType is { IsRefLikeType: true } || IsReturnedByRef(call);

    /// <summary>What a returned ref struct or reference can reach: ref structs and references that came in unscoped.</summary>
    private static ImmutableArray<Origin> Reachable(Call call)
    {
        var reachable = ImmutableArray.CreateBuilder<Origin>();
        var receiver = Receiver(call.Operation)?.Type;
        if (call.Instance is { } instance && (receiver is { IsRefLikeType: true } || GivesItself(call.Member)))
        {
            reachable.Add(instance);
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is { Origin: { } origin, Parameter: { } parameter } && (PassesValueOn(parameter) || (PassesReferenceOn(parameter) && CanRefer(call, parameter.Type))))
            {
                reachable.Add(origin);
            }
        }

        return reachable.ToImmutable();
    }

    private static IOperation? Receiver(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.Instance,
        IPropertyReferenceOperation property => property.Instance,
        _ => null,
    };

    /// <summary>Whether the member of a struct may give a reference to the struct's own fields.</summary>
    private static bool GivesItself(ISymbol member) =>
        !member.IsStatic && member.ContainingType is { IsValueType: true } &&
        (HasAttribute(member, "UnscopedRefAttribute") || (member is IPropertySymbol { GetMethod: { } getter } && HasAttribute(getter, "UnscopedRefAttribute")));

    /// <summary>Whether the ref struct given may come out again; <c>scoped ref</c> keeps back the reference alone.</summary>
    private static bool PassesValueOn(IParameterSymbol parameter) =>
        parameter.Type.IsRefLikeType && parameter.RefKind != RefKind.Out && parameter.ScopedKind != ScopedKind.ScopedValue;

    private static bool PassesReferenceOn(IParameterSymbol parameter) =>
        parameter.RefKind is not (RefKind.None or RefKind.Out) && parameter.ScopedKind == ScopedKind.None;

    /// <summary>Whether a result can be, or have in it, a reference to a variable of a type.</summary>
    private static bool CanRefer(Call call, ITypeSymbol referred) => IsReturnedByRef(call) || HasReference(call.ResultType, referred);

    /// <summary>A span refers to elements of its own type; other ref structs do so by a field.</summary>
    private static bool HasReference(ITypeSymbol? type, ITypeSymbol referred)
    {
        if (type is not INamedTypeSymbol { IsRefLikeType: true } holder)
        {
            return false;
        }

        return ViewTypes.IsOverArray(holder)
            ? SymbolEqualityComparer.Default.Equals(holder.TypeArguments[0], referred)
            : holder.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false } field &&
                (field.RefKind != RefKind.None || (ViewTypes.IsOverArray(field.Type) && HasReference(field.Type, referred))));
    }

    private static bool IsReturnedByRef(Call call) => call.Member is IMethodSymbol { RefKind: not RefKind.None } or IPropertySymbol { RefKind: not RefKind.None };
}
