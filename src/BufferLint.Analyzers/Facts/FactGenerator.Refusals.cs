// What objects refuse: streams over arrays, pins of objects that hold references, buffers that nobody looked for.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private void EmitRefusals(IInvocationOperation? call)
    {
        if (!_measures || call is null)
        {
            return;
        }

        EmitStreamCall(call);
        switch (call.TargetMethod)
        {
            case { Name: "GetBuffer", ContainingType.Name: "MemoryStream" } when StreamOf(call.Instance) is { } made && IsHidden(made):
                Refuse(call, call.Instance!, Refusal.HiddenBuffer);
                break;
            case { Name: "Alloc", ContainingType.Name: "GCHandle", Parameters.Length: 2 } when call.Arguments[1].Value.ConstantValue.Value is 3 && HoldsReferences(Unconverted(call.Arguments[0].Value)):
                Refuse(call, call.Arguments[0].Value, Refusal.References);
                break;
            case { Name: "Pin", ContainingType: { Name: "Memory" or "ReadOnlyMemory", TypeArguments: [{ IsReferenceType: true }] } }:
                Refuse(call, call.Instance!, Refusal.References);
                break;
            case { Name: "TryGetBuffer", ContainingType.Name: "MemoryStream" } when IsIgnored(call) && (call.Instance is IParameterReferenceOperation || (StreamOf(call.Instance) is { } made && IsHidden(made))):
                Refuse(call, call.Instance!, Refusal.Unasked);
                break;
            case { Name: "TryGetArray", ContainingType.Name: "MemoryMarshal" } when IsIgnored(call) && Unconverted(call.Arguments[0].Value) is IParameterReferenceOperation:
                Refuse(call, call.Arguments[0].Value, Refusal.Unasked);
                break;
        }
    }

    private void Refuse(IOperation call, IOperation container, Refusal refusal) =>
        Emit(new Demand(call.Syntax, Extent.Exactly(1), Extent.Exactly(0)) { Container = container.Syntax, Refusal = refusal });

    private static bool IsHidden(IObjectCreationOperation made) =>
        Operand("buffer", made) is not null && (Operand("publiclyVisible", made) is not { } visible || visible.ConstantValue.Value is false);

    /// <summary>Whether a pin is surely refused, unless there is no object.</summary>
    private static bool HoldsReferences(IOperation pinned) => pinned.Type switch
    {
        IArrayTypeSymbol { ElementType: { IsReferenceType: true } } => true,
        IArrayTypeSymbol { ElementType: INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false, IsUnmanagedType: false } } => true,
        INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 } type => type.GetMembers().OfType<IFieldSymbol>().Any(static field => field is { IsStatic: false, Type.IsReferenceType: true }),
        INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false, IsUnmanagedType: false } => true,
        _ => false,
    };

    /// <summary>Whether the answer of a call is thrown away, and what it gave is used all the same.</summary>
    private static bool IsIgnored(IInvocationOperation call) =>
        call.Syntax.Parent is ExpressionStatementSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } &&
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.RefKind == RefKind.Out)?.Value is { } given && (given as IDeclarationExpressionOperation)?.Expression is ILocalReferenceOperation { Local.Name: var name } &&
        call.Syntax.FirstAncestorOrSelf<BlockSyntax>()?.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.SpanStart > call.Syntax.Span.End) == true;
}
