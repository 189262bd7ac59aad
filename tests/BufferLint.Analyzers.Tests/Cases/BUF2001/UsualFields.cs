// Fields that hold leases as programs have them: none of these is wrong.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class UsualFields
{
    [Fact]
    public Task CacheOfArrays() => Verify.VerifyAnalyzerAsync(Types("""
        class Cache : IDisposable
        {
            readonly Dictionary<int, byte[]> _d = new();
            public byte[] Get(int k)
            {
                if (!_d.TryGetValue(k, out var a))
                {
                    a = ArrayPool<byte>.Shared.Rent(k);
                    _d[k] = a;
                }

                return a;
            }

            public byte[] Get2(int k)
            {
                ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_d, k, out _);
                return slot ??= ArrayPool<byte>.Shared.Rent(k);
            }

            public void Drop(int k)
            {
                if (_d.Remove(k, out var a))
                    ArrayPool<byte>.Shared.Return(a);
            }

            public void Dispose()
            {
                foreach (var kv in _d)
                    ArrayPool<byte>.Shared.Return(kv.Value);
                foreach (var v in _d.Values)
                    Console.WriteLine();
                _d.Clear();
            }
        }
        """));

    [Fact]
    public Task ChainOfNodes() => Verify.VerifyAnalyzerAsync(Types("""
        class Node
        {
            public byte[]? Buf;
            public Node? Next;
        }

        class C
        {
            Node? _head;
            void Free()
            {
                for (var n = _head; n != null; n = n.Next)
                {
                    if (n.Buf != null)
                    {
                        ArrayPool<byte>.Shared.Return(n.Buf);
                        n.Buf = null;
                    }
                }

                _head = null;
            }

            void Free2()
            {
                var n = _head;
                while (n != null)
                {
                    ArrayPool<byte>.Shared.Return(n.Buf!);
                    n = n.Next;
                }
            }

            void Free3()
            {
                while (_head != null)
                {
                    var b = _head.Buf!;
                    _head = _head.Next;
                    ArrayPool<byte>.Shared.Return(b);
                }
            }
        }
        """));

    [Fact]
    public Task CachedByThread() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            [ThreadStatic]
            static byte[]? t_buf;
            static byte[] Get()
            {
                var b = t_buf ?? ArrayPool<byte>.Shared.Rent(8);
                t_buf = null;
                return b;
            }

            static void Put(byte[] b)
            {
                var old = t_buf;
                t_buf = b;
                if (old != null)
                    ArrayPool<byte>.Shared.Return(old);
            }

            static int Use()
            {
                var b = Get();
                try
                {
                    return b[0];
                }
                finally
                {
                    Put(b);
                }
            }

            static int Use2()
            {
                var b = Get();
                int r = b[0];
                Put(b);
                return r;
            }
        }
        """));

    [Fact]
    public Task NativeMemoryInFinally() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe void M(int n)
        {
            IntPtr p = IntPtr.Zero;
            try
            {
                p = Marshal.AllocHGlobal(n);
                Marshal.WriteByte(p, 1);
            }
            finally
            {
                if (p != IntPtr.Zero)
                    Marshal.FreeHGlobal(p);
            }

            IntPtr q = Marshal.StringToHGlobalAnsi("x");
            try
            {
                Console.WriteLine(q);
            }
            finally
            {
                Marshal.FreeHGlobal(q);
            }

            byte* r = (byte*)NativeMemory.AllocZeroed(8);
            r = (byte*)NativeMemory.Realloc(r, 16);
            NativeMemory.Free(r);
            GCHandle h = GCHandle.Alloc(new byte[3], GCHandleType.Pinned);
            try
            {
                M2(h.AddrOfPinnedObject());
            }
            finally
            {
                h.Free();
            }
        }

        [DllImport("x")]
        static extern void M2(IntPtr p);
        """));

    [Fact]
    public Task NativeMemoryInFields() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class N : IDisposable
        {
            byte* _p = (byte*)NativeMemory.Alloc(8);
            nint _q;
            public N()
            {
                _q = (nint)NativeMemory.Alloc(3);
            }

            public void Dispose()
            {
                if (_p != null)
                {
                    NativeMemory.Free(_p);
                    _p = null;
                }

                NativeMemory.Free((void*)_q);
                _q = 0;
            }
        }
        """));
}
