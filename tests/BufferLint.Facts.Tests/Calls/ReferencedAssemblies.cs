// The assemblies whose members the tables speak of.
using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BufferLint.ExecutedFacts.Calls;

internal static class ReferencedAssemblies
{
    /// <summary>The whole framework as installed, and the packages this project refers to.</summary>
    public static ImmutableArray<Assembly> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll").Order(StringComparer.Ordinal).Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path))),
        typeof(CommunityToolkit.HighPerformance.ListExtensions).Assembly,
        typeof(System.Numerics.Tensors.Tensor).Assembly,
        typeof(Microsoft.Extensions.ObjectPool.ObjectPool).Assembly,
        typeof(Microsoft.IO.RecyclableMemoryStream).Assembly,
    ];
}
