// Whether a body may come by a view or a lease by itself: a first look at its operations, before facts are made of them.
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal static class GivenViews
{
    /// <summary>Whether any operation of a method has a view as its value, or takes one.</summary>
    /// <param name="graph">The method's graph.</param>
    /// <param name="method">The method.</param>
    /// <param name="model">What members do.</param>
    public static bool AreIn(ControlFlowGraph graph, IMethodSymbol method, BufferModel model)
    {
        var givesArrays = method.ReturnType is IArrayTypeSymbol || method.Parameters.Any(static parameter => parameter is { RefKind: RefKind.Out or RefKind.Ref, Type: IArrayTypeSymbol });
        return Callees.OperationsIn(graph).Any(operation => operation switch
        {
            IDefaultValueOperation => false,
            IFieldReferenceOperation { Type: IArrayTypeSymbol } or IPropertyReferenceOperation { Type: IArrayTypeSymbol } when givesArrays => true,
            IInvocationOperation call when Takes(model, call.TargetMethod) => true,
            IPropertyReferenceOperation property when Takes(model, property.Property) => true,
            IObjectCreationOperation { Constructor: { } constructor } when Takes(model, constructor) => true,
            _ => ViewTypes.IsView(operation.Type),
        });
    }

    private static bool Takes(BufferModel model, ISymbol member) => model.EffectsOf(member).Any(static effect => effect.Kind is EffectKind.ViewOf or EffectKind.Acquires);
}
