// Calls that run code of somebody else, who may know this object too: delegates, and members that a derived type overrides.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Calls of delegates that are no function of this body, by name or by a framework member that is given them.</summary>
    private void EmitCallbacks(IInvocationOperation invocation, Origin? instance, ImmutableArray<Argument> arguments)
    {
        if (invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
        {
            EmitDelegateCall(invocation, invocation.Instance, instance);
            return;
        }

        foreach (var run in RunAtOnce(invocation))
        {
            EmitDelegateCall(invocation, run.Value, arguments.FirstOrDefault(argument => argument.Operation == run).Origin);
        }

        EmitOverridable(invocation, invocation.TargetMethod, invocation.Instance);
    }

    private void EmitDelegateCall(IOperation call, IOperation? value, Origin? called)
    {
        if (called is not null && FunctionIn(value) is null && !HarmlessCallbacks.AreHeldBy(value?.Type, called.Step?.ToString() ?? called.Name))
        {
            Emit(new Callback(WholeOf(call.Syntax), called, IsOverridable: false));
        }
    }

    /// <summary>A call, not through <c>base</c>, of a member of this very object that a type derived from its own may override: unless all that it can run are known.</summary>
    private void EmitOverridable(IOperation call, ISymbol member, IOperation? receiver)
    {
        if (receiver is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Syntax: not BaseExpressionSyntax, Type: { IsSealed: false, TypeKind: TypeKind.Class } type } &&
            (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed && !IsEffectivelyPrivate(type) && !HarmlessCallbacks.Is(member) &&
            TargetsOf(member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod, receiver).All(target => _functions.Of(target).IsUnknown))
        {
            Emit(new Callback(WholeOf(call.Syntax), _origins.This, IsOverridable: true));
        }
    }

    /// <summary>Whether nobody but the types around it can derive from a type.</summary>
    private static bool IsEffectivelyPrivate(ITypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is Accessibility.Private)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The whole of <c>Changed?.Invoke(item)</c>, of which the call is but the end.</summary>
    private static SyntaxNode WholeOf(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax, Parent: ConditionalAccessExpressionSyntax whole } ? whole : call;
}
