// A sum under construction that says how much room is left in storage kept in a field: «_items.Length - _count - 2».
using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>The length of one storage against the count kept beside it, a constant, and what only the program knows.</summary>
internal sealed class RoomForm
{
    /// <summary>How many properties that ask each other are looked through.</summary>
    private const int MaxDepth = 3;

    private int _lengths;
    private int _counts;
    private bool _isMixed;

    /// <summary>The field that holds the storage.</summary>
    public IFieldSymbol? Storage { get; private set; }

    /// <summary>The field or property that counts what is in it.</summary>
    public ISymbol? Count { get; private set; }

    /// <summary>The object whose fields they are; <see langword="null"/> for static ones.</summary>
    public IOperation? Holder { get; private set; }

    public long Constant { get; private set; }

    /// <summary>Whether there is a part that only the program knows.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Whether it is a length less a count.</summary>
    public bool IsRoom => !_isMixed && _lengths == 1 && _counts == -1;

    /// <summary>Whether it is a count less a length.</summary>
    public bool IsLack => !_isMixed && _lengths == -1 && _counts == 1;

    public RoomForm Add(long constant)
    {
        Constant += constant;
        return this;
    }

    /// <summary>Adds what an expression gives, or takes it away.</summary>
    public RoomForm Add(IOperation operation, bool isNegative)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Add(conversion.Operand, isNegative);
            case IParenthesizedOperation parenthesized:
                return Add(parenthesized.Operand, isNegative);
            case { ConstantValue: { HasValue: true, Value: var value } }:
                return AddConstant(value, isNegative);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, OperatorMethod: null } sum:
                return Add(sum.LeftOperand, isNegative).Add(sum.RightOperand, isNegative ^ (sum.OperatorKind == BinaryOperatorKind.Subtract));
            case IPropertyReferenceOperation { Property.Name: "Length", Instance: IFieldReferenceOperation { Field: var storage, Instance: var holder } } when IsStorage(storage.Type):
                return AddLength(storage, holder, isNegative);
            case IFieldReferenceOperation { Field: var field, Instance: var holder }:
                return AddCount(field, holder, isNegative);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property, Instance: var holder }:
                return AddMember(property, holder, isNegative, MaxDepth);
            case IInvocationOperation { Arguments.IsEmpty: true, TargetMethod: var method, Instance: var holder }:
                return AddMember(method, holder, isNegative, MaxDepth);
            default:
                HasOthers = true;
                return this;
        }
    }

    /// <summary>Adds what an expression within a member gives, by its names alone.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isNegative">Whether it is taken away.</param>
    /// <param name="type">The type that declares the member.</param>
    /// <param name="holder">The object that it is asked of.</param>
    /// <param name="argument">The constant that a parameter was given, as far as it was one.</param>
    /// <param name="depth">How many more properties may be looked through.</param>
    public RoomForm Add(ExpressionSyntax expression, bool isNegative, INamedTypeSymbol type, IOperation? holder, Func<string, object?> argument, int depth = MaxDepth)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Add(parenthesized.Expression, isNegative, type, holder, argument, depth);
            case CastExpressionSyntax cast:
                return Add(cast.Expression, isNegative, type, holder, argument, depth);
            case LiteralExpressionSyntax literal:
                return AddConstant(literal.Token.Value, isNegative);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression } sum:
                return Add(sum.Left, isNegative, type, holder, argument, depth)
                    .Add(sum.Right, isNegative ^ sum.IsKind(SyntaxKind.SubtractExpression), type, holder, argument, depth);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: var measured } when Own(measured, type) is IFieldSymbol storage && IsStorage(storage.Type):
                return AddLength(storage, storage.IsStatic ? null : holder, isNegative);
            case IdentifierNameSyntax { Identifier.ValueText: var name } when argument(name) is { } given:
                return AddConstant(given, isNegative);
            default:
                return AddMember(Own(expression, type), holder, isNegative, depth - 1);
        }
    }

    private RoomForm AddMember(ISymbol? member, IOperation? holder, bool isNegative, int depth)
    {
        switch (member)
        {
            case IFieldSymbol field:
                return AddCount(field, field.IsStatic ? null : holder, isNegative);
            case IPropertySymbol property when PropertyShape.IsStored(property):
                return AddCount(PropertyShape.MemberBehind(property) ?? property, property.IsStatic ? null : holder, isNegative);
            case IPropertySymbol or IMethodSymbol when depth > 0 && RoomTest.ExpressionOf(member) is { } expression:
                return Add(expression, isNegative, member.ContainingType, member.IsStatic ? null : holder, static _ => null, depth);
            default:
                HasOthers = true;
                return this;
        }
    }

    private RoomForm AddConstant(object? value, bool isNegative)
    {
        switch (value)
        {
            case int or byte or short or sbyte or ushort or uint or long:
                return Add(isNegative ? -Convert.ToInt64(value) : Convert.ToInt64(value));
            default:
                HasOthers = true;
                return this;
        }
    }

    private RoomForm AddLength(IFieldSymbol storage, IOperation? holder, bool isNegative)
    {
        _isMixed |= Storage is not null || !Belongs(storage, holder);
        Storage = storage;
        _lengths += isNegative ? -1 : 1;
        return this;
    }

    private RoomForm AddCount(ISymbol count, IOperation? holder, bool isNegative)
    {
        if (count is IFieldSymbol { HasConstantValue: true, ConstantValue: var constant })
        {
            return AddConstant(constant, isNegative);
        }

        if (Count is not null || !CountChanges.IsNumber((count as IFieldSymbol)?.Type ?? (count as IPropertySymbol)?.Type) || !Belongs(count, holder))
        {
            HasOthers = true;
            return this;
        }

        Count = count;
        _counts += isNegative ? -1 : 1;
        return this;
    }

    /// <summary>Whether a member is of the object that the others are of; the first says which.</summary>
    private bool Belongs(ISymbol member, IOperation? holder)
    {
        if ((Storage ?? Count) is null)
        {
            Holder = holder;
            return true;
        }

        return Holder is null || holder is null
            ? Holder == holder && SymbolEqualityComparer.Default.Equals((Storage ?? Count)!.ContainingType, member.ContainingType)
            : (Holder is IInstanceReferenceOperation && holder is IInstanceReferenceOperation) || SyntaxFactory.AreEquivalent(Holder.Syntax, holder.Syntax);
    }

    private static bool IsStorage(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1 } || Model.ViewTypes.IsOverArray(type);

    /// <summary>The member of a type that a plain name stands for; parameters and locals hide it, which a member of one expression has none of beside its parameters.</summary>
    private static ISymbol? Own(ExpressionSyntax name, INamedTypeSymbol type)
    {
        var own = name switch
        {
            IdentifierNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var member } => member,
            _ => null,
        };
        for (var current = own is null ? null : type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(own!) is [var found])
            {
                return found;
            }
        }

        return null;
    }
}
