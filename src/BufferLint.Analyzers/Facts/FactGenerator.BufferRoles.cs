// What becomes of a buffer that is longer than its data, by what is around a mention of it: filled from its start, read
// whole, or who knows.
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>What becomes of a buffer where it is mentioned.</summary>
    private BufferRole RoleOf(IOperation mention, ILocalSymbol? root)
    {
        var (whole, isCut, isFromStart, length) = (mention, false, true, (string?)null);
        while (true)
        {
            switch (whole.Parent)
            {
                case IConversionOperation conversion:
                    whole = conversion;
                    continue;
                case IPropertyReferenceOperation { Property.Name: "Span" or "Memory", Arguments.IsEmpty: true } view when view.Instance == whole:
                    whole = view;
                    continue;
                case IPropertyReferenceOperation { Property.Name: "Length" }:
                    return BufferRole.None;
                case IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } sliced when sliced.Instance == whole && !isCut:
                    (whole, isCut, isFromStart, length) = (sliced, true, IsStart(range.LeftOperand) && IsEnd(range.RightOperand), NameOf(range.RightOperand));
                    continue;
                case IArrayElementReferenceOperation { Indices: [IRangeOperation range] } sliced when sliced.ArrayReference == whole && !isCut:
                    // A slice of an array is a copy of its own.
                    return IsStart(range.LeftOperand) && IsEnd(range.RightOperand) ? BufferRole.None : BufferRole.Unknown;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "AsSpan" or "AsMemory" } } view } argument when argument.Parameter?.Ordinal == 0 && !isCut:
                    var takesPart = view.Arguments.Length > 1;
                    (whole, isCut) = (view, takesPart);
                    (isFromStart, length) = takesPart ? (view.Arguments is [_, { Value: var start }, { Value: var end }] && IsStart(start) && IsEnd(end), view.Arguments.Length == 3 ? NameOf(view.Arguments[2].Value) : null) : (true, null);
                    continue;
                case IInvocationOperation { TargetMethod.Name: "Slice" } slice when slice.Instance == whole && !isCut:
                    (whole, isCut) = (slice, true);
                    (isFromStart, length) = slice.Arguments is [{ Value: var first }, { Value: var last }] ? (IsStart(first) && IsEnd(last), NameOf(last)) : (false, null);
                    continue;
                case IArrayElementReferenceOperation { Parent: not (IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None } or IAddressOfOperation or IFlowCaptureOperation) }:
                    return BufferRole.None;
                case IArrayElementReferenceOperation { Parent: IAssignmentOperation { Value: var read } } element when read == element:
                    return BufferRole.None;
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target == whole || IsSliceKept(isCut, isFromStart, assignment) || IsNamedAgain(isCut, assignment, root) ? BufferRole.None : BufferRole.Unknown;
                case IArgumentOperation { Parameter: { } parameter } argument:
                    return RoleAs(parameter, argument, new Cut(mention, whole, root, isCut, isFromStart, length));
                case IInvocationOperation call when call.Instance == whole:
                    return RoleAsInstance(call, new Cut(mention, whole, root, isCut, isFromStart, length));
                default:
                    return IsEnumerated(whole) && !isCut ? new BufferRole(BufferRoleKind.Read, whole, whole, null) : isCut && isFromStart ? BufferRole.None : BufferRole.Unknown;
            }
        }
    }

    private BufferRole RoleAs(IParameterSymbol parameter, IArgumentOperation argument, Cut cut)
    {
        var call = argument.Parent!;
        var (start, count) = PartTold(call, parameter);
        if (WholeBuffers.FillsCounted(parameter) || (call is IInvocationOperation { TargetMethod: var own } && SourceOf(own) is { } function && !cut.IsCut && OwnSizes.FillsAndTells(function, parameter.Name)))
        {
            return new BufferRole(BufferRoleKind.Fill, call, cut.Whole, cut.IsFromStart && IsStart(start) ? NumberFilledBy(call) : null);
        }

        if (WholeBuffers.FillsSized(parameter))
        {
            var isPart = cut.IsFromStart && IsStart(start) && (cut.IsCut || (count is not null && IsEnd(count)) || (count is null && CopiesLess(call, parameter)));
            return isPart && cut.Root is not null && !_mayBeExact.Contains(cut.Root) ? new BufferRole(BufferRoleKind.Fill, call, cut.Whole, cut.Length ?? NameOf(count)) : BufferRole.Unknown;
        }

        return WholeBuffers.Reads(parameter) && !cut.IsCut && !(parameter.ContainingSymbol.Name is "ToArray" or "ToList" && call is IInvocationOperation copy && IsKeptCopy(copy)) && IsStart(start) && (count is null || IsLengthOf(count, cut)) ? new BufferRole(BufferRoleKind.Read, call, cut.Whole, null)
            : WholeBuffers.Reads(parameter) || (cut.IsCut && cut.IsFromStart) || IsSource(parameter) ? BufferRole.None
            : BufferRole.Unknown;
    }

    private static BufferRole RoleAsInstance(IInvocationOperation call, Cut cut) =>
        WholeBuffers.ReadsInstance(call.TargetMethod) && !cut.IsCut && !IsKeptCopy(call) ? new BufferRole(BufferRoleKind.Read, call, cut.Whole, null)
            : WholeBuffers.ReadsInstance(call.TargetMethod) || call.TargetMethod.Name is "CopyTo" or "GetLength" or "GetType" || (cut.IsCut && cut.IsFromStart) ? BufferRole.None
            : IsEnumerated(cut.Whole) && !cut.IsCut ? new BufferRole(BufferRoleKind.Read, cut.Whole, cut.Whole, null)
            : BufferRole.Unknown;

    /// <summary>Whether a copy of all gets a name, or goes on with a number beside it: a part of it may be read.</summary>
    private static bool IsKeptCopy(IOperation copy) => copy.Parent switch
    {
        IConversionOperation conversion => IsKeptCopy(conversion),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation } => true,
        IArgumentOperation { Parent: IInvocationOperation { Arguments: var others } } => others.Any(static other => other is { IsImplicit: false, Parameter.Type.SpecialType: SpecialType.System_Int32 }),
        IArgumentOperation { Parent: IObjectCreationOperation { Arguments: var others } } => others.Any(static other => other is { IsImplicit: false, Parameter.Type.SpecialType: SpecialType.System_Int32 }),
        _ => false,
    };

    /// <summary>Whether it is only what is copied from, as where a buffer is grown.</summary>
    private static bool IsSource(IParameterSymbol parameter) => parameter is { Name: "sourceArray" or "src", ContainingType.Name: "Array" or "Buffer" } or { Ordinal: 0, ContainingSymbol: { Name: "CopyTo", ContainingType.Name: "MemoryExtensions" } };

    /// <summary>Whether a buffer is walked to its end: nobody leaves before.</summary>
    private static bool IsEnumerated(IOperation whole) =>
        whole.Syntax.Parent is ForEachStatementSyntax loop && loop.Expression == whole.Syntax && !BufferWords.Leaves(loop.Statement);

    /// <summary>Whether what is copied has a length of its own, which no buffer with room to spare has.</summary>
    private bool CopiesLess(IOperation call, IParameterSymbol parameter) =>
        parameter.ContainingSymbol.Name == "CopyTo" && call is IInvocationOperation copy && Unconverted(copy.Instance ?? copy.Arguments[0].Value) switch
        {
            ILocalReferenceOperation { Local: var local } => !_roomy.ContainsKey(local),
            IParameterReferenceOperation => true,
            IInvocationOperation { TargetMethod: { Name: "Slice" or "AsSpan" or "AsMemory", Parameters: [.., { Name: "length" }] }, Arguments: [.., { Value: var length }] } => IsEnd(length),
            IImplicitIndexerReferenceOperation { Argument: IRangeOperation { RightOperand: { } end } } => IsEnd(end),
            _ => false,
        };

    /// <summary>What a call is told of where to begin, and how much to take.</summary>
    private static (IOperation? Start, IOperation? Count) PartTold(IOperation call, IParameterSymbol parameter)
    {
        IOperation? start = null, count = null;
        foreach (var argument in call is IInvocationOperation invocation ? invocation.Arguments : ((IObjectCreationOperation)call).Arguments)
        {
            if (argument.Parameter is { Type.SpecialType: SpecialType.System_Int32, Name: var name } told && told.Ordinal > parameter.Ordinal)
            {
                (start, count) = name switch
                {
                    "offset" or "index" or "startIndex" or "destinationIndex" or "dstOffset" or "byteIndex" or "charIndex" => (argument.Value, count),
                    "count" or "length" => (start, argument.Value),
                    _ => (start, count),
                };
            }
        }

        return (start, count);
    }

    private static bool IsStart(IOperation? start) => start is null or { ConstantValue: { HasValue: true, Value: 0 } } or IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: 0 } };

    /// <summary>Whether a part does not end with its buffer.</summary>
    private bool IsEnd(IOperation? end) => end is not null && end.Syntax is not PrefixUnaryExpressionSyntax && !Unconverted(end).DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation { Property.Name: "Length", Instance: ILocalReferenceOperation { Local: var local } } && _roomy.ContainsKey(local));

    /// <summary>Whether a count is the length of the buffer itself.</summary>
    private bool IsLengthOf(IOperation count, Cut cut) =>
        count is IPropertyReferenceOperation { Property.Name: "Length", Instance: ILocalReferenceOperation { Local: var local } } && cut.Root is { } root && _roomy.TryGetValue(local, out var other) && root.Equals(other, SymbolEqualityComparer.Default);

    /// <summary>The name of a number that keeps its value.</summary>
    private string? NameOf(IOperation? number) => number switch
    {
        IConversionOperation conversion => NameOf(conversion.Operand),
        ILocalReferenceOperation { Local: var local } when _scan.KeepsItsValue(local) => local.Name,
        IParameterReferenceOperation { Parameter: var parameter } when _scan.KeepsItsValue(parameter) => parameter.Name,
        _ => null,
    };

    /// <summary>The variable that a count is declared with, for good.</summary>
    private string? NumberFilledBy(IOperation call)
    {
        var counted = call.Parent is IAwaitOperation awaited ? awaited : call;
        return counted.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } && _scan.KeepsItsValue(local) && local.Type.SpecialType == SpecialType.System_Int32 ? local.Name : null;
    }

    /// <summary>Whether a part is only given a name.</summary>
    private static bool IsSliceKept(bool isCut, bool isFromStart, ISimpleAssignmentOperation assignment) => isCut && isFromStart && assignment.Target is ILocalReferenceOperation;

    /// <summary>A mention of a buffer, and how much of it is meant.</summary>
    private readonly record struct Cut(IOperation Mention, IOperation Whole, ILocalSymbol? Root, bool IsCut, bool IsFromStart, string? Length);
}
