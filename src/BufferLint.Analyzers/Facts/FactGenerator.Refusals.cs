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
    /// <summary>The streams that variables were made with, for good.</summary>
    private readonly Dictionary<Origin, IObjectCreationOperation> _streams = new();

    private void NoteStream(IOperation target, IOperation? value, IOperation where)
    {
        if (_measures && target is ILocalReferenceOperation { Local: var local } && where.Syntax is VariableDeclaratorSyntax && _scan.KeepsItsValue(local) && value is not null && Unconverted(value) is IObjectCreationOperation { Type: { Name: "MemoryStream", ContainingNamespace.Name: "IO" } } made)
        {
            _streams[_origins.Of(local)] = made;
        }
    }

    private void EmitRefusals(IInvocationOperation? call)
    {
        if (!_measures || call is null)
        {
            return;
        }

        switch (call.TargetMethod)
        {
            case { Name: "GetBuffer", ContainingType.Name: "MemoryStream" } when StreamOf(call.Instance) is { } made && IsHidden(made):
                Refuse(call, call.Instance!, Refusal.HiddenBuffer);
                break;
            case { Name: "SetLength", ContainingType.Name: "MemoryStream" or "Stream" } when StreamOf(call.Instance) is { } made:
                Grow(call, made, call.Instance!, NumberIn(call.Arguments[0].Value));
                break;
            case { Name: "Write", Parameters.Length: 3, ContainingType.Name: "MemoryStream" or "Stream" } when StreamOf(call.Instance) is { } made:
                Grow(call, made, call.Instance!, NumberIn(call.Arguments[2].Value));
                break;
            case { Name: "Write", Parameters.Length: 1, ContainingType.Name: "MemoryStream" or "Stream" } when StreamOf(call.Instance) is { } made:
                Grow(call, made, call.Instance!, LengthOf(call.Arguments[0]));
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

    /// <summary>Another capacity is asked for.</summary>
    private void EmitCapacity(IOperation target, IOperation? value, IOperation where)
    {
        if (_measures && target is IPropertyReferenceOperation { Property: { Name: "Capacity", ContainingType.Name: "MemoryStream" }, Instance: { } stream } && StreamOf(stream) is { } made)
        {
            Grow(where, made, stream, NumberIn(value));
        }
    }

    private IObjectCreationOperation? StreamOf(IOperation? stream) => stream switch
    {
        IConversionOperation conversion => StreamOf(conversion.Operand),
        IObjectCreationOperation { Type: { Name: "MemoryStream", ContainingNamespace.Name: "IO" } } made => made,
        ILocalReferenceOperation local when _streams.TryGetValue(_origins.Of(local.Local), out var made) => made,
        _ => null,
    };

    private void Refuse(IOperation call, IOperation container, Refusal refusal) =>
        Emit(new Demand(call.Syntax, Extent.Exactly(1), Extent.Exactly(0)) { Container = container.Syntax, Refusal = refusal });

    private void Grow(IOperation where, IObjectCreationOperation made, IOperation stream, Extent? needed)
    {
        if (needed is not null && IsOverArray(made) && (Operand("count", made) is { } count ? NumberIn(count) : LengthOf(Operand("buffer", made))) is { IsAtLeast: false } room)
        {
            Emit(new Demand(where.Syntax, needed, room) { Container = stream.Syntax, Unit = "byte", Refusal = Refusal.FixedStream });
        }
    }

    private static bool IsOverArray(IObjectCreationOperation made) => Operand("buffer", made) is not null && Operand("writable", made)?.ConstantValue.Value is not false;

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
