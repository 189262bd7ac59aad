// Streams over arrays, which never grow: where they stand, and what is written there.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The streams that variables were made with, for good.</summary>
    private readonly Dictionary<Origin, IObjectCreationOperation> _streams = new();

    /// <summary>Those of them whose every mention calls a member: the variable's measure is where the stream stands.</summary>
    private readonly HashSet<Origin> _positioned = new();

    /// <summary>A stream that gets values before it gets a name.</summary>
    private void NoteStream(IFlowCaptureOperation capture)
    {
        if (Unconverted(capture.Value) is IObjectCreationOperation { Type: { Name: "MemoryStream", ContainingNamespace.Name: "IO" } } made)
        {
            _streams[_origins.Of(capture.Id)] = made;
        }
    }

    private void NoteStream(IOperation target, IOperation? value, IOperation where)
    {
        if (_measures && target is ILocalReferenceOperation { Local: var local } && where.Syntax is VariableDeclaratorSyntax && _scan.KeepsItsValue(local) && StreamOf(value) is { } made)
        {
            var stream = _origins.Of(local);
            _streams[stream] = made;
            if (RoomOf(made) is not null && IsOnlyCalled(local))
            {
                _positioned.Add(stream);
                Emit(new Measured(where.Syntax, stream, Extent.Exactly(0)));
            }
        }
    }

    /// <summary>Whether nobody else gets a stream: every mention is that of a member.</summary>
    private bool IsOnlyCalled(ILocalSymbol local) => _graph.Source.OriginalOperation.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == local.Name)
        .All(static name => name.Parent is MemberAccessExpressionSyntax access && access.Expression == name && !name.Ancestors().Any(static outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private IObjectCreationOperation? StreamOf(IOperation? stream) => stream switch
    {
        IConversionOperation conversion => StreamOf(conversion.Operand),
        IObjectCreationOperation { Type: { Name: "MemoryStream", ContainingNamespace.Name: "IO" } } made => made,
        ILocalReferenceOperation local when _streams.TryGetValue(_origins.Of(local.Local), out var made) => made,
        IFlowCaptureReferenceOperation capture when _streams.TryGetValue(_origins.Of(capture.Id), out var made) => made,
        _ => null,
    };

    /// <summary>A call of a member of a stream that was made here.</summary>
    private void EmitStreamCall(IInvocationOperation call)
    {
        foreach (var argument in _positioned.Count > 0 ? call.Arguments : ImmutableArray<IArgumentOperation>.Empty)
        {
            if (PositionOf(Unconverted(argument.Value)) is { } given)
            {
                Emit(new Measured(call.Syntax, given, null));
            }
        }

        if (call.TargetMethod is not { ContainingType.Name: "MemoryStream" or "Stream" } || StreamOf(call.Instance) is not { } made)
        {
            return;
        }

        switch (call.TargetMethod)
        {
            case { Name: "SetLength" }:
                Grow(call, made, call.Instance!, NumberIn(call.Arguments[0].Value));
                Stand(call, null);
                break;
            case { Name: "Write" or "WriteAsync", Parameters.Length: >= 3 }:
                Write(call, made, NumberIn(call.Arguments[2].Value));
                break;
            case { Name: "Write" or "WriteAsync" }:
                Write(call, made, LengthOf(call.Arguments[0]));
                break;
            case { Name: "WriteByte" }:
                Write(call, made, Extent.Exactly(1));
                break;
            case { Name: "Seek" }:
                Stand(call, call.Arguments is [var offset, { Value.ConstantValue: { HasValue: true, Value: 0 } }] ? NumberIn(offset.Value) : null);
                break;
            case { Name: "Flush" or "FlushAsync" or "ToArray" or "GetBuffer" or "TryGetBuffer" or "WriteTo" or "Dispose" or "Close" }:
                break;
            default:
                Stand(call, null);
                break;
        }
    }

    private void Write(IInvocationOperation call, IObjectCreationOperation made, Extent? written)
    {
        Grow(call, made, call.Instance!, written);
        if (PositionOf(call.Instance) is { } position)
        {
            Grow(call, made, call.Instance!, written?.Plus(Extent.Of(position)), position);
            Stand(call, written?.Plus(Extent.Of(position)));
        }
    }

    /// <summary>Another capacity is asked for, or another place to stand at.</summary>
    private void EmitCapacity(IOperation target, IOperation? value, IOperation where)
    {
        if (_measures && target is IPropertyReferenceOperation { Property: { Name: "Capacity", ContainingType.Name: "MemoryStream" }, Instance: { } stream } && StreamOf(stream) is { } made)
        {
            Grow(where, made, stream, NumberIn(value));
        }
    }

    private void EmitPosition(IPropertyReferenceOperation property, IOperation where)
    {
        if (property.Property.Name == "Position" && PositionOf(property.Instance) is { } position)
        {
            Emit(new Measured(where.Syntax, position, where is ISimpleAssignmentOperation { Value: var value } ? NumberIn(value) : null));
        }
    }

    private Origin? PositionOf(IOperation? stream) =>
        stream is ILocalReferenceOperation { Local: var local } && _origins.Of(local) is var position && _positioned.Contains(position) ? position : null;

    /// <summary>From here on a stream stands somewhere else.</summary>
    private void Stand(IInvocationOperation call, Extent? where)
    {
        if (PositionOf(call.Instance) is { } position)
        {
            Emit(new Measured(call.Syntax, position, where));
        }
    }

    private void Grow(IOperation where, IObjectCreationOperation made, IOperation stream, Extent? needed, Origin? position = null)
    {
        if (needed is not null && RoomOf(made) is { } room)
        {
            Emit(new Demand(where.Syntax, needed, room) { Container = stream.Syntax, Unit = "byte", Refusal = Refusal.FixedStream, Position = position });
        }
    }

    /// <summary>How much room a stream has for good; <see langword="null"/> if it grows, is not written, or nobody knows.</summary>
    private Extent? RoomOf(IObjectCreationOperation made) =>
        Operand("buffer", made) is { } buffer && Operand("writable", made)?.ConstantValue.Value is not false &&
        (Operand("count", made) is { } count ? NumberIn(count) : LengthOf(buffer)) is { IsAtLeast: false } room && room.Parts.All(part => part.Of.Symbol is { } source && _scan.KeepsItsValue(source)) ? room : null;
}
