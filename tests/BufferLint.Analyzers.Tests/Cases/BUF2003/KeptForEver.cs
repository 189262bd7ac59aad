// Leases in fields of which nobody in the type takes them to release them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class KeptForEver
{
    [Fact]
    public Task InAConstructor() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Native
        {
            private readonly IntPtr _at;

            public Native() { _at = {|BUF2003:Marshal.AllocHGlobal(16)|}; }

            public int First() => Marshal.ReadInt32(_at);
        }

        public sealed class Pinned
        {
            private readonly byte[] _data = new byte[10];
            private GCHandle _handle;

            public Pinned() { _handle = {|BUF2003:GCHandle.Alloc(_data, GCHandleType.Pinned)|}; }

            public IntPtr At => _handle.AddrOfPinnedObject();
        }

        public sealed class Pooled
        {
            private readonly byte[] _page = {|BUF2006:ArrayPool<byte>.Shared.Rent(16)|};

            public byte First => _page[0];

            public int Fill(Stream stream) => stream.Read(_page, 0, 16);
        }
        """));

    [Fact]
    public Task SomebodyMayRelease() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class ByAFinalizer
        {
            private IntPtr _at;

            public ByAFinalizer() { _at = Marshal.AllocHGlobal(16); }

            ~ByAFinalizer() => Marshal.FreeHGlobal(_at);
        }

        public sealed class ByAnAlias : IDisposable
        {
            private byte[] _page;

            public ByAnAlias() => _page = ArrayPool<byte>.Shared.Rent(16);

            public void Dispose() { var page = _page; _page = null; if (page != null) { ArrayPool<byte>.Shared.Return(page); } }
        }

        public sealed class ByOthers
        {
            private readonly IntPtr _at = Marshal.AllocHGlobal(16);

            public IntPtr At => _at;
        }

        public sealed class ByAnotherMethod
        {
            private readonly byte[] _page = ArrayPool<byte>.Shared.Rent(16);

            public void End() => Give(_page);

            static void Give(byte[] page) { }
        }

        public sealed class ForLife
        {
            public static readonly ForLife Instance = new();

            private readonly IntPtr _at = Marshal.AllocHGlobal(16);

            public int First() => Marshal.ReadInt32(_at);
        }

        public sealed class ByWhoeverHadItBefore
        {
            private int[] _items = ArrayPool<int>.Shared.Rent(16);

            public void Renew() => _items = new int[32];

            public int First => _items[0];
        }

        public class ByWhoDerives
        {
            protected readonly IntPtr At = Marshal.AllocHGlobal(16);
        }
        """));
}
