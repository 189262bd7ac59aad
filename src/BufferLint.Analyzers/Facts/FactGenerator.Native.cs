// Native calls that keep the addresses they are given until the work they begin is done.
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>
    /// Whether native code keeps an argument beyond the call. Of an operation that is under way it keeps the structure that
    /// stands for it and the buffer; beside a callback for later, the buffer and the state.
    /// </summary>
    private bool IsKeptByNative(Call call, IParameterSymbol parameter) =>
        _takesAddresses && call.Member is IMethodSymbol method && NativeCalls.IsNative(method) &&
        (NativeCalls.IsOverlapped(parameter) ? CallsBack(call) : NativeCalls.IsBuffer(parameter) && (CallsBack(call) ? NativeCalls.IsForLater(method.Name) || IsOverlapped(call) : IsPackedAlone(call)));

    private static bool CallsBack(Call call) => call.Arguments.Any(static argument => argument.Parameter is { } parameter && NativeCalls.IsCallback(parameter) && !NullTest.IsNull(argument.Operation.Value));

    private static bool IsOverlapped(Call call) => call.Arguments.Any(static argument => argument.Parameter is { } parameter && NativeCalls.IsOverlapped(parameter) && !NullTest.IsNull(argument.Operation.Value));

    /// <summary>Whether a callback was packed into the structure that stands for the operation, and no buffer: nothing pins that.</summary>
    private bool IsPackedAlone(Call call) => call.Arguments.Any(argument =>
        argument.Parameter is { } parameter && NativeCalls.IsOverlapped(parameter) && argument.Operation.Value is ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declaration] } local } && _scan.KeepsItsValue(local) &&
        IsPackingAlone(declaration.GetSyntax(_cancellation)));

    private static bool IsPackingAlone(SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AllocateNativeOverlapped" or "UnsafeAllocateNativeOverlapped" or "Pack" or "UnsafePack" }, ArgumentList.Arguments: { Count: > 1 } arguments } } &&
        arguments[arguments.Count - 1].Expression.IsKind(SyntaxKind.NullLiteralExpression) && !arguments[0].Expression.IsKind(SyntaxKind.NullLiteralExpression);
}
