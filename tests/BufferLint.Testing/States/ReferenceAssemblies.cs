// The framework references a test compiles against, read once for all tests.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Testing;

/// <summary>A set of framework reference assemblies.</summary>
public sealed class ReferenceAssemblies
{
    private readonly Lazy<ImmutableArray<MetadataReference>> references;

    private ReferenceAssemblies(string name, Func<IEnumerable<MetadataReference>> read)
    {
        TargetFramework = name;
        references = new(() => read().ToImmutableArray());
    }

    /// <summary>The framework's short name, such as <c>net10.0</c>.</summary>
    public string TargetFramework { get; }

    /// <summary>The references; the same objects at every call, so that compilations share their symbols.</summary>
    public ImmutableArray<MetadataReference> References => references.Value;

    /// <inheritdoc/>
    public override string ToString() => TargetFramework;

    private static IEnumerable<MetadataReference> FromOutput(string framework) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "ref", framework), "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(static file => MetadataReference.CreateFromFile(file));

    /// <summary>The modern frameworks.</summary>
    public static class Net
    {
        /// <summary>.NET 10, the default.</summary>
        public static ReferenceAssemblies Net100 { get; } = new("net10.0", static () => FromOutput("net10.0"));

        /// <summary>.NET 8.</summary>
        public static ReferenceAssemblies Net80 { get; } = new("net8.0", static () => Basic.Reference.Assemblies.Net80.References.All);
    }

    /// <summary>The .NET Standards; they have no <c>Span&lt;T&gt;</c>.</summary>
    public static class NetStandard
    {
        /// <summary>.NET Standard 2.0.</summary>
        public static ReferenceAssemblies NetStandard20 { get; } =
            new("netstandard2.0", static () => Basic.Reference.Assemblies.NetStandard20.References.All);
    }
}
