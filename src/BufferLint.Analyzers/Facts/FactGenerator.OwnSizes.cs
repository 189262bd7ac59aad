// What methods of the compilation say of sizes: how long what they return is, how long what they are given must be.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Whether calls of a method are followed.</summary>
    private Func<IMethodSymbol, bool> _isFollowed = static _ => true;

    /// <summary>What a called method needs of its arguments.</summary>
    private void EmitOwnDemands(IOperation call, IMethodSymbol method)
    {
        if (!_measures || call is not IInvocationOperation { Arguments: var arguments } || SourceOf(method) is not { } function)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None, IsParams: false } parameter && HasLength(parameter.Type) && ElementTypeOf(parameter.Type) is { SpecialType: SpecialType.System_Byte } &&
                OwnSizes.LengthNeeded(function, parameter.Name, size => ConstantOf(size, method)) is > 0 and var needed && LengthOf(argument) is { IsAtLeast: false } available)
            {
                Emit(new Demand(call.Syntax, Extent.Exactly(needed), available) { Container = argument.Value.Syntax, Sized = RootOf(argument), Unit = "byte" });
            }
        }
    }

    /// <summary>How long the array is that a called method makes.</summary>
    private Extent? OwnLength(IMethodSymbol method) =>
        HasLength(method.ReturnType) && SourceOf(method) is { } function && OwnSizes.LengthOfResult(function, size => ConstantOf(size, method)) is { } length ? Extent.Exactly(length) : null;

    /// <summary>The source of the one method that a call runs.</summary>
    private SyntaxNode? SourceOf(IMethodSymbol method)
    {
        var called = (method.ReducedFrom ?? method).OriginalDefinition;
        called = called.PartialImplementationPart ?? called;
        return called is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, IsAbstract: false, IsVirtual: false, IsAsync: false, DeclaringSyntaxReferences: [var declared] } && (!called.IsOverride || called.IsSealed) && _isFollowed(called)
            ? declared.GetSyntax(_cancellation)
            : null;
    }

    private static int? ConstantOf(ExpressionSyntax size, IMethodSymbol method) => size switch
    {
        LiteralExpressionSyntax { Token.Value: int number } => number,
        IdentifierNameSyntax { Identifier.ValueText: var name } => ConstantNamed(name, method.ContainingType),
        _ => null,
    };

    private static int? ConstantNamed(string name, INamedTypeSymbol? type) => type?.GetMembers(name) switch
    {
        null => null,
        { IsEmpty: true } => ConstantNamed(name, type.BaseType),
        [IFieldSymbol { HasConstantValue: true, ConstantValue: int number }] => number,
        _ => null,
    };
}
