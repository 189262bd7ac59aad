// What comparing two values comes to, as far as both are known.
using System;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

internal static class Comparisons
{
    /// <summary>The result of an operator.</summary>
    public static Content Of(BinaryOperatorKind kind, Content left, Content right)
    {
        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && (left.IsNull || right.IsNull))
        {
            var isNull = IsNull(left.IsNull ? right : left);
            return kind == BinaryOperatorKind.Equals || isNull.Truth is null ? isNull : Content.Known(!isNull.Truth);
        }

        if (left.Knowledge != Knowledge.Known || right.Knowledge != Knowledge.Known)
        {
            return left.With(right);
        }

        if (left.Constant is bool one && right.Constant is bool other)
        {
            return kind switch
            {
                BinaryOperatorKind.Equals => Content.Known(one == other),
                BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr => Content.Known(one != other),
                BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => Content.Known(one && other),
                BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => Content.Known(one || other),
                _ => Content.Unknown,
            };
        }

        return Number(left.Constant) is { } number && Number(right.Constant) is { } bound ? OfNumbers(kind, number, bound)
            : kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals ? Content.Known(Equals(left.Constant, right.Constant) == (kind == BinaryOperatorKind.Equals))
            : Content.Unknown;
    }

    /// <summary>Whether something is nothing.</summary>
    public static Content IsNull(Content content) => content.IsNull ? Content.Known(true) : content.IsSomething ? Content.Known(false) : content.With(Content.Unknown);

    /// <summary>Whether two things hold both, or one of them.</summary>
    public static Content Either(Content left, Content right, bool isAnd) =>
        left.Truth == !isAnd || right.Truth == !isAnd ? Content.Known(!isAnd) : left.Truth is not null && right.Truth is not null ? Content.Known(isAnd) : left.With(right);

    /// <summary>A constant as a number; the members of an enumeration are numbers.</summary>
    public static long? Number(object? constant) => constant switch
    {
        sbyte or byte or short or ushort or int or uint or long or char => constant is char character ? character : System.Convert.ToInt64(constant, CultureInfo.InvariantCulture),
        ulong and <= long.MaxValue => System.Convert.ToInt64(constant, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Content OfNumbers(BinaryOperatorKind kind, long left, long right) => kind switch
    {
        BinaryOperatorKind.Equals => Content.Known(left == right),
        BinaryOperatorKind.NotEquals => Content.Known(left != right),
        BinaryOperatorKind.LessThan => Content.Known(left < right),
        BinaryOperatorKind.LessThanOrEqual => Content.Known(left <= right),
        BinaryOperatorKind.GreaterThan => Content.Known(left > right),
        BinaryOperatorKind.GreaterThanOrEqual => Content.Known(left >= right),
        BinaryOperatorKind.Add => Content.Known(unchecked(left + right)),
        BinaryOperatorKind.Subtract => Content.Known(unchecked(left - right)),
        BinaryOperatorKind.And => Content.Known(left & right),
        BinaryOperatorKind.Or => Content.Known(left | right),
        _ => Content.Unknown,
    };
}
