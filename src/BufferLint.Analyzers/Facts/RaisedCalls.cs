// Calls of a member that others implement, or of the delegate in a parameter, event, field or property; and where a method
// becomes a delegate.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal static class RaisedCalls
{
    /// <summary>The calls in some code that run what a member stands for.</summary>
    /// <param name="code">The code.</param>
    /// <param name="member">The method that is implemented or overridden, or what holds a delegate.</param>
    public static IEnumerable<SyntaxNode> Of(IOperation code, ISymbol member) => code.DescendantsAndSelf().OfType<IInvocationOperation>()
        .Where(call => Same(call.TargetMethod.MethodKind == MethodKind.DelegateInvoke ? HolderOf(call.Instance) : call.TargetMethod, member))
        .Select(static call => call.Syntax);

    /// <summary>The fields and properties in which some code puts the delegate that a parameter holds.</summary>
    public static IEnumerable<ISymbol> KeptIn(IOperation code, IParameterSymbol parameter) => code.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
        .Where(store => Same(HolderOf(store.Value is ICoalesceOperation either ? either.Value : store.Value), parameter))
        .Select(static store => store.Target is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } kept ? kept.Member.OriginalDefinition : null)
        .OfType<ISymbol>();

    /// <summary>What gets a method as a delegate.</summary>
    /// <param name="code">The code.</param>
    /// <param name="method">The method.</param>
    public static IEnumerable<ISymbol> ReceiversOf(IOperation code, IMethodSymbol method) => code.DescendantsAndSelf().OfType<IDelegateCreationOperation>()
        .Where(made => made.Target is IMethodReferenceOperation reference && Same(reference.Method, method))
        .Select(ReceiverOf)
        .OfType<ISymbol>();

    /// <summary>What a delegate is given to where it is made.</summary>
    public static ISymbol? ReceiverOf(IOperation made) => made.Parent switch
    {
        IArgumentOperation argument => argument.Parameter?.OriginalDefinition,
        IEventAssignmentOperation { EventReference: IEventReferenceOperation raised } => raised.Event.OriginalDefinition,
        IAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } kept } => kept.Member.OriginalDefinition,
        IConversionOperation conversion => ReceiverOf(conversion),
        _ => null,
    };

    private static ISymbol? HolderOf(IOperation? called) => called switch
    {
        IConversionOperation conversion => HolderOf(conversion.Operand),
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IConditionalAccessInstanceOperation asked => HolderOf(AccessAround(asked)?.Operation),
        _ => null,
    };

    private static IConditionalAccessOperation? AccessAround(IOperation inner)
    {
        for (var around = inner.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalAccessOperation access && access.Operation != inner)
            {
                return access;
            }
        }

        return null;
    }

    private static bool Same(ISymbol? one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, other.OriginalDefinition);
}
