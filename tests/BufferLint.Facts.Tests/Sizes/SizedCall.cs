// A call of a member with sizes that are chosen: arrays, texts and blocks of so many elements, and numbers.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Sizes;

/// <summary>Sizes by the names of parameters, <c>this</c> among them.</summary>
internal sealed class SizedCall(MethodBase member, IReadOnlyDictionary<string, int> sizes) : IDisposable
{
    /// <summary>How many bytes blocks really have, so that a call that goes too far in one harms nobody.</summary>
    private const int Room = 256;

    private const byte Untouched = 0xEE;

    /// <summary>Who has the members that are not called on what is measured.</summary>
    private static readonly (Type Type, Func<object> Make)[] Receivers =
    [
        (typeof(Stream), static () => Filled()),
        (typeof(BinaryReader), static () => new BinaryReader(Filled())),
        (typeof(BinaryWriter), static () => new BinaryWriter(new MemoryStream())),
        (typeof(TextReader), static () => new StringReader(new string('a', Room))),
        (typeof(TextWriter), static () => new StringWriter()),
        (typeof(StringBuilder), static () => new StringBuilder()),
        (typeof(Encoding), static () => Encoding.UTF8),
        (typeof(HashAlgorithm), SHA256.Create),
        (typeof(RandomNumberGenerator), RandomNumberGenerator.Create),
        (typeof(Socket), static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)),
        (typeof(ArrayPool<int>), static () => ArrayPool<int>.Shared),
        (typeof(IBufferWriter<int>), static () => new ArrayBufferWriter<int>()),
        (typeof(Guid), static () => default(Guid)),
    ];

    private readonly Dictionary<string, nint> _blocks = [];

    /// <summary>How many bytes of a block the call has written.</summary>
    public int Written(string name)
    {
        var block = new byte[Room];
        Marshal.Copy(_blocks[name], block, 0, Room);
        return Array.FindLastIndex(block, static value => value != Untouched) + 1;
    }

    /// <summary>Calls, and says how long the result is; <see langword="null"/> if it has no length.</summary>
    public int? Run()
    {
        var arguments = member.GetParameters().Select(parameter => Argument(parameter.ParameterType, parameter.Name!));
        if (!member.IsStatic && !member.IsConstructor)
        {
            arguments = arguments.Prepend(Sized(member.DeclaringType!, "this") ?? Receivers.First(row => row.Type == member.DeclaringType).Make());
        }

        return Invoker.PrepareToMeasure(member, [.. arguments])() switch
        {
            int length => length,
            Array array => array.Length,
            string text => text.Length,
            Memory<int> memory => memory.Length,
            ReadOnlyMemory<int> memory => memory.Length,
            ReadOnlyMemory<char> memory => memory.Length,
            ArraySegment<int> segment => segment.Count,
            _ => null,
        };
    }

    /// <summary>What a formula comes to in this call.</summary>
    public static int Value(SizeFormula formula, MethodBase member, IReadOnlyDictionary<string, int> sizes) =>
        formula.Parts.Sum(part => part.Factors.Aggregate(part.IsNegative ? -1 : 1, (product, atom) => product * Value(atom, member, sizes)));

    /// <summary>Whether nothing but an address is known of what is in a parameter.</summary>
    public static bool IsAddress(MethodBase member, string name) => TypeOf(member, name) is { } type && (type.IsPointer || type.IsByRef || type == typeof(nint));

    /// <summary>Whether a parameter is a number.</summary>
    public static bool IsNumber(MethodBase member, string name) => TypeOf(member, name) is { } type && (type == typeof(int) || type == typeof(long) || type == typeof(uint) || type == typeof(ulong) || type == typeof(nuint));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var block in _blocks.Values)
        {
            Marshal.FreeHGlobal(block);
        }
    }

    private static int Value(SizeAtom atom, MethodBase member, IReadOnlyDictionary<string, int> sizes) => atom.Kind switch
    {
        SizeAtomKind.Constant => atom.Value,
        SizeAtomKind.Bytes => sizes[atom.Name] * (IsAddress(member, atom.Name) ? 1 : ElementSize(TypeOf(member, atom.Name)!)),
        SizeAtomKind.ElementSize => ElementSize(TypeOf(member, atom.Name)!),
        SizeAtomKind.TypeSize => sizeof(int),
        _ => sizes[atom.Name],
    };

    private static int ElementSize(Type type)
    {
        var element = type == typeof(Array) ? typeof(int) : type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        return element == typeof(char) ? sizeof(char) : Marshal.SizeOf(element);
    }

    private static Type? TypeOf(MethodBase member, string name) =>
        name == "this" ? member.DeclaringType : member.GetParameters().FirstOrDefault(parameter => parameter.Name == name)?.ParameterType;

    private static MemoryStream Filled()
    {
        var stream = new MemoryStream();
        stream.Write(new byte[Room]);
        stream.Position = 0;
        return stream;
    }

    private object? Argument(Type type, string name)
    {
        if (IsNumber(member, name))
        {
            var number = sizes.GetValueOrDefault(name);
            return type == typeof(nuint) ? (nuint)number : Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (type.IsPointer || type == typeof(nint))
        {
            return Block(name);
        }

        var held = type.IsByRef ? type.GetElementType()! : type;
        return Sized(held, name) ?? (held == typeof(Stream) ? Filled() : held.IsValueType ? Activator.CreateInstance(held) : null);
    }

    private nint Block(string name)
    {
        var block = _blocks[name] = Marshal.AllocHGlobal(Room);
        var isRead = name is "source";
        Marshal.Copy([.. Enumerable.Repeat(isRead ? (byte)0 : Untouched, Room)], 0, block, Room);
        return block;
    }

    private object? Sized(Type type, string name)
    {
        var size = sizes.GetValueOrDefault(name, Experiment.Plenty);
        return type switch
        {
            _ when type == typeof(string) => new string('a', size),
            _ when type == typeof(Array) => new int[size],
            _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, size),
            { IsByRefLike: true } => Array.CreateInstance(type.GetGenericArguments()[0], size),
            { IsGenericType: true } when type.GetGenericTypeDefinition() is var open && (open == typeof(Memory<>) || open == typeof(ReadOnlyMemory<>) || open == typeof(ArraySegment<>)) =>
                Activator.CreateInstance(type, Array.CreateInstance(type.GetGenericArguments()[0], size)),
            _ => null,
        };
    }
}
