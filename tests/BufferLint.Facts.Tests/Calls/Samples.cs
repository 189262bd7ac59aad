// Arguments for any parameter: what a member needs to do what the tables say of it.
using System;
using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BufferLint.ExecutedFacts.Subjects;

namespace BufferLint.ExecutedFacts.Calls;

/// <summary>Makes sample arguments for the call of one member on one owner.</summary>
/// <param name="subject">The owner.</param>
/// <param name="length">How many elements arrays and spans have.</param>
internal sealed class Samples(Subject subject, int length)
{
    private static readonly string[] Removing = ["Remove", "Except", "Intersect"];

    /// <summary>The number of elements of an argument whose elements are counted.</summary>
    public const int Many = 3;

    /// <summary>A receiver for members whose owner is an argument.</summary>
    public static object Receiver(Type type) =>
        type.IsAssignableFrom(typeof(MemoryStream)) ? new MemoryStream([1, 2, 3, 4, 5, 6, 7, 8]) : throw new NotSupportedException($"No receiver of {type} is known.");

    /// <summary>An argument.</summary>
    /// <param name="member">The member called.</param>
    /// <param name="open">The parameter as declared, with its type parameters.</param>
    /// <param name="closed">The same with type arguments.</param>
    public object? Argument(MethodBase member, ParameterInfo open, ParameterInfo closed)
    {
        var type = closed.ParameterType.IsByRef ? closed.ParameterType.GetElementType()! : closed.ParameterType;
        var isPresent = Removing.Any(verb => member.Name.StartsWith(verb, StringComparison.Ordinal)) || open.Name == "oldValue";
        var isItem = open.ParameterType.IsGenericParameter || (member.DeclaringType == typeof(IList) && type == typeof(object));
        return Keyed(type, open, isPresent) ?? (isItem && type.IsAssignableFrom(typeof(int)) ? isPresent ? 1 : 77 : Value(type, open.Name!, isPresent));
    }

    private object? Keyed(Type type, ParameterInfo open, bool isPresent) =>
        open.ParameterType.IsGenericParameter || open.ParameterType.IsGenericType || type.IsGenericType ? subject.Argument(type, isPresent) : null;

    private object? Value(Type type, string name, bool isPresent)
    {
        if (Known(type, name, isPresent) is { } known)
        {
            return known;
        }

        if (type.IsByRefLike || type.IsArray)
        {
            return Array(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0], name, isPresent);
        }

        return type.IsGenericType ? Generic(type, name, isPresent) : type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private static object? Known(Type type, string name, bool isPresent) => type switch
    {
        _ when type == typeof(string) => name == "format" ? "{0}" : isPresent ? "a" : "text",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => name is "start" or "offset" || name.EndsWith("ndex", StringComparison.Ordinal) ? 0 : 1,
        _ when type == typeof(object) => new int[8],
        _ when type == typeof(int[]) && name == "value" => new int[8],
        _ when type == typeof(Type) => typeof(int[]),
        _ when type == typeof(BitArray) => new BitArray(8),
        _ when type == typeof(CompositeFormat) => CompositeFormat.Parse("{0}"),
        _ when type == typeof(StringBuilder) => new StringBuilder("text"),
        _ when type == typeof(Stream) => new MemoryStream(),
        _ when type == typeof(Encoding) => Encoding.UTF8,
        _ when type == typeof(Encoder) => Encoding.UTF8.GetEncoder(),
        _ when type == typeof(Decoder) => Encoding.UTF8.GetDecoder(),
        _ when type == typeof(ICryptoTransform) => new ToBase64Transform(),
        _ when type == typeof(CryptoStreamMode) => CryptoStreamMode.Write,
        _ when type == typeof(CompressionMode) => CompressionMode.Compress,
        _ when type == typeof(ZLibCompressionOptions) => new ZLibCompressionOptions(),
        _ when type == typeof(BrotliCompressionOptions) => new BrotliCompressionOptions(),
        _ when type == typeof(JsonSerializerOptions) => JsonSerializerOptions.Default,
        _ when type == typeof(JsonSerializerContext) => new ArrayContext(),
        _ when type.IsAssignableTo(typeof(JsonTypeInfo)) => JsonSerializerOptions.Default.GetTypeInfo(typeof(int[])),
        _ => null,
    };

    private object? Generic(Type type, string name, bool isPresent)
    {
        var item = type.GetGenericArguments()[0];
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Predicate<>))
        {
            return (Predicate<int>)(number => number == 1);
        }

        if (definition == typeof(Comparison<>))
        {
            return (Comparison<int>)((left, right) => left.CompareTo(right));
        }

        var array = definition == typeof(IComparer<>) || definition == typeof(IEqualityComparer<>) ? null : Array(item, name, isPresent);
        return definition switch
        {
            _ when definition == typeof(IEnumerable<>) => array,
            _ when definition == typeof(ReadOnlyMemory<>) || definition == typeof(Memory<>) || definition == typeof(ReadOnlySequence<>) => Activator.CreateInstance(type, array),
            _ when definition == typeof(ImmutableArray<>) => ImmutableArray.Create((int[])array!),
            _ when definition == typeof(ImmutableArray<>.Builder) => ImmutableArray.Create((int[])array!).ToBuilder(),
            _ when definition == typeof(ArrayPool<>) => ArrayPool<int>.Shared,
            _ => null,
        };
    }

    private System.Array Array(Type item, string name, bool isPresent)
    {
        var array = System.Array.CreateInstance(item, isPresent ? 1 : length);
        for (var index = 0; index < array.Length; index++)
        {
            array.SetValue(subject.Argument(item, isPresent) ?? Element(item, isPresent, name, index), index);
        }

        return array;
    }

    private static object? Element(Type item, bool isPresent, string name, int index) =>
        item == typeof(int) ? isPresent ? 1 : 77 + index :
        item == typeof(char) ? name == "oldValue" ? 'a' : 'x' :
        item == typeof(byte) ? (byte)'7' :
        item.IsValueType ? Activator.CreateInstance(item) : "text";

    /// <summary>A context as the source generator would write it, by reflection.</summary>
    private sealed class ArrayContext() : JsonSerializerContext(null)
    {
        protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

        public override JsonTypeInfo? GetTypeInfo(Type type) => new DefaultJsonTypeInfoResolver().GetTypeInfo(type, Options);
    }
}
