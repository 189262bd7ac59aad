// Whether an expression can be evaluated a second time: it names what it needs, and evaluating it changes nothing.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

/// <summary>Reads an expression and collects the variables its value depends on.</summary>
internal sealed class Repeatable
{
    private readonly SemanticModel _model;
    private readonly ExpressionSyntax? _taken;
    private readonly CancellationToken _cancellation;
    private readonly List<ISymbol> _inputs = new();

    private Repeatable(SemanticModel model, ExpressionSyntax? taken, CancellationToken cancellation)
    {
        _model = model;
        _taken = taken;
        _cancellation = cancellation;
    }

    /// <summary>The locals, parameters, fields and automatic properties an expression reads.</summary>
    /// <param name="taken">The call or property that takes the view; it is known to be pure.</param>
    /// <returns><see langword="null"/> if the expression is not repeatable.</returns>
    public static IReadOnlyList<ISymbol>? Inputs(ExpressionSyntax expression, ExpressionSyntax? taken, SemanticModel model, CancellationToken cancellation)
    {
        var reading = new Repeatable(model, taken, cancellation);
        return reading.Read(expression) ? reading._inputs : null;
    }

    /// <summary>Whether a count or index in the expression that takes a view is kept in a field: what runs meanwhile may change it, and it names another element by then.</summary>
    public static bool DependsOnVariableState(FindingSite site, CancellationToken cancellation) =>
        ViewPlace.Of(site, cancellation) is { } place && Inputs(place.Value, site.Taken, site.Model, cancellation) is { } inputs &&
        inputs.Any(static input => input is (IFieldSymbol { IsReadOnly: false, Type.IsValueType: true } or IPropertySymbol { Type.IsValueType: true }));

    private bool Read(ExpressionSyntax? expression) => expression switch
    {
        null or ThisExpressionSyntax or BaseExpressionSyntax or LiteralExpressionSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax or PredefinedTypeSyntax => true,
        ParenthesizedExpressionSyntax inner => Read(inner.Expression),
        RefExpressionSyntax reference => Read(reference.Expression),
        CastExpressionSyntax cast => Read(cast.Expression),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) && Read(unary.Operand),
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.IndexExpression or SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression && Read(unary.Operand),
        RangeExpressionSyntax range => Read(range.LeftOperand) && Read(range.RightOperand),
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression && Read(binary.Left) && Read(binary.Right),
        SimpleNameSyntax name => Names(name),
        MemberAccessExpressionSyntax access => Names(access) && (IsTypeOrNamespace(access.Expression) || Read(access.Expression)),
        InvocationExpressionSyntax call => (call == _taken || IsOfCarrier(call)) && ReadCallee(call.Expression) && Read(call.ArgumentList),
        ElementAccessExpressionSyntax element => (element == _taken || IsOfCarrier(element) || IsArray(element.Expression)) && Read(element.Expression) && Read(element.ArgumentList),
        BaseObjectCreationExpressionSyntax creation => creation == _taken && creation.Initializer is null && (creation.ArgumentList is null || Read(creation.ArgumentList)),
        _ => false,
    };

    private bool Read(BaseArgumentListSyntax arguments) =>
        arguments.Arguments.All(argument => argument.RefKindKeyword.Kind() is SyntaxKind.None or SyntaxKind.InKeyword or SyntaxKind.RefKeyword && Read(argument.Expression));

    private bool ReadCallee(ExpressionSyntax callee) =>
        callee is not MemberAccessExpressionSyntax access || IsTypeOrNamespace(access.Expression) || Read(access.Expression);

    private bool Names(ExpressionSyntax name)
    {
        if (name == _taken && _model.GetSymbolInfo(name, _cancellation).Symbol is IPropertySymbol)
        {
            return true;
        }

        switch (_model.GetSymbolInfo(name, _cancellation).Symbol)
        {
            case ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true } or INamespaceOrTypeSymbol:
                return true;
            case ILocalSymbol local:
                _inputs.Add(local);
                return !local.IsRef && local.Type is { IsRefLikeType: false } && !ViewTypes.IsView(local.Type);
            case IParameterSymbol or IFieldSymbol:
                _inputs.Add(_model.GetSymbolInfo(name, _cancellation).Symbol!);
                return true;
            case IPropertySymbol { IsIndexer: false } property when IsStored(property) || PipeApis.IsEnd(property) || IsOfCarrier(name):
                _inputs.Add(property);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether a property is automatic: reading it twice gives the same while nobody sets it.</summary>
    private static bool IsStored(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private bool IsArray(ExpressionSyntax expression) => _model.GetTypeInfo(expression, _cancellation).Type is IArrayTypeSymbol;

    private bool IsTypeOrNamespace(ExpressionSyntax expression) => _model.GetSymbolInfo(expression, _cancellation).Symbol is INamespaceOrTypeSymbol;

    /// <summary>Whether a member belongs to a type that only hands views on: slices, casts, lengths.</summary>
    private bool IsOfCarrier(ExpressionSyntax expression) =>
        _model.GetSymbolInfo(expression, _cancellation).Symbol?.ContainingType?.OriginalDefinition is { ContainingNamespace: { } space } type &&
        ViewApis.Carriers.Contains(space.ToDisplayString() + "." + type.MetadataName);
}
