// How an object is made that is given storage: its fields before its constructor, what that leaves in them, its initialiser.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

/// <summary>One expression that makes an object.</summary>
/// <param name="Type">The definition of its type.</param>
/// <param name="Creation">The expression.</param>
/// <param name="Given">The parameter of the constructor, or the member in the initialiser, that gets the storage.</param>
internal sealed record Making(INamedTypeSymbol Type, IObjectCreationOperation Creation, ISymbol Given)
{
    /// <summary>The call, or the member that is assigned, by which it gets the storage when it is made already; <see langword="null"/> if it is made with it.</summary>
    public IOperation? Told { get; init; }

    private static readonly string[] EndingNames = { "Dispose", "DisposeAsync", "Close" };

    /// <summary>The members that end the object: those that anybody who has it is expected to call.</summary>
    public static IEnumerable<IMethodSymbol> EndingsOf(INamedTypeSymbol type)
    {
        var all = new List<IMethodSymbol>();
        for (var declaring = type; declaring is not null && !declaring.DeclaringSyntaxReferences.IsEmpty; declaring = declaring.BaseType?.OriginalDefinition)
        {
            all.AddRange(declaring.GetMembers().OfType<IMethodSymbol>().Where(static method => !method.IsStatic && !method.IsAbstract && !method.DeclaringSyntaxReferences.IsEmpty));
        }

        return EndingNames.Select(name => all.FirstOrDefault(method => IsEnding(method, name))).OfType<IMethodSymbol>();
    }

