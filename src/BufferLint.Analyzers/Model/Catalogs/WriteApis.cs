// Framework members that write what they are given: where a span or memory goes in that could be a read-only one, it is to be
// filled; arrays, references and addresses are told by name.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model.Catalogs;

internal static class WriteApis
{
    /// <summary>The parameters that are told by name, by the type and member that declares them.</summary>
    public static ImmutableHashSet<(string Type, string Member, string Parameter)> ByName { get; } = ImmutableHashSet.Create(
        ("System.MemoryExtensions", "Sort", "span"),
        ("System.MemoryExtensions", "Sort", "keys"),
        ("System.MemoryExtensions", "Sort", "items"),
        ("System.MemoryExtensions", "Reverse", "span"),
        ("System.MemoryExtensions", "Replace", "span"),
        ("System.MemoryExtensions", "CopyTo", "destination"),
        ("System.MemoryExtensions", "TryWrite", "destination"),
        ("System.MemoryExtensions", "ToUpperInvariant", "destination"),
        ("System.MemoryExtensions", "ToLowerInvariant", "destination"),
        ("System.MemoryExtensions", "ToUpper", "destination"),
        ("System.MemoryExtensions", "ToLower", "destination"),
        ("System.Runtime.InteropServices.MemoryMarshal", "Write", "destination"),
        ("System.Runtime.InteropServices.MemoryMarshal", "TryWrite", "destination"),
        ("System.Array", "Clear", "array"),
        ("System.Array", "Fill", "array"),
        ("System.Array", "Reverse", "array"),
        ("System.Array", "Sort", "array"),
        ("System.Array", "Sort", "keys"),
        ("System.Array", "Sort", "items"),
        ("System.Array", "Copy", "destinationArray"),
        ("System.Array", "ConstrainedCopy", "destinationArray"),
        ("System.Array", "CopyTo", "array"),
        ("System.Collections.Generic.List`1", "CopyTo", "array"),
        ("System.Buffer", "BlockCopy", "dst"),
        ("System.Buffer", "SetByte", "array"),
        ("System.Buffer", "MemoryCopy", "destination"),
        ("System.Random", "NextBytes", "buffer"),
        ("System.IO.Stream", "Read", "buffer"),
        ("System.IO.Stream", "ReadAsync", "buffer"),
        ("System.IO.Stream", "ReadExactly", "buffer"),
        ("System.IO.TextReader", "Read", "buffer"),
        ("System.Text.Encoding", "GetBytes", "bytes"),
        ("System.Text.Encoding", "GetChars", "chars"),
        ("System.String", "CopyTo", "destination"),
        ("System.Security.Cryptography.CryptographicOperations", "ZeroMemory", "buffer"),
        ("System.Runtime.CompilerServices.Unsafe", "Write", "destination"),
        ("System.Runtime.CompilerServices.Unsafe", "WriteUnaligned", "destination"),
        ("System.Runtime.CompilerServices.Unsafe", "Copy", "destination"),
        ("System.Runtime.CompilerServices.Unsafe", "CopyBlock", "destination"),
        ("System.Runtime.CompilerServices.Unsafe", "CopyBlockUnaligned", "destination"),
        ("System.Runtime.CompilerServices.Unsafe", "InitBlock", "startAddress"),
        ("System.Runtime.CompilerServices.Unsafe", "InitBlockUnaligned", "startAddress"),
        ("System.Runtime.InteropServices.Marshal", "Copy", "destination"),
        ("System.Runtime.InteropServices.Marshal", "WriteByte", "ptr"),
        ("System.Runtime.InteropServices.Marshal", "WriteInt16", "ptr"),
        ("System.Runtime.InteropServices.Marshal", "WriteInt32", "ptr"),
        ("System.Runtime.InteropServices.Marshal", "WriteInt64", "ptr"),
        ("System.Runtime.InteropServices.Marshal", "WriteIntPtr", "ptr"),
        ("System.Runtime.InteropServices.Marshal", "StructureToPtr", "ptr"),
        ("System.Runtime.InteropServices.NativeMemory", "Clear", "ptr"),
        ("System.Runtime.InteropServices.NativeMemory", "Fill", "ptr"),
        ("System.Runtime.InteropServices.NativeMemory", "Copy", "destination"),
        ("System.Threading.Volatile", "Write", "location"));

    private static readonly ImmutableHashSet<string> OnView = ImmutableHashSet.Create("Fill", "Clear");

