// Methods whose callers know by the name, or by what the type is for, that memory they pass is kept.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

internal static class KeepingByPurpose
{
    /// <summary>The first words of names under which memory is handed over.</summary>
    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        "Add", "Append", "Apply", "Assign", "Attach", "Begin", "Bind", "Build", "Cache", "Configure", "Create", "Defer", "Enqueue", "Feed", "From", "Give", "Hold", "Import", "Init", "Initialize", "Insert", "Install", "Keep",
        "Load", "Map", "Offer", "Open", "Own", "Pass", "Place", "Populate", "Prepend", "Provide", "Push", "Put", "Queue", "Rebind", "Register", "Remember", "Replace", "Reset", "Restart", "Restore", "Retain", "Save", "Seed",
        "Set", "Setup", "Start", "Store", "Supply", "Take", "Transfer", "Try", "Update", "Use", "With", "Wrap");

    /// <summary>The last words of names of types that are there to have memory.</summary>
    private static readonly ImmutableHashSet<string> Holders = ImmutableHashSet.Create(
        "Buffer", "Builder", "Cache", "Chunk", "Collection", "Cursor", "Enumerator", "Fake", "Iterator", "List", "Memory", "Mock", "Pipe", "Pool", "Queue", "Reader", "Segment", "Sequence", "Set", "Stack", "Stream", "Stub", "View", "Window", "Writer");

    private static readonly ImmutableHashSet<string> Bases = ImmutableHashSet.Create(
        "System.Buffers.ReadOnlySequenceSegment`1", "System.Buffers.MemoryManager`1", "System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.Pipelines.PipeReader", "System.IO.Pipelines.PipeWriter");

    private static readonly ImmutableHashSet<string> Interfaces = ImmutableHashSet.Create(
        "System.Buffers.IBufferWriter`1", "System.Buffers.IMemoryOwner`1", "System.Collections.IEnumerable", "System.Collections.IEnumerator", "System.Collections.Generic.IAsyncEnumerable`1");

    /// <summary>Whether a public method keeps what it is given by purpose, or answers to somebody else's contract.</summary>
    public static bool Says(IMethodSymbol method) =>
        method.IsOverride || !IsCommand(method) || IsSaidBy(method.Name) || IsHolder(method.ContainingType) || ImplementsOther(method);

    /// <summary>Whether a method says by its name that memory is handed over to it.</summary>
    public static bool IsSaidBy(string method) => Verbs.Contains(FirstWord(method));

    /// <summary>Whether nothing comes out that could have the memory, and say so.</summary>
    private static bool IsCommand(IMethodSymbol method) =>
        method.ReturnsVoid || WorkTypes.IsAwaitable(method.ReturnType) || method.ReturnType.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double;

    private static bool IsHolder(INamedTypeSymbol type) =>
        type.IsValueType || Holders.Contains(LastWord(type.Name)) ||
        type.AllInterfaces.Any(static implemented => Interfaces.Contains(MetadataName.Of(implemented.OriginalDefinition))) || IsDerived(type);

    private static bool IsDerived(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (Bases.Contains(MetadataName.Of(parent.OriginalDefinition)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the method stands in for one of another assembly, whose documentation says what it may do.</summary>
    private static bool ImplementsOther(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .Where(static implemented => implemented.DeclaringSyntaxReferences.IsEmpty)
        .SelectMany(implemented => implemented.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>The name may still be missing.</summary>
    private static string FirstWord(string name)
    {
        var end = Math.Min(1, name.Length);
        while (end < name.Length && !char.IsUpper(name[end]))
        {
            end++;
        }

        return name.Substring(0, end);
    }

    private static string LastWord(string name)
    {
        var start = Math.Max(0, name.Length - 1);
        while (start > 0 && !char.IsUpper(name[start]))
        {
            start--;
        }

        return name.Substring(start);
    }
}
