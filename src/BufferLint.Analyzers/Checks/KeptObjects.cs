// What a handler is given is kept as a whole, with the memory that it lends: _last = args.
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class KeptObjects
{
    /// <summary>The memory in an object that is kept; <see langword="null"/> if it lends none, or if it is kept for what else is in it.</summary>
    /// <param name="value">What is kept.</param>
    /// <param name="place">The place or the collection.</param>
    /// <param name="body">The body.</param>
    public static GivenMemory? In(Value value, Origin place, SolvedBody body) =>
        body.Lent.HasHolders && value is Placeholder { Origin.Symbol: IParameterSymbol { RefKind: RefKind.None } parameter } && body.Facts.IsOfBody(parameter) &&
        LentBy(parameter.Type, body) is { } lent && !IsKeptForTheRest(place, parameter, lent, body)
            ? new GivenMemory(parameter, lent)
            : null;

    private static ISymbol? LentBy(ITypeSymbol type, SolvedBody body)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers().FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null } && body.Lent.IsBody(member)) is { } lent)
            {
                return lent;
            }
        }

        return null;
    }

    /// <summary>Whether only its own type can find the object again, and asks for anything but the memory: <c>Ack(_last.DeliveryTag)</c>.</summary>
    private static bool IsKeptForTheRest(Origin place, IParameterSymbol given, ISymbol lent, SolvedBody body)
    {
        if (FieldOf(place) is not { DeclaredAccessibility: Accessibility.Private } field)
        {
            return false;
        }

        var names = field.ContainingType.DeclaringSyntaxReferences.SelectMany(static part => part.GetSyntax().DescendantNodes()).OfType<IdentifierNameSyntax>().ToArray();
        return names.Any(name => name.Identifier.ValueText == field.Name && IsRead(name)) &&
            !names.Any(name => name.Identifier.ValueText == lent.Name && !IsOfTheCall(name, given));
    }

    /// <summary>The field or property in which the place is, or the collection that it is a place in.</summary>
    private static ISymbol? FieldOf(Origin place) => (place.Step?.Symbol ?? place.Symbol) is IFieldSymbol or IPropertySymbol ? place.Step?.Symbol ?? place.Symbol : place.Parent is { } collection ? FieldOf(collection) : null;

    /// <summary>Whether a place is asked for what it holds: it is not assigned, and nothing is put into it.</summary>
    private static bool IsRead(IdentifierNameSyntax name)
    {
        ExpressionSyntax place = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } ofThis ? ofThis : name;
        return place.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != place,
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => assignment.Left != element,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } => !Model.Catalogs.Collecting.Adds(member) && member != "Writer",
            _ => true,
        };
    }

    /// <summary>Whether memory is asked of the object while it is lent: <c>args.Body</c>.</summary>
    private static bool IsOfTheCall(IdentifierNameSyntax name, IParameterSymbol given) =>
        name.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var holder } } access && access.Name == name && holder == given.Name;
}
