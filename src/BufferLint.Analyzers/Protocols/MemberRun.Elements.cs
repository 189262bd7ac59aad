// Collections whose elements are leases. What is read of one in a loop over all of it stands for each of them; whoever may
// change it, or gets hold of it, is taken to have emptied it.
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

internal sealed partial class MemberRun
{
    /// <summary>Methods whose result goes through the same elements.</summary>
    private static readonly ImmutableHashSet<string> Walks = ImmutableHashSet.Create("GetEnumerator", "AsEnumerable", "Where", "OfType", "Cast", "Reverse", "ToArray", "ToList", "Distinct");

    /// <summary>Methods that leave a collection, or what goes through it, as it is.</summary>
    private static readonly ImmutableHashSet<string> Asks = ImmutableHashSet.Create("MoveNext", "Dispose", "Contains", "ContainsKey", "ContainsValue", "IndexOf", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "ThrowIfNull", "Any", "Count", "get_Length", "GetLength", "Assert", "Enter", "Exit", "IsEntered");

    /// <summary>Properties through which one comes to the elements.</summary>
    private static readonly ImmutableHashSet<string> Ways = ImmutableHashSet.Create("Current", "Value", "Values");

    private Content ReadElement(IArrayElementReferenceOperation element, ObjectState state)
    {
        var array = Evaluate(element.ArrayReference, state);
        var indices = Each(element.Indices, state);
        if (array.IsWhole)
        {
            return ElementOf(array, element, element.Indices is [var index] ? index : null, state);
        }

        Use(array, element.Syntax, state);
        return array.With(indices);
    }

    private Content ReadOfWhole(IPropertyReferenceOperation reference, Content whole, ObjectState state)
    {
        Each(reference.Arguments, state);
        return reference.Property.IsIndexer ? ElementOf(whole, reference, reference.Arguments is [var index] ? index.Value : null, state)
            : Ways.Contains(reference.Property.Name) ? PartOf(whole, reference, state)
            : Content.Unknown;
    }

    /// <summary>Which element that is; <see cref="Content.Unknown"/> where it may be another one each time.</summary>
    private static Content ElementOf(Content whole, IOperation element, IOperation? index, ObjectState state)
    {
        if (index is not null && Bare(index) is ILocalReferenceOperation { Local: var local } && IsCounter(local))
        {
            return PartOf(whole, element, state);
        }

        state.AssignWhole(Place.Made(element));
        return Content.Unknown;
    }

    private static Content PartOf(Content whole, IOperation element, ObjectState state)
    {
        var isAnything = element.Type is { TypeKind: TypeKind.Dynamic or TypeKind.Class, SpecialType: SpecialType.System_Object };
        if (state.ElementPart is { } part && (isAnything || WatchedFields.IsOwnLease(element.Type)))
        {
            state.Learn(part.Moved(Place.Element, Place.Made(element)), whole with { IsWhole = false });
            return Content.Unknown;
        }

        return isAnything || WatchedFields.IsElement(element.Type) ? whole with { IsWhole = false } : whole;
    }

    /// <summary>Whether a variable counts from the one end of something to the other.</summary>
    private static bool IsCounter(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax() is VariableDeclaratorSyntax { Parent.Parent: ForStatementSyntax, Initializer.Value: var first } &&
        first is LiteralExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Right: LiteralExpressionSyntax };

    /// <summary>What a counter is after a step: another number, whoever was called before.</summary>
    private static Content Counted(IOperation target, Content before, ObjectState state) =>
        state.WatchesElements && target is ILocalReferenceOperation && before.Knowledge != Knowledge.Changed ? Content.Unknown : Content.Changed;

    /// <summary>What a variable has that stands for another place: nobody follows what is put into that by its name.</summary>
    private Content Referred(IOperation value, Content content, ObjectState state)
    {
        EmptyIfElement(value, state);
        state.IsDead |= PlaceOf(value) is { } place && (state.Watched.Equals(place) || state.Watched.IsWithin(place));
        return state.WatchesElements ? Content.Unknown : content;
    }

    /// <summary>Something is put into a place that has no name, such as an element of a field.</summary>
    private void EmptyIfElement(IOperation target, ObjectState state)
    {
        var element = target is IFlowCaptureReferenceOperation capture && _captures.TryGetValue(capture.Id, out var captured) ? captured : target;
        var whole = element switch
        {
            IArrayElementReferenceOperation { ArrayReference: var array } => array,
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => instance,
            _ => null,
        };
        if (whole is not null && Evaluate(whole, state).IsWhole)
        {
            state.Empty();
        }
        else if (PlaceOf(whole) is { IsOfObject: true } place)
        {
            state.Touch(place);
        }
    }

    /// <summary>Whether what a method results in goes through the elements of what it is called on.</summary>
    public static bool GoesThroughElements(IMethodSymbol method) => Walks.Contains(method.Name);

    /// <summary>What a call that has to do with the collection results in; <see langword="null"/> if its code may be run, or it has not.</summary>
    private static Content? CallOfWhole(IInvocationOperation call, Content receiver, Content[] arguments, ObjectState state)
    {
        var method = call.TargetMethod;
        if (!state.WatchesElements || !(receiver.IsWhole || (method.IsStatic && arguments.Any(static argument => argument.IsWhole))) || !IsOfFramework(method))
        {
            return null;
        }

        if (GoesThroughElements(method))
        {
            return receiver.IsWhole ? receiver : arguments.First(static argument => argument.IsWhole);
        }

        if (!Asks.Contains(method.Name) && !IsExchange(method))
        {
            state.Empty();
        }

        return IsExchange(method) ? null : Content.Unknown;
    }

    private static bool IsExchange(IMethodSymbol method) => method.ContainingType is { Name: "Interlocked" or "Volatile", ContainingNamespace.Name: "Threading" };

    private static bool IsOfFramework(IMethodSymbol method) => method.DeclaringSyntaxReferences.IsEmpty;
}
