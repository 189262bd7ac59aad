// What is read and written through an address that was cast, and what is taken of a span that was: as many bytes as the
// new type has.
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The variables that hold spans of values under another type, for good.</summary>
    private readonly HashSet<ILocalSymbol> _recast = new(SymbolEqualityComparer.Default);

    /// <summary><c>*(int*)bytes</c> needs four bytes, <c>((int*)bytes)[1]</c> eight.</summary>
    private void EmitDereference(IOperation access)
    {
        if (!_measures || access.Kind != OperationKind.None || Address(access) is not { Type: IPointerTypeSymbol { PointedAtType: var type } } address || IsLessThanAll(access.Syntax) || TypeSizes.Of(type) is not { } size)
        {
            return;
        }

        var turn = access.Syntax is ElementAccessExpressionSyntax ? access.ChildOperations.ElementAtOrDefault(1) : null;
        var count = turn is null ? Extent.Exactly(1) : address is IConversionOperation ? NumberIn(turn)?.Plus(Extent.Exactly(1)) : null;
        if (count is not null && LengthOf(address) is { IsAtLeast: false } available && count.Times(size) is { } needed)
        {
            Emit(new Demand(access.Syntax, needed, available) { Container = Unconverted(address).Syntax, Sized = RootOf(address), Unit = "byte", Reinterprets = true, IsUnchecked = true });
        }
    }

    private static IOperation? Address(IOperation access) => access.Syntax switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } or ElementAccessExpressionSyntax => access.ChildOperations.FirstOrDefault(),
        _ => null,
    };

    /// <summary>Whether no more is asked than where it is, or a field of it, which may lie at its start.</summary>
    private static bool IsLessThanAll(SyntaxNode access) => access.Parent switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => true,
        MemberAccessExpressionSyntax => true,
        ParenthesizedExpressionSyntax => IsLessThanAll(access.Parent),
        _ => false,
    };

    /// <summary>A span of other values than those of the memory below it gets a name.</summary>
    private void NoteRecast(IOperation target, IOperation? value)
    {
        if (_measures && target is ILocalReferenceOperation { Local: var local } && value is not null && IsCast(value) && _scan.KeepsItsValue(local))
        {
            _recast.Add(local);
        }
    }

    /// <summary>An element of a span of other values than those of the memory below it.</summary>
    private void EmitIndexed(IPropertyReferenceOperation element)
    {
        if (_measures && element is { Property.IsIndexer: true, Instance: { } span, Arguments: [{ Value: var index }] } && (IsCast(span) || (span is ILocalReferenceOperation { Local: var local } && _recast.Contains(local))) &&
            NumberIn(index)?.Plus(Extent.Exactly(1)) is { } needed && LengthOf(span) is { IsAtLeast: false } available)
        {
            Emit(new Demand(element.Syntax, needed, available) { Container = span.Syntax, Sized = RootOf(span), Reinterprets = true });
        }
    }

    private static bool IsCast(IOperation value) => Unconverted(value) is IInvocationOperation { TargetMethod: { Name: "Cast", ContainingType.Name: "MemoryMarshal" } };
}
