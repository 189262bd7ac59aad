// Expressions that make values of others: objects, conversions, tuples, patterns, comparisons, lambdas.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    private Origin? ObjectCreation(IObjectCreationOperation creation)
    {
        var arguments = Arguments(creation.Arguments);
        if (creation.Constructor is not { } constructor)
        {
            return Fresh(creation, creation.Type);
        }

        EmitDemands(creation, constructor);
        if (IsAddressAgain(constructor))
        {
            return arguments[0].Origin;
        }

        var call = new Call(creation, constructor, null, arguments);
        var effects = call.Effects(_model);
        var site = effects.IsEmpty && Carries(creation.Type) ? SiteOf(creation, constructor, TargetsOf(constructor, null), null, arguments) : null;
        if (site is null && (effects.Any(effect => effect.Kind is EffectKind.ViewOf or EffectKind.ForwardsTo) || ViewTypes.IsView(creation.Type)))
        {
            return Result(call, asRef: true);
        }

        EmitUses(call, effects, site);
        EmitMayThrow(creation);

        EmitOwnersHandedOver(call, effects);
        EmitOutputs(call, effects, site);
        if (!Carries(creation.Type))
        {
            return null;
        }

        var made = Made(call, effects);
        if (WorkTypes.StandsForWork(creation.Type))
        {
            KeepForWork(made, call);
        }

        EmitUnwaited(call, effects, made);

        if (site is not null)
        {
            KeepGiven(made, call, site);
        }

        if (creation.Type is INamedTypeSymbol { IsRecord: true } record)
        {
            KeepInRecord(made, record, arguments);
        }

        return made;
    }

    /// <summary>A new object, with what is said of it: the room it has, or that it never moves.</summary>
    private Origin Made(Call call, ImmutableArray<Effect> effects)
    {
        var made = Temporary(call.Operation);
        var neverMoves = effects.Any(effect => effect.Kind == EffectKind.NeverMoves);
        Emit(new Create(call.Operation.Syntax, made, neverMoves)
        {
            Type = call.Operation is IObjectCreationOperation ? call.ResultType : null,
            Lease = effects.FirstOrDefault(static effect => effect is { Kind: EffectKind.Acquires, Into.IsResult: true }),
            IsReadOnly = IsReadOnly(call.Operation, call.ResultType),
            IsNewReadOnly = IsNewReadOnly(call.Operation, call.ResultType),
        });
        if (effects.FirstOrDefault(effect => effect.Kind == EffectKind.Reserves) is { } reserve)
        {
            Emit(new Reserve(call.Operation.Syntax, made, AmountOf(reserve, call.ArgumentAt(reserve.Amount)?.Operation.Value) ?? Quantity.Computed));
        }
        else if (call is { Operation: IObjectCreationOperation, Arguments.IsEmpty: true })
        {
            Emit(new Reserve(call.Operation.Syntax, made, Quantity.Exactly(0)));
        }

        return made;
    }

    /// <summary>What a constructor written in source does, and what it keeps; a ref struct may hold all that came in unscoped.</summary>
    private void KeepGiven(Origin made, Call call, CallSite site)
    {
        site = site with { Self = made };
        EmitBreaks(site, isOnce: true);
        EmitHeldAfter(site);
        if (IsRefLikeResult(call) && Reachable(call) is { IsEmpty: false } reachable)
        {
            Emit(new OriginFlow(call.Operation.Syntax, made, reachable, Adds: true, Dereferences: false));
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is { Origin: { } kept, Parameter: { } parameter } && IsKeptByObject(parameter) && Path(made, PathStep.Member(parameter), parameter.Name) is { } path)
            {
                EmitFlow(argument.Operation, path, kept);
            }
        }
    }

    /// <summary>Whether a parameter belongs to a type's own declaration, and so to its objects for as long as they live.</summary>
    private static bool IsKeptByObject(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: false, DeclaringSyntaxReferences: [var declaration] } && declaration.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;

    /// <summary>A record keeps what its parameters were given in the properties of the same names.</summary>
    private void KeepInRecord(Origin made, INamedTypeSymbol record, ImmutableArray<Argument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Origin: { } kept, Parameter: { } parameter } &&
                record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property &&
                Path(made, PathStep.Member(property), property.Name) is { } path)
            {
                EmitFlow(argument.Operation, path, kept);
            }
        }
    }

    /// <summary>Whether an operator puts what it converts into what it makes, or nobody knows whether it does.</summary>
    private bool IsKeptBy(IMethodSymbol converting) =>
        TargetsOf(converting, null) is { IsEmpty: false } targets ? targets.Any(target => _functions.Of(target) is { IsUnknown: true } or { Transferred.IsEmpty: false }) : !IsOfFramework(converting);

    private Origin? Conversion(IConversionOperation conversion)
    {
        var operand = Evaluate(conversion.Operand);
        if (operand is null)
        {
            return conversion.OperatorMethod is null ? null : Fresh(conversion, conversion.Type);
        }

        if (conversion.OperatorMethod is { } converting && Run(conversion, converting, null, null, ImmutableArray<Argument>.Empty, operand) is { } converted)
        {
            Emit(operand, UseKind.Derive, conversion, IsKeptBy(converting));
            return converted;
        }

        if (ViewTypes.IsOverArray(conversion.Type))
        {
            return conversion.Operand.Type is IArrayTypeSymbol
                ? Issue(conversion, operand, Effect.View(Slot.This), key: null, isUsed: true)
                : operand;
        }

        if (conversion.OperatorMethod is { } named && _model.EffectsOf(named).Any(static effect => effect.Kind == EffectKind.ForwardsTo))
        {
            return operand;
        }

        if (conversion.OperatorMethod is not null && conversion.Type is { IsRefLikeType: false })
        {
            Emit(operand, UseKind.Pass, conversion, IsKeptBy(conversion.OperatorMethod));
            return Fresh(conversion, conversion.Type);
        }

        if (Carries(conversion.Type))
        {
            return CastToWritable(conversion, Boxed(conversion, operand), conversion.Operand.Type, conversion.Type);
        }

        // What goes on as a number, inside a nullable, or as nobody knows what, has no name here any more: whoever has it answers for its release.
        if (conversion.Operand.Type is { IsReferenceType: false } || conversion.Type is IErrorTypeSymbol)
        {
            Emit(new HandOver(conversion.Syntax, operand, IsKept: true));
        }

        return null;
    }

    private Origin? Tuple(ITupleOperation tuple)
    {
        var elements = new List<(string Name, Origin? Origin)>();
        foreach (var element in tuple.Elements)
        {
            elements.Add(("Item" + (elements.Count + 1), Evaluate(element)));
            LoseSight(elements[^1].Origin, element, tuple.Type);
        }

        if (elements.All(element => element.Origin is null) || tuple.Type is not INamedTypeSymbol { IsTupleType: true } type)
        {
            return null;
        }

        var result = Temporary(tuple);
        EmitFlow(tuple, result, elements.Where(element => element.Origin is not null).Select(element => element.Origin!).ToImmutableArray());
        for (var index = 0; index < elements.Count && index < type.TupleElements.Length; index++)
        {
            var field = type.TupleElements[index].CorrespondingTupleField ?? type.TupleElements[index];
            if (elements[index].Origin is { } element && Path(result, PathStep.Member(field), field.Name) is { } path)
            {
                EmitFlow(tuple, path, element);
                CopyOwned(tuple, path, element, field.Type);
            }
        }

        return result;
    }

    private Origin? Pattern(IIsPatternOperation operation)
    {
        var value = Evaluate(operation.Value);
        NoteAsked(operation, value, null);
        if (NullTest.Of(operation) is null && !AsksOnlyHowAReadEnded(operation))
        {
            EmitUse(value, UseKind.PassToRead, operation);
        }

        var declared = value is not null && operation.Pattern is IDeclarationPatternOperation { MatchedType: { } matched } ? CastToWritable(operation, value, operation.Value.Type, matched) : value;
        Declare(operation.Pattern, declared, operation);
        Unmeasure(operation.Pattern);
        return null;
    }

    /// <summary>Whether a pattern asks the result of a read for anything but its buffer.</summary>
    private static bool AsksOnlyHowAReadEnded(IIsPatternOperation operation) =>
        PipeApis.IsReadResult(operation.Value.Type) &&
        !operation.Pattern.DescendantsAndSelf().Any(part => part is IMemberReferenceOperation { Member.Name: "Buffer" });

    /// <summary>A pattern's variable is another name of the value it matched.</summary>
    private void Declare(IPatternOperation pattern, Origin? value, IOperation where)
    {
        var declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        if (declared is ILocalSymbol local && Carries(local.Type))
        {
            Replace(_origins.Of(local), value ?? Fresh(where, local.Type), where, local.Type);
        }

        switch (pattern)
        {
            case INegatedPatternOperation negated:
                Declare(negated.Pattern, value, where);
                break;
            case IBinaryPatternOperation binary:
                Declare(binary.LeftPattern, value, where);
                Declare(binary.RightPattern, value, where);
                break;
            case IListPatternOperation list:
                foreach (var element in list.Patterns)
                {
                    // A slice of a span views it; a slice of an array is a copy, an element is a value of its own.
                    var slice = element as ISlicePatternOperation;
                    Declare(slice?.Pattern ?? element, slice is not null && ViewTypes.IsView(list.InputType) ? value : null, where);
                }

                break;
            case IRecursivePatternOperation recursive:
                foreach (var part in recursive.PropertySubpatterns)
                {
                    var path = value is not null && part.Member is IMemberReferenceOperation { Member: { } member } ? Path(value, PathStep.Member(member), member.Name) : null;
                    Declare(part.Pattern, path, where);
                }

                foreach (var part in recursive.DeconstructionSubpatterns)
                {
                    Declare(part, null, where);
                }

                break;
        }
    }

    /// <summary>A place beside an address is in the same block; comparing and subtracting addresses touches nothing.</summary>
    private Origin? AddressArithmetic(IBinaryOperation binary, Origin? left, Origin? right) =>
        IsAddress(binary.Type) && (IsAddress(binary.LeftOperand.Type) ? left : right) is { } address ? Joined(binary, ImmutableArray.Create(address)) : null;

    private static bool IsAddress(ITypeSymbol? type) => type is IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr };

    private Origin? Lambda(IFlowAnonymousFunctionOperation lambda) => Holding(lambda, Captured(lambda.Symbol));

    private Origin? MethodReference(IMethodReferenceOperation reference)
    {
        var instance = Evaluate(reference.Instance);
        EmitUse(instance, UseKind.Capture, reference);
        return reference.Method.MethodKind == MethodKind.LocalFunction
            ? Holding(reference, Captured(reference.Method.OriginalDefinition))
            : instance;
    }

    /// <summary>A delegate holds the views it captured.</summary>
    private Origin? Holding(IOperation where, ImmutableArray<Origin> captured)
    {
        foreach (var origin in captured)
        {
            EmitUse(origin, UseKind.Capture, where);
            EmitHandOver(origin, where);
            EmitOwnerHandOver(origin, where, isKept: true);
        }

        return captured.IsEmpty ? null : Joined(where, captured);
    }

    /// <summary>The variables of this body that a lambda or local function uses and that hold something by then.</summary>
    private ImmutableArray<Origin> Captured(IMethodSymbol function) => _scan.CapturedBy(function)
        .Where(variable => Carries((variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type))
        .Select(variable => variable is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _owner) ? _origins.Of(parameter) : _origins.Find(variable))
        .OfType<Origin>()
        .OrderBy(origin => origin.Id)
        .ToImmutableArray();
}
