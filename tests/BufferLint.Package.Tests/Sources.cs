// The faulty sources the fresh projects hold.
namespace BufferLint.Package.Tests;

internal static class Sources
{
    /// <summary>A list grows under a span at line 9; the twin above it takes the span again.</summary>
    public static string ListGrows(string type = "Orders") => $$"""
        using System.Collections.Generic; using System.Runtime.InteropServices;
        public static class {{type}}
        {
            public static void Silent(List<int> list) { var view = CollectionsMarshal.AsSpan(list); list.Add(1); view = CollectionsMarshal.AsSpan(list); view[0] = 2; }
            public static void Probe() { }
            public static void Faulty(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                list.Add(1);
                view[0] = 2;
            }
        }

        """;

    /// <summary>Only what .NET Standard 2.0 has: a stream grows under its raw array at line 7, an array under a reference at line 13.</summary>
    public const string StreamAndArrayGrow = """
        using System; using System.IO;
        public static class Packets
        {
            public static int Header(MemoryStream stream, byte[] body)
            {
                var header = stream.GetBuffer();
                stream.Write(body, 0, body.Length);
                return header[0];
            }
            public static int[] First(int[] items)
            {
                ref var first = ref items[0];
                Array.Resize(ref items, items.Length * 2);
                first = 1;
                return items;
            }
        }

        """;

    /// <summary>Code in the middle of being typed, around the calls BufferLint looks at.</summary>
    public const string HalfTyped = """
        using System; using System.Collections.Generic; using System.Runtime.InteropServices;
        public static class Orders
        {
            public static void NoSuchMember(List<int> list) { var view = CollectionsMarshal.AsSpan(list); list.Ad(1); view[0] = 2; }
            public static void NoArgument(List<int> list) { var view = CollectionsMarshal.AsSpan(); list.Add(); view[0] = ; }
            public static void NoType(List<Nowhere> list) { var view = CollectionsMarshal.AsSpan(list); list.Add(new()); view[0].X = 2; }
            public static void NoEnd(List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                list.Add(1
                view[
        """;
}
