// Annotated buffers for the cases, with the attributes pasted in as a user may do.
namespace BufferLint.CodeFixes.Tests.Fixes;

internal static class Buffers
{
    public const string Source =
        """
        using System;
        using BufferLint.Annotations;

        public sealed class ByteArray
        {
            [ViewOf] public ByteView View() => new();
            [ViewOf] public OneWayView OneWayView() => new();
            [ViewOf] public ByteScope Scope() => new();
            [Moves, RefusesWhileViewed(typeof(InvalidOperationException))] public void Append(byte item) { }
            [Moves, RefusesWhileViewed(typeof(InvalidOperationException))] public int AppendAll(params byte[] items) => 0;
        }

        public sealed class ByteView : IDisposable
        {
            public byte this[int index] { get => 0; set { } }
            [Releases] public void Release() { }
            [Releases] public void Dispose() { }
        }

        public sealed class OneWayView
        {
            public byte this[int index] { get => 0; set { } }
            [Releases] public void Free() { }
        }

        public sealed class ByteScope : IDisposable
        {
            [Releases] public void Dispose() { }
        }

        public sealed class Growable
        {
            private byte[] _items = new byte[4];
            [ViewOf] public Span<byte> AsSpan() => _items;
            [Moves] public void Add(byte item) => Array.Resize(ref _items, 2 * _items.Length);
        }

        namespace BufferLint.Annotations
        {
            public sealed class ViewOfAttribute : Attribute { public ViewOfAttribute() { } public ViewOfAttribute(string owner) { } }
            public sealed class MovesAttribute : Attribute { }
            public sealed class ReleasesAttribute : Attribute { }
            public sealed class RefusesWhileViewedAttribute : Attribute { public RefusesWhileViewedAttribute(Type exception) { } }
        }
        """;
}
