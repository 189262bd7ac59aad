// Native memory that no way out frees, or only some.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class NativeMemory
{
    [Fact]
    public Task OnNoWay() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M()
        {
            var p = (int*){|BUF2003:NativeMemory.Alloc(8)|};
            *p = 1;
            return *p;
        }

        unsafe int Freed()
        {
            var p = (int*)NativeMemory.Alloc(8);
            *p = 1;
            var first = *p;
            NativeMemory.Free(p);
            return first;
        }
        """));

    [Fact]
    public Task OnSomeWays() => Verify.VerifyAnalyzerAsync(Members("""
        int M(bool early)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            if (early)
            {
                return 0;
            }

            Marshal.FreeHGlobal(p);
            return 1;
        }

        int OnAll(bool early)
        {
            var p = Marshal.AllocHGlobal(8);
            try
            {
                return early ? 0 : Marshal.ReadInt32(p);
            }
            finally
            {
                Marshal.FreeHGlobal(p);
            }
        }
        """));

    [Fact]
    public Task CallsMayThrow() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] data)
        {
            var p = Marshal.AllocHGlobal(data.Length);
            Marshal.Copy(data, 0, p, data.Length);
            Marshal.FreeHGlobal(p);
        }
        """));

    [Fact]
    public Task Conditional() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M(int n)
        {
            byte* native = null;
            Span<byte> span = n <= 64 ? stackalloc byte[64] : new Span<byte>(native = (byte*)NativeMemory.Alloc((nuint)n), n);
            var first = span[0];
            if (native != null)
            {
                NativeMemory.Free(native);
            }

            return first;
        }

        int Address(int n)
        {
            var p = n > 64 ? Marshal.AllocHGlobal(n) : IntPtr.Zero;
            if (p != IntPtr.Zero)
            {
                Marshal.FreeHGlobal(p);
            }

            return n;
        }
        """));

    [Fact]
    public Task HandedOver() => Verify.VerifyAnalyzerAsync(Members("""
        IntPtr _field;

        IntPtr Result() => Marshal.AllocHGlobal(8);

        void Field() => _field = Marshal.AllocHGlobal(8);

        void Out(out IntPtr p) => p = Marshal.AllocHGlobal(8);

        unsafe void* Pointer() => NativeMemory.Alloc(8);

        void Listed(List<IntPtr> blocks) => blocks.Add(Marshal.AllocHGlobal(8));

        [DllImport("native")]
        static extern void Keep(IntPtr block);

        void ToNativeCode()
        {
            var p = Marshal.AllocHGlobal(8);
            Keep(p);
        }
        """));

    [Fact]
    public Task EveryTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
                Marshal.WriteInt32(p, i);
            }
        }

        void Freed(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var p = Marshal.AllocHGlobal(8);
                Marshal.WriteInt32(p, i);
                Marshal.FreeHGlobal(p);
            }
        }
        """));

    [Fact]
    public Task FreedByAHelper() => Verify.VerifyAnalyzerAsync(Members("""
        static void Free(IntPtr p)
        {
            if (p != IntPtr.Zero)
            {
                Marshal.FreeHGlobal(p);
            }
        }

        void M()
        {
            var p = Marshal.AllocHGlobal(8);
            Marshal.WriteInt32(p, 1);
            Free(p);
        }
        """));

    // Who hands out what it keeps frees it too.
    [Fact]
    public Task HandedOutByAnArena() => Verify.VerifyAnalyzerAsync(Types("""
        class Arena
        {
            readonly List<IntPtr> _blocks = new();

            public IntPtr Allocate(int size) => Keep(Marshal.AllocHGlobal(size));

            public IntPtr AllocateZeroed(int size)
            {
                var block = Marshal.AllocHGlobal(size);
                Marshal.WriteByte(block, 0);
                _blocks.Add(block);
                return block;
            }

            public static IntPtr AllocateForYou(int size)
            {
                var block = Marshal.AllocHGlobal(size);
                Marshal.WriteByte(block, 0);
                return block;
            }

            IntPtr Keep(IntPtr block)
            {
                _blocks.Add(block);
                return block;
            }
        }

        class C
        {
            void Kept(Arena arena)
            {
                var block = arena.Allocate(8);
                Marshal.WriteByte(block, 1);
            }

            void KeptDirectly(Arena arena, int n)
            {
                var block = arena.AllocateZeroed(8);
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }

                Marshal.WriteByte(block, 1);
            }

            void OnlyMade()
            {
                var block = {|BUF2003:Arena.AllocateForYou(8)|};
                Marshal.WriteByte(block, 1);
            }
        }
        """));

    [Fact]
    public Task Reallocated() => Verify.VerifyAnalyzerAsync(Members("""
        IntPtr M()
        {
            var p = Marshal.AllocHGlobal(8);
            p = Marshal.ReAllocHGlobal(p, 16);
            Marshal.WriteInt32(p, 1);
            Marshal.FreeHGlobal(p);
            return IntPtr.Zero;
        }
        """));

    [Fact]
    public Task KeptByASafeHandle() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Block : SafeHandle
        {
            Block() : base(IntPtr.Zero, ownsHandle: true)
            {
            }

            public override bool IsInvalid => handle == IntPtr.Zero;

            public static Block Make()
            {
                var block = new Block();
                block.SetHandle(Marshal.AllocHGlobal(8));
                return block;
            }

            protected override bool ReleaseHandle()
            {
                Marshal.FreeHGlobal(handle);
                return true;
            }
        }
        """));

    // That there is not one part to put it into is nobody's case.
    [Fact]
    public Task HandedOnTurnByTurn() => Verify.VerifyAnalyzerAsync(Types("""
        class Part
        {
            public IntPtr Data;
        }

        class C
        {
            void M(Part[] parts, int size)
            {
                var block = Marshal.AllocHGlobal(parts.Length * size);
                var offset = 0;
                foreach (var part in parts)
                {
                    part.Data = block + offset;
                    offset += size;
                }
            }

            void FreedTurnByTurn(int[] sizes)
            {
                var block = {|BUF2003:Marshal.AllocHGlobal(8)|};
                foreach (var size in sizes)
                {
                    if (size == 8)
                    {
                        Marshal.FreeHGlobal(block);
                        break;
                    }
                }
            }
        }
        """));
}