    /// <summary>What the object may be like when it is made; nothing if that cannot be followed.</summary>
    public IReadOnlyList<ObjectState> Ends(RunContext context, Func<SyntaxNode, CancellationToken, IOperation?> operationOf)
    {
        var constructor = Creation.Constructor?.OriginalDefinition;
        var start = new ObjectState(Place.Variable(Given));
        foreach (var argument in Creation.Arguments)
        {
            if (argument.Parameter?.OriginalDefinition is { } parameter)
            {
                Give(start, parameter, argument);
            }
        }

        for (var declaring = Type; declaring is not null && !declaring.DeclaringSyntaxReferences.IsEmpty; declaring = declaring.BaseType?.OriginalDefinition)
        {
            foreach (var field in declaring.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsStatic: false, IsConst: false }))
            {
                start.Learn(Place.This.To(field.AssociatedSymbol ?? field), Initially(field, constructor, start, expression => operationOf(expression, context.Cancellation)));
            }
        }

        context.Doubtful = null;
        var ends = IsWritten(constructor, context.Cancellation) ? MemberRun.Of(context, constructor!, start, Place.This)?.Select(static end => end.State).ToArray() : Kept(constructor, start);
        foreach (var end in ends ?? Array.Empty<ObjectState>())
        {
            Initialise(end);
        }

        return Told is null || ends is null ? ends ?? Array.Empty<ObjectState>() : ends.SelectMany(end => Tell(end, context)).ToArray();
    }

    /// <summary>What the object may be like when it was given the storage.</summary>
    private IEnumerable<ObjectState> Tell(ObjectState state, RunContext context)
    {
        var told = state.Copy();
        var method = Told is IPropertyReferenceOperation { Property: var property } && !MemberRun.IsAutomatic(property) ? property.SetMethod : (Told as IInvocationOperation)?.TargetMethod;
        if (method is null)
        {
            Own(told, Place.This.To(Given), Given is IFieldSymbol { Type: var kept } ? kept : (Given as IPropertySymbol)?.Type);
            return new[] { told };
        }

        foreach (var argument in (Told as IInvocationOperation)?.Arguments ?? System.Collections.Immutable.ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument.Parameter?.OriginalDefinition is { } parameter)
            {
                Give(told, parameter, argument);
            }
        }

        if (Told is IPropertyReferenceOperation && method.Parameters is [.., var value])
        {
            Own(told, Place.Variable(value.OriginalDefinition), value.Type);
        }

        return MemberRun.Of(context, context.Dispatched(method), told, Place.This)?.Select(static end => end.State) ?? Enumerable.Empty<ObjectState>();
    }

    /// <summary>A parameter gets the storage, or what is given beside it.</summary>
    private void Give(ObjectState state, IParameterSymbol parameter, IArgumentOperation argument)
    {
        if (SymbolEqualityComparer.Default.Equals(parameter, Given))
        {
            Own(state, Place.Variable(parameter), parameter.Type);
        }
        else
        {
            state.Learn(Place.Variable(parameter), ContentOf(argument.Value));
        }
    }

    /// <summary>A place holds the storage; a struct that owns it has it in its fields.</summary>
    public static void Own(ObjectState state, Place place, ITypeSymbol? type)
    {
        state.Learn(place, Content.Of(Storage.Former));
        foreach (var field in OwningStructs.Behind(type)?.OriginalDefinition.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsStatic: false, IsConst: false }) ?? Enumerable.Empty<IFieldSymbol>())
        {
            if (OwningStructs.Behind(field.Type) is not null)
            {
                Own(state, place.To(field.AssociatedSymbol ?? field), field.Type);
            }
            else if (field.Type is { IsReferenceType: true } or { SpecialType: SpecialType.System_IntPtr } or IPointerTypeSymbol)
            {
                state.Learn(place.To(field.AssociatedSymbol ?? field), Content.Of(Storage.Former));
            }
        }
    }

    /// <summary>What a type's own parameters are, which its members name, is found with the object.</summary>
    private static ObjectState[]? Kept(IMethodSymbol? constructor, ObjectState state)
    {
        if (constructor is null || constructor.ContainingType.BaseType is { DeclaringSyntaxReferences.IsEmpty: false } && !constructor.Parameters.IsEmpty)
        {
            return null;
        }

        foreach (var parameter in constructor.Parameters)
        {
            state.Learn(Place.This.To(parameter), state.Of(Place.Variable(parameter)));
        }

        return new[] { state };
    }

    private static bool IsWritten(IMethodSymbol? constructor, CancellationToken cancellation) => constructor?.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax(cancellation) is ConstructorDeclarationSyntax;

    private static bool IsEnding(IMethodSymbol method, string name) =>
        method.ExplicitInterfaceImplementations is [var implemented, ..] ? implemented.Name == name && implemented.Parameters.IsEmpty
        : method.Name == name && (method is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } || (method is { IsOverride: true, Parameters: [{ Type.SpecialType: SpecialType.System_Boolean }] } && IsCalledByFramework(method)));

    private static bool IsCalledByFramework(IMethodSymbol method)
    {
        var first = method;
        while (first.OverriddenMethod is { } overridden)
        {
            first = overridden;
        }

        return first.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>What the initialiser of the expression puts into members.</summary>
    private void Initialise(ObjectState state)
    {
        foreach (var assignment in Creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? Enumerable.Empty<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IMemberReferenceOperation { Member: var member })
            {
                state.Learn(Place.This.To(member), SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, Given) ? Content.Of(Storage.Former) : ContentOf(assignment.Value));
            }
        }
    }

    /// <summary>What a field holds before the constructor is run.</summary>
    private static Content Initially(IFieldSymbol field, IMethodSymbol? constructor, ObjectState start, Func<SyntaxNode, IOperation?> operationOf)
    {
        var declared = (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var initial = (declared as VariableDeclaratorSyntax)?.Initializer?.Value ?? (declared as PropertyDeclarationSyntax)?.Initializer?.Value;
        var parameter = constructor?.Parameters.FirstOrDefault(parameter => initial is IdentifierNameSyntax name ? name.Identifier.ValueText == parameter.Name : declared is ParameterSyntax && parameter.Name == field.AssociatedSymbol?.Name);
        return parameter is not null && SymbolEqualityComparer.Default.Equals(constructor!.ContainingType, field.ContainingType) && !IsWritten(constructor, default) ? start.Of(Place.Variable(parameter))
            : initial is not null ? operationOf(initial) is { } value ? ContentOf(value) : Content.Unknown
            : DefaultOf(field.Type);
    }

    /// <summary>What a field of a type holds that nobody has given anything.</summary>
    public static Content DefaultOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => Content.Known(false),
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } or { TypeKind: TypeKind.Enum } => Content.Known(0),
        { IsReferenceType: true } or IPointerTypeSymbol or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Content.Null,
        _ => Content.Unknown,
    };

    /// <summary>What is known of a value that is given beside the storage: a constant, or that it is something.</summary>
    private static Content ContentOf(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => Content.Known(constant),
        IConversionOperation { OperatorMethod: null } conversion => ContentOf(conversion.Operand),
        IObjectCreationOperation { Type.IsReferenceType: true } or IPropertyReferenceOperation { Instance: null, Property.Name: "Shared" } => Content.Known(value.Syntax),
        IDefaultValueOperation { Type: { } type } => DefaultOf(type),
        _ => Content.Unknown,
    };
}
