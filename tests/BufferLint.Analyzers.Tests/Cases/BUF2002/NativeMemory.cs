// Native memory and handles that are freed a second time.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class NativeMemory
{
    [Fact]
    public Task FreedTwice() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe void M()
        {
            var p = NativeMemory.Alloc(8);
            NativeMemory.Free(p);
            {|BUF2002:NativeMemory.Free(p)|};
        }

        unsafe void OfTwo()
        {
            var p = NativeMemory.Alloc(8);
            var q = NativeMemory.Alloc(8);
            NativeMemory.Free(p);
            NativeMemory.Free(q);
        }

        unsafe void Nulled()
        {
            var p = NativeMemory.Alloc(8);
            NativeMemory.Free(p);
            p = null;
            NativeMemory.Free(p);
        }
        """));

    [Fact]
    public Task FreedOnTheWayAndAtTheEnd() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            if (n == 0)
            {
                Marshal.FreeHGlobal(p);
            }

            {|BUF2002:Marshal.FreeHGlobal(p)|};
            return n;
        }

        int Leaves(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            if (n == 0)
            {
                Marshal.FreeHGlobal(p);
                return 0;
            }

            Marshal.FreeHGlobal(p);
            return n;
        }

        int Zeroed(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            if (n == 0)
            {
                Marshal.FreeHGlobal(p);
                p = IntPtr.Zero;
            }

            Marshal.FreeHGlobal(p);
            return n;
        }
        """));

    [Fact]
    public Task GotThroughItsAddress() => Verify.VerifyAnalyzerAsync(Members("""
        static unsafe extern void Make(void** block);

        static unsafe extern void Make(nint* block);

        unsafe void M()
        {
            void* p;
            Make(&p);
            NativeMemory.Free(p);
            {|BUF2002:NativeMemory.Free(p)|};
        }

        void N()
        {
            var p = Marshal.AllocHGlobal(8);
            unsafe
            {
                Make(&p);
            }

            Marshal.FreeHGlobal(p);
            {|BUF2002:Marshal.FreeHGlobal(p)|};
        }

        unsafe void MadeAgain(void* p)
        {
            NativeMemory.Free(p);
            Make(&p);
            NativeMemory.Free(p);
        }

        unsafe void OnlyMadeAgain(nint p)
        {
            Marshal.FreeHGlobal(p);
            Make(&p);
        }

        unsafe void UsedWhenMadeAgain()
        {
            var p = (byte*)NativeMemory.Alloc(8);
            NativeMemory.Free(p);
            Make((void**)&p);
            p[0] = 1;
            NativeMemory.Free(p);
        }

        static unsafe void Put(void** block) => *block = NativeMemory.Alloc(8);

        static unsafe void PutWithAnother(nint* block, nint* other) => (*block, *other) = (Marshal.AllocHGlobal(8), 0);

        static unsafe void PutByAnother(void** block) => Make(block);

        static unsafe byte Look(void** block) => *(byte*)*block;

        unsafe void PutHere(void* p)
        {
            NativeMemory.Free(p);
            Put(&p);
            NativeMemory.Free(p);
            PutByAnother(&p);
            NativeMemory.Free(p);
        }

        unsafe void PutWithAnotherHere(nint p, nint q)
        {
            Marshal.FreeHGlobal(p);
            PutWithAnother(&p, &q);
            Marshal.FreeHGlobal(p);
        }

        unsafe byte OnlyLookedAt(void* p)
        {
            var first = Look(&p);
            NativeMemory.Free(p);
            return first;
        }

        unsafe void LookedAtMeanwhile(void* p)
        {
            NativeMemory.Free(p);
            Look({|BUF2001:&p|});
        }

        unsafe void OfAnother(void* p, void* q)
        {
            NativeMemory.Free(p);
            Make(&q);
            NativeMemory.Free(q);
            {|BUF2002:NativeMemory.Free(p)|};
        }
        """));

    [Fact]
    public Task Handles() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] data)
        {
            var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
            var copy = handle;
            handle.Free();
            {|BUF2002:copy.Free()|};
        }

        void Asked(byte[] data)
        {
            var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
            handle.Free();
            if (handle.IsAllocated)
            {
                handle.Free();
            }
        }
        """));
}
