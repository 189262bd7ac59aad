// A pasted copy of the attributes, and a byte array annotated with them: views of it are counted, as Python counts the
// exports of a bytearray; windows are plain spans.
namespace BufferLint.Tests.Cases.BUF1001;

internal static class AnnotatedSource
{
    /// <summary>The attributes as a user may paste them.</summary>
    public const string Attributes = """

        namespace BufferLint.Annotations
        {
            [System.Diagnostics.Conditional("BUFFERLINT_ANNOTATIONS")]
            internal sealed class MovesAttribute : System.Attribute { }

            [System.Diagnostics.Conditional("BUFFERLINT_ANNOTATIONS")]
            internal sealed class ReadOnlyViewAttribute : System.Attribute { }

            [System.Diagnostics.Conditional("BUFFERLINT_ANNOTATIONS")]
            internal sealed class ReleasesAttribute : System.Attribute { }

            [System.Diagnostics.Conditional("BUFFERLINT_ANNOTATIONS")]
            internal sealed class RefusesWhileViewedAttribute : System.Attribute
            {
                public RefusesWhileViewedAttribute(System.Type exception) { }
            }

            [System.Diagnostics.Conditional("BUFFERLINT_ANNOTATIONS")]
            internal sealed class ViewOfAttribute : System.Attribute
            {
                public ViewOfAttribute() { }
                public ViewOfAttribute(string owner) { }
            }
        }
        """;

    /// <summary>The byte array, without bodies that matter.</summary>
    public const string ByteArray = """

        public class BufferError : InvalidOperationException { }

        public sealed class ByteArray
        {
            private byte[] _storage = new byte[8];
            private int _exports;

            public byte this[int index] { get => _storage[index]; set => _storage[index] = value; }
            public int Length => _storage.Length;

            [ViewOf] public ByteView View() => new(this);
            [ViewOf, ReadOnlyView] public ByteView ViewReadOnly() => new(this);
            [ViewOf] public Span<byte> Window(int start) => _storage.AsSpan(start);

            [Moves, RefusesWhileViewed(typeof(BufferError))] public void Append(byte item) => Check();
            [Moves, RefusesWhileViewed(typeof(BufferError))] public void Resize(int length) => Check();
            [RefusesWhileViewed(typeof(BufferError))] public void Clear() => Check();

            private void Check() { if (_exports > 0) throw new BufferError(); }
        }

        public sealed class ByteView : IDisposable
        {
            private readonly ByteArray _owner;
            internal ByteView(ByteArray owner) => _owner = owner;

            public byte this[int index] { get => _owner[index]; set => _owner[index] = value; }
            public int Length => _owner.Length;
            [ViewOf] public ByteView Slice(int start, int length) => new(_owner);
            public byte[] ToArray() => new byte[0];
            [Releases] public void Release() { }
            [Releases] public void Dispose() => Release();
        }

        """;

    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nusing BufferLint.Annotations;\n";

    /// <summary>A compilation unit whose class <c>C</c> has the members and knows the byte array.</summary>
    public static string WithByteArray(string members) => $"{Usings}\nclass C\n{{\n{members}\n}}\n{ByteArray}\n{Attributes}\n";

    /// <summary>A compilation unit with the types and the attributes.</summary>
    public static string WithAttributes(string types) => $"{Usings}using System.Runtime.InteropServices;\n\n{types}\n{Attributes}\n";
}
