// Buffers that are longer than their data: what a pool lends has room for at least what was asked for, what a stream
// shows is longer than the stream. Where they get data, and where all of them is read.
using System.Collections.Generic;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The variables that hold such a buffer, or a view of all of one, and the variable that holds the buffer.</summary>
    private readonly Dictionary<ILocalSymbol, ILocalSymbol> _roomy = new(SymbolEqualityComparer.Default);

    /// <summary>Those of which so much was asked for that a pool may well lend no more: constants, and what others decided.</summary>
    private readonly HashSet<ILocalSymbol> _mayBeExact = new(SymbolEqualityComparer.Default);

    private BufferWords? _bufferWords;

    private BufferWords Words => _bufferWords ??= BufferWords.Of(_graph.Source.OriginalOperation.Syntax);

    /// <summary>The variable, and what its mention says of how much of it is data.</summary>
    private Origin OriginOf(ILocalReferenceOperation mention)
    {
        var origin = _origins.Of(mention.Local);
        if (_roomy.TryGetValue(mention.Local, out var root))
        {
            var buffer = _origins.Of(root);
            var role = RoleOf(mention, root);
            if (role.Kind == BufferRoleKind.Read)
            {
                Emit(new WholeRead(role.Where!.Syntax, buffer, role.Mention!.Syntax));
            }
            else if (role.Kind != BufferRoleKind.None)
            {
                Emit(new Validity((role.Where ?? mention).Syntax, buffer, role.Kind == BufferRoleKind.Fill ? ValidPart.Some : ValidPart.Unknown) { Length = role.Length });
            }
        }

        return origin;
    }

    /// <summary>A variable is given a buffer that is longer than its data, or anything else.</summary>
    private void EmitRented(IOperation target, IOperation? value, IOperation where)
    {
        if (!_measures || target is not ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } || _scan.IsAliased(local))
        {
            return;
        }

        var given = value is null ? null : Unconverted(value);
        if (given is IInvocationOperation { TargetMethod: { Name: "Rent", ContainingType.Name: "ArrayPool" or "MemoryPool" } } rent && IsUnbounded(local) && !(AskedFor(rent) is { ConstantValue.HasValue: true } size && Words.IsCompared(size)))
        {
            _roomy[local] = local;
            if (AskedFor(rent) is null or { ConstantValue.HasValue: true } or IFieldReferenceOperation or IPropertyReferenceOperation { Property.Name: not ("Length" or "Count") })
            {
                _mayBeExact.Add(local);
            }

            Emit(new Validity(rent.Syntax, _origins.Of(local), ValidPart.None));
        }
        else if (given is IInvocationOperation shown && IsShownByStream(shown) && IsUnbounded(local))
        {
            _roomy[local] = local;
            Emit(new Validity(shown.Syntax, _origins.Of(local), ValidPart.Some) { IsGiven = true, Length = LengthOfStream(shown) });
        }
        else if (_roomy.TryGetValue(local, out var root) && root.Equals(local, SymbolEqualityComparer.Default))
        {
            Emit(new Validity(where.Syntax, _origins.Of(local), ValidPart.Unknown));
        }
    }

    /// <summary>All that a stream shows is read where it is asked for.</summary>
    private void EmitReadOfStream(IInvocationOperation call)
    {
        if (_measures && IsShownByStream(call) && RoleOf(call, null) is { Kind: BufferRoleKind.Read } role)
        {
            var buffer = Temporary(call);
            Emit(new WholeRead(role.Where!.Syntax, buffer, role.Mention!.Syntax) { Given = new Validity(call.Syntax, buffer, ValidPart.Some) { IsGiven = true, Length = LengthOfStream(call) } });
        }
    }

    private static IOperation? AskedFor(IInvocationOperation rent) => rent.Arguments is [{ IsImplicit: false, Value: var size }] ? size : null;

    /// <summary>Whether nobody asks how long a buffer is but where it is filled or read, and no other function has it.</summary>
    private bool IsUnbounded(ILocalSymbol local) => local.ContainingSymbol.Equals(_owner, SymbolEqualityComparer.Default) && !Words.IsExcluded(local.Name);

    /// <summary>Whether a stream that grows by itself shows its buffer.</summary>
    private bool IsShownByStream(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "GetBuffer", ContainingType.Name: "MemoryStream" }, Instance: { } stream } && !Words.SizesStreams && stream switch
        {
            ILocalReferenceOperation { Local: var local } => StreamOf(stream) is { Arguments.IsEmpty: true } made && Words.IsMentionedBetween(local.Name, made.Syntax.Span.End, call.Syntax.SpanStart),
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => _scan.KeepsItsValue(parameter),
            IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences: [var declared] } } =>
                declared.GetSyntax(_cancellation) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } },
            _ => false,
        };

    private static string? LengthOfStream(IInvocationOperation call) => call.Instance?.Syntax is IdentifierNameSyntax name ? $"(int){name}.Length" : null;

    /// <summary>Whether a view of all gets a name of its own, which is followed too.</summary>
    private bool IsNamedAgain(bool isCut, ISimpleAssignmentOperation assignment, ILocalSymbol? root)
    {
        if (isCut || root is null || assignment.Syntax is not VariableDeclaratorSyntax || assignment.Target is not ILocalReferenceOperation { Local: { RefKind: RefKind.None } name } || !_scan.KeepsItsValue(root) || !_scan.KeepsItsValue(name) || !IsUnbounded(name))
        {
            return false;
        }

        _roomy[name] = root;
        return true;
    }
}
