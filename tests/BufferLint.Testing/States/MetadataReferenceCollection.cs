// References that a test adds to the framework's.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace BufferLint.Testing;

/// <summary>References beyond the framework's, given as references, files or loaded assemblies.</summary>
public sealed class MetadataReferenceCollection : List<MetadataReference>
{
    private static readonly ConcurrentDictionary<string, MetadataReference> ByPath = new();

    /// <summary>Adds the assembly file at a path.</summary>
    public void Add(string path) => Add(ByPath.GetOrAdd(path, static file => MetadataReference.CreateFromFile(file)));

    /// <summary>Adds the file of a loaded assembly.</summary>
    public void Add(Assembly assembly) => Add(assembly.Location);
}
