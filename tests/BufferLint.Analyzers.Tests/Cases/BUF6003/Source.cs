// The file around the members of a case.
namespace BufferLint.Tests.Cases.BUF6003;

internal static class Source
{
    /// <summary>A compilable file with some members of one type.</summary>
    public static string Members(string members) => $$"""
        using System;
        using System.Buffers;
        using System.Buffers.Binary;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        {{(members.Contains("await ", System.StringComparison.Ordinal) || members.Contains("yield ", System.StringComparison.Ordinal) ? string.Empty : "unsafe ")}}class C
        {
        {{members}}
        }
        """;
}
