// Sources about leases, with the usings they need.
namespace BufferLint.Tests.Cases;

internal static class LeaseSource
{
    private const string Usings = """
        using System;
        using System.Buffers;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.IO; using System.IO.Pipelines;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Text; using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    /// <summary>The package of object pools is no part of the framework: its base type as source, matched by name.</summary>
    private const string ObjectPool = """
        namespace Microsoft.Extensions.ObjectPool
        {
            public abstract class ObjectPool<T> where T : class
            {
                public abstract T Get();

                public abstract void Return(T obj);
            }
        }

        """;

    /// <summary>A compilation unit whose class <c>C</c> has the members.</summary>
    public static string Members(string members) => $"{Usings}\nclass C\n{{\n{members}\n}}\n";

    /// <summary>A compilation unit with the types.</summary>
    public static string Types(string types) => $"{Usings}\n{types}\n";

    /// <summary>A compilation unit whose class <c>C</c> has the members, and that knows object pools.</summary>
    public static string PooledObjects(string members) => $"{Usings}using Microsoft.Extensions.ObjectPool;\n\nclass C\n{{\n{members}\n}}\n\n{ObjectPool}";
}
