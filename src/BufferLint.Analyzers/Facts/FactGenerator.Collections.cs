// New arrays and collection expressions: their elements have names as soon as they are made, new[] { first }[0].
using System.Collections.Immutable;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>Elements beyond these are evaluated, and have no names.</summary>
    private const int MaxNamedElements = 32;

    private Origin? ArrayCreation(IArrayCreationOperation creation)
    {
        foreach (var size in creation.DimensionSizes)
        {
            Evaluate(size);
        }

        return Data(creation, IsData(creation)) ?? Filled(creation, creation.DimensionSizes.Length == 1 && creation.Initializer is { } initializer ? initializer.ElementValues : ImmutableArray<IOperation>.Empty, creation.DimensionSizes.Length == 1 ? null : creation.Initializer);
    }

    private Origin? CollectionExpression(ICollectionExpressionOperation collection) => Data(collection, IsData(collection)) ?? Filled(collection, collection.Elements, null);

    /// <summary>What <c>with</c> copies is in the copy too; what a collection initialiser adds has a name by its place.</summary>
    private void NameContents(IInvocationOperation invocation, Origin? instance, ImmutableArray<Argument> arguments, Origin? result)
    {
        if (invocation is { IsImplicit: true, Syntax: WithExpressionSyntax } && instance is not null && result is not null)
        {
            NameMembers(instance, invocation.Type as INamedTypeSymbol);
            CopyPaths(invocation, result, instance);
        }
        else if (invocation is { TargetMethod: { Name: "Add", ContainingType.Name: "List" }, Syntax.Parent: InitializerExpressionSyntax initializer } &&
            instance is not null && arguments is [{ Origin: { } element }])
        {
            var index = initializer.Expressions.IndexOf(expression => expression == invocation.Syntax);
            var step = PathStep.Element(index);
            if (index is >= 0 and < MaxNamedElements && Path(instance, step, step.ToString()) is { } path)
            {
                EmitFlow(invocation, path, element);
                CopyOwned(invocation, path, element, arguments[0].Operation.Value.Type);
            }
        }
    }

    /// <summary>What a collection of the framework was given has one name, wherever in it that is, until something is taken out.</summary>
    private void NameAdded(IInvocationOperation invocation, Origin? collection, ImmutableArray<Argument> arguments)
    {
        if (collection is null || invocation is not { IsImplicit: false, TargetMethod: { IsStatic: false, ContainingType: { DeclaringSyntaxReferences.IsEmpty: true, ContainingNamespace: { } space } } called } ||
            !space.ToDisplayString().StartsWith("System.Collections.", System.StringComparison.Ordinal))
        {
            return;
        }

        if (Collecting.Adds(called.Name))
        {
            foreach (var argument in arguments)
            {
                if (argument is { IsByRef: false, Origin: { } added } && (IsStorageOrView(argument.Operation.Value.Type) || OwningStructs.Behind(argument.Operation.Value.Type) is not null || WorkTypes.IsAwaitable(argument.Operation.Value.Type)) && Path(collection, PathStep.Added, PathStep.Added.ToString()) is { } path)
                {
                    Emit(new OriginFlow(invocation.Syntax, path, ImmutableArray.Create(added), Adds: true, Dereferences: false));
                    if (called.ReturnsVoid)
                    {
                        // A set may have it already.
                        CopyOwned(invocation, path, added, argument.Operation.Value.Type);
                    }
                }
            }
        }
        else if (!Collecting.OnlyLooks(called.Name) && _origins.FindPath(collection, PathStep.Added) is { } emptied)
        {
            EmitFlow(invocation, emptied);
        }
    }

    private static bool IsStorageOrView(ITypeSymbol? type) => ViewTypes.IsView(type) || type is IArrayTypeSymbol or { SpecialType: SpecialType.System_IntPtr };

    /// <summary>Gives names to all that a record keeps, so that its copy has it too.</summary>
    private void NameMembers(Origin record, INamedTypeSymbol? type)
    {
        for (var holder = type; holder is { IsRecord: true }; holder = holder.BaseType)
        {
            foreach (var member in holder.GetMembers())
            {
                var kept = member switch
                {
                    { IsStatic: true } or { IsImplicitlyDeclared: true } => null,
                    IFieldSymbol field => (Member: field, field.Type),
                    IPropertySymbol { IsIndexer: false } property when PropertyShape.IsStored(property) => (Member: PropertyShape.MemberBehind(property) ?? property, property.Type),
                    _ => ((ISymbol Member, ITypeSymbol Type)?)null,
                };
                if (kept is { } named && Carries(named.Type))
                {
                    Path(record, PathStep.Member(named.Member), named.Member.Name);
                }
            }
        }
    }

    /// <summary>A new object with elements; those after a spread are at places nobody knows.</summary>
    private Origin? Filled(IOperation creation, ImmutableArray<IOperation> elements, IOperation? unordered)
    {
        var held = ImmutableArray.CreateBuilder<(int Index, Origin Element, IOperation Operation)>();
        var isSpread = false;
        var isWaitedFor = IsOnlyWaitedFor(creation);
        for (var index = 0; index < elements.Length; index++)
        {
            var element = elements[index];
            isSpread |= element is ISpreadOperation;
            var value = Evaluate(element is ISpreadOperation spread ? spread.Operand : element);
            EmitUse(value, isWaitedFor || WorkTypes.IsAwaitable(element.Type) ? UseKind.Derive : element is ISpreadOperation ? UseKind.PassToRead : UseKind.Store, element);
            if (value is not null && index < MaxNamedElements)
            {
                held.Add((isSpread ? -1 : index, value, element));
            }
        }

        Evaluate(unordered);
        if (Fresh(creation, creation.Type) is not { } made)
        {
            return null;
        }

        foreach (var (index, element, operation) in held)
        {
            var step = PathStep.Element(index);
            if (index >= 0 && Path(made, step, step.ToString()) is { } path)
            {
                EmitFlow(operation, path, element);
                CopyOwned(operation, path, element, operation.Type);
            }

            if (operation is not ISpreadOperation && (isWaitedFor || ViewTypes.IsView(operation.Type)))
            {
                Emit(new OriginFlow(operation.Syntax, made, ImmutableArray.Create(element), Adds: true, Dereferences: false));
            }
        }

        return made;
    }
}
