// Which members fill a part of a buffer and say how much, and which take all of it for data.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Members that fill buffers, and members that read them whole.</summary>
internal static class WholeBuffers
{
    /// <summary>They fill from the start of what they get, and return how much that was.</summary>
    public static ImmutableHashSet<string> Counted { get; } = ImmutableHashSet.Create(
        "Stream.Read(buffer)", "Stream.ReadAsync(buffer)", "Stream.ReadAtLeast(buffer)", "Stream.ReadAtLeastAsync(buffer)",
        "TextReader.Read(buffer)", "TextReader.ReadAsync(buffer)", "TextReader.ReadBlock(buffer)", "TextReader.ReadBlockAsync(buffer)",
        "BinaryReader.Read(buffer)", "RandomAccess.Read(buffer)", "RandomAccess.ReadAsync(buffer)",
        "Socket.Receive(buffer)", "Socket.ReceiveAsync(buffer)", "Encoding.GetBytes(bytes)", "Encoding.GetChars(chars)");

    /// <summary>They fill as much as they are told to, or as much as they copy from.</summary>
    public static ImmutableHashSet<string> Sized { get; } = ImmutableHashSet.Create(
        "Stream.ReadExactly(buffer)", "Stream.ReadExactlyAsync(buffer)", "Array.Copy(destinationArray)", "Buffer.BlockCopy(dst)",
        "Array.CopyTo(array)", "Span.CopyTo(destination)", "ReadOnlySpan.CopyTo(destination)", "Memory.CopyTo(destination)", "ReadOnlyMemory.CopyTo(destination)",
        "MemoryExtensions.CopyTo(destination)", "String.CopyTo(destination)", "List.CopyTo(array)", "Marshal.Copy(destination)", "RandomNumberGenerator.Fill(data)");

    /// <summary>All they get is data to them.</summary>
    public static ImmutableHashSet<string> Reading { get; } = ImmutableHashSet.Create(
        "HashAlgorithm.ComputeHash(buffer)", "IncrementalHash.AppendData(data)", "NonCryptographicHashAlgorithm.Append(source)",
        "MemoryExtensions.SequenceEqual(span)", "MemoryExtensions.SequenceEqual(other)", "Enumerable.SequenceEqual(first)", "Enumerable.SequenceEqual(second)",
        "Encoding.GetString(bytes)", "String..ctor(value)",
        "Convert.ToBase64String(inArray)", "Convert.ToBase64String(bytes)", "Convert.ToHexString(inArray)", "Convert.ToHexString(bytes)", "Convert.ToHexStringLower(inArray)", "Convert.ToHexStringLower(bytes)",
        "Stream.Write(buffer)", "Stream.WriteAsync(buffer)", "File.WriteAllBytes(bytes)", "File.WriteAllBytesAsync(bytes)", "RandomAccess.Write(buffer)",
        "BinaryWriter.Write(buffer)", "TextWriter.Write(buffer)", "TextWriter.WriteLine(buffer)", "TextWriter.WriteAsync(buffer)", "Socket.Send(buffer)", "Socket.SendAsync(buffer)",
        "ByteArrayContent..ctor(content)", "ReadOnlyMemoryContent..ctor(content)", "JsonSerializer.Deserialize(utf8Json)", "JsonDocument.Parse(utf8Json)",
        "Enumerable.ToArray(source)", "Enumerable.ToList(source)", "Enumerable.ToHashSet(source)", "Enumerable.Sum(source)", "Enumerable.Average(source)", "Enumerable.Max(source)", "Enumerable.Min(source)", "Enumerable.Aggregate(source)",
        "MemoryExtensions.ToArray(source)");

    /// <summary>All of what they are called on is data to them.</summary>
    public static ImmutableHashSet<string> ReadingInstances { get; } = ImmutableHashSet.Create("Array.Clone", "Span.ToArray", "Memory.ToArray");

    /// <summary>The words of bodies that may read a buffer whole.</summary>
    public static HashSet<string> ReadingNames { get; } = new(Reading.Concat(ReadingInstances).Select(WordOf).Concat(new[] { "HashData", "HashToUInt32", "HashToUInt64", "Hash" }), StringComparer.Ordinal);

    /// <summary>Whether a member fills a part of what it gets for a parameter, and returns how much.</summary>
    public static bool FillsCounted(IParameterSymbol parameter) => Says(Counted, parameter) && parameter.ContainingSymbol is IMethodSymbol { ReturnType: not IArrayTypeSymbol };

    /// <summary>Whether a member fills what it gets for a parameter, as far as it is told.</summary>
    public static bool FillsSized(IParameterSymbol parameter) => Says(Sized, parameter);

    /// <summary>Whether a member reads what it gets for a parameter as data.</summary>
    public static bool Reads(IParameterSymbol parameter) => Says(Reading, parameter) || IsHash(parameter);

    /// <summary>Whether a member reads all of the object it is called on as data.</summary>
    public static bool ReadsInstance(IMethodSymbol method) => ReadingInstances.Contains($"{method.ContainingType.Name}.{method.Name}") && IsOfFramework(method);

    /// <summary>The one-shot hashes: <c>SHA256.HashData</c> and its like.</summary>
    private static bool IsHash(IParameterSymbol parameter) =>
        parameter is { Name: "source", ContainingSymbol: IMethodSymbol { IsStatic: true, Name: "HashData" or "HashToUInt32" or "HashToUInt64" or "Hash", ContainingNamespace: { Name: "Cryptography" or "Hashing" } } method } && IsOfFramework(method);

    private static bool Says(ImmutableHashSet<string> table, IParameterSymbol parameter)
    {
        for (var method = parameter.ContainingSymbol as IMethodSymbol; method is not null; method = method.OverriddenMethod)
        {
            if (IsOfFramework(method) && method.Parameters.Length > parameter.Ordinal && table.Contains($"{method.ContainingType.Name}.{method.Name}({method.Parameters[parameter.Ordinal].Name})"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfFramework(IMethodSymbol method)
    {
        var space = method.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }

    private static string WordOf(string row)
    {
        var member = row.Split('(')[0];
        return member.EndsWith("..ctor", System.StringComparison.Ordinal) ? member.Split('.')[0] : member.Split('.')[1];
    }
}