    private static readonly ImmutableHashSet<string> OnCollection = ImmutableHashSet.Create(
        "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Sort", "Reverse", "TryAdd", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith", "EnsureCapacity", "TrimExcess");

    private static readonly ImmutableHashSet<string> SpansThatAreRead = ImmutableHashSet.Create("System.MemoryExtensions", "System.Runtime.InteropServices.MemoryMarshal", "System.Runtime.CompilerServices.Unsafe", "System.Runtime.InteropServices.CollectionsMarshal");

    /// <summary>Whether a framework member writes the elements of what a parameter is given.</summary>
    public static bool WritesParameter(ISymbol member, IParameterSymbol parameter)
    {
        if (member is not IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.Conversion or MethodKind.DelegateInvoke), ContainingType: { } type } method || !IsOfFramework(method))
        {
            return parameter.ContainingSymbol is IMethodSymbol native && IsOutOfNative(native, parameter);
        }

        if (parameter.OriginalDefinition.Type is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, MetadataName: "Span`1" or "Memory`1" } && !TakesToRead(method.Name) && !SpansThatAreRead.Contains(MetadataName.Of(type.OriginalDefinition)))
        {
            return !IsImmutable(type);
        }

        if (parameter.OriginalDefinition.Type is IArrayTypeSymbol or IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_Array } || parameter.RefKind == RefKind.Ref || ViewTypes.IsOverArray(parameter.Type))
        {
            return IsStoredTo(type, method, parameter) || Declarers(type).Any(declarer => ByName.Contains((declarer, method.Name, parameter.Name)));
        }

        return false;
    }

    /// <summary>Whether a member writes the storage of, or changes, what it is called on.</summary>
    public static bool WritesReceiver(ISymbol member)
    {
        var (name, type) = (member.Name, member.ContainingType);
        if (type is null || member.IsStatic || !IsOfFramework(member))
        {
            return false;
        }

        if (ViewTypes.IsOverArray(type))
        {
            return OnView.Contains(name);
        }

        if (type.ContainingNamespace.ToDisplayString() is var space && space.StartsWith("System.Collections", StringComparison.Ordinal))
        {
            return OnCollection.Contains(name) && ReadOnlyTypes.IsWritable(type.OriginalDefinition);
        }

        return (IsStream(type) && (name.StartsWith("Write", StringComparison.Ordinal) || name is "SetLength" or "BeginWrite")) ||
            (space == "System.IO" && type.Name == "UnmanagedMemoryAccessor" && name.StartsWith("Write", StringComparison.Ordinal));
    }

    /// <summary>Whether native code may write a text that it is given itself, rather than a copy.</summary>
    private static bool IsOutOfNative(IMethodSymbol method, IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String } && NativeCalls.IsNative(method) &&
        parameter.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "OutAttribute", ContainingNamespace.Name: "InteropServices" });

    private static bool IsStoredTo(INamedTypeSymbol type, IMethodSymbol method, IParameterSymbol parameter) =>
        (parameter.Ordinal == 0 && type is { Name: "Interlocked", ContainingNamespace.Name: "Threading" } && method.Name is not ("Read" or "MemoryBarrier")) ||
        (type.ContainingNamespace is { Name: "Intrinsics" or "X86" or "Arm" or "Wasm" or "Numerics" } && method.Name.StartsWith("Store", StringComparison.Ordinal) && (parameter.Type is IPointerTypeSymbol || parameter.RefKind == RefKind.Ref));

    /// <summary>Whether a member makes something of what it is given, or may as well send it: an operation on sockets takes one type of buffer for both ways.</summary>
    private static bool TakesToRead(string name) =>
        name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("Send", StringComparison.Ordinal) || name == "SetBuffer";

    private static bool IsImmutable(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Immutable" };

    private static System.Collections.Generic.IEnumerable<string> Declarers(INamedTypeSymbol type)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            yield return MetadataName.Of(next.OriginalDefinition);
        }
    }

    private static bool IsStream(INamedTypeSymbol type)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            if (next is { Name: "Stream", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfFramework(ISymbol member) =>
        member.ContainingType is { DeclaringSyntaxReferences.IsEmpty: true } && RootOf(member.ContainingNamespace) == "System";

    private static string RootOf(INamespaceSymbol space) => space is { ContainingNamespace: { IsGlobalNamespace: false } outer } ? RootOf(outer) : space.Name;
}
