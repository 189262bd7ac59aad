// Which bodies follow texts and other read-only values: those in which one may be made writable.
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal static class ReadOnlyGate
{
    /// <summary>Whether an operation may make writable what may only be read, or writes what refuses it.</summary>
    public static bool MayCastAway(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var called } invocation => ReadOnlyCasts.IsCast(called) || ReadOnlyCasts.HandsOver(called) || IsPin(called) || GivesText(invocation),
        IConversionOperation { Operand.Type: var from, Type: var to } => FactGenerator.IsCastToWritable(from, to),
        IDeclarationPatternOperation { InputType: var from, MatchedType: var to } => FactGenerator.IsCastToWritable(from, to),
        { Kind: OperationKind.None, Syntax: FixedStatementSyntax } => true,
        _ => false,
    };

    private static bool IsPin(IMethodSymbol called) => called is { Name: "Pin", ContainingType.MetadataName: "ReadOnlyMemory`1" };

    /// <summary>Whether a text goes to native code that writes it, or read-only storage to a method of the compilation that gives something writable.</summary>
    private static bool GivesText(IInvocationOperation invocation)
    {
        var called = invocation.TargetMethod;
        var isNative = NativeCalls.IsNative(called);
        if (!isNative && (called.DeclaringSyntaxReferences.IsEmpty || !(called.ReturnsByRef || called.ReturnType is IPointerTypeSymbol or IArrayTypeSymbol || (ViewTypes.IsOverArray(called.ReturnType) && !ViewTypes.IsReadOnlyView(called.ReturnType)))))
        {
            return false;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (isNative ? argument.Parameter is { Type.SpecialType: SpecialType.System_String } : ReadOnlyTypes.IsReadOnly(argument.Value.Type) || argument.Parameter is { RefKind: RefKind.In or RefKind.RefReadOnlyParameter })
            {
                return true;
            }
        }

        return false;
    }
}
