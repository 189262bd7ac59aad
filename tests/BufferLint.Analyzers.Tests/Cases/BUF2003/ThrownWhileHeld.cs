// A `throw` that is written in the method is a way out; so is the call of a helper that only throws.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class ThrownWhileHeld
{
    [Fact]
    public Task Statements() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            if (n < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(n));
            }

            Marshal.FreeHGlobal(p);
            return n;
        }

        int FreedFirst(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            if (n < 0)
            {
                Marshal.FreeHGlobal(p);
                throw new ArgumentOutOfRangeException(nameof(n));
            }

            Marshal.FreeHGlobal(p);
            return n;
        }

        IntPtr HandedOverElse(int n)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            return n < 0 ? throw new ArgumentOutOfRangeException(nameof(n)) : p;
        }

        void InALoop(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
                if (i == 7)
                {
                    throw new InvalidOperationException();
                }

                Marshal.FreeHGlobal(p);
            }
        }

        void Handle(byte[] data)
        {
            var handle = {|BUF2003:GCHandle.Alloc(data)|};
            if (data.Length == 0)
            {
                throw new ArgumentException("empty", nameof(data));
            }

            handle.Free();
        }
        """));

    [Fact]
    public Task Expressions() => Verify.VerifyAnalyzerAsync(Members("""
        int Coalesced(string? text)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            var known = text ?? throw new ArgumentNullException(nameof(text));
            Marshal.FreeHGlobal(p);
            return known.Length;
        }

        int Arm(int n)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            var size = n switch { 1 => 2, 2 => 3, _ => throw new ArgumentOutOfRangeException(nameof(n)) };
            Marshal.FreeHGlobal(p);
            return size;
        }

        // No arm fits: thrown too, but nobody wrote that.
        int NoArm(bool flag)
        {
            var p = Marshal.AllocHGlobal(8);
            var size = flag switch { true => 2, false => 3 };
            Marshal.FreeHGlobal(p);
            return size;
        }
        """));

    [Fact]
    public Task NothingWasAllocated() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int Pointer()
        {
            var p = (int*)NativeMemory.Alloc(8);
            if (p == null)
            {
                throw new OutOfMemoryException();
            }

            *p = 1;
            var first = *p;
            NativeMemory.Free(p);
            return first;
        }

        int Address()
        {
            var p = Marshal.AllocHGlobal(8);
            if (p == IntPtr.Zero)
            {
                throw new OutOfMemoryException();
            }

            var first = Marshal.ReadInt32(p);
            Marshal.FreeHGlobal(p);
            return first;
        }

        int Before(int n)
        {
            if (n < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(n));
            }

            var p = Marshal.AllocHGlobal(8);
            Marshal.FreeHGlobal(p);
            return n;
        }
        """));

    [Fact]
    public Task Helpers() => Verify.VerifyAnalyzerAsync(Members("""
        static void ThrowNegative() => throw new ArgumentOutOfRangeException();

        static void Refuse() => ThrowNegative();

        int M(int n)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            if (n < 0)
            {
                Refuse();
            }

            Marshal.FreeHGlobal(p);
            return n;
        }

        int EndsTheProcess(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            if (n < 0)
            {
                Environment.FailFast("negative");
            }

            Marshal.FreeHGlobal(p);
            return n;
        }

        int Guarded(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            try
            {
                if (n < 0)
                {
                    Refuse();
                }
            }
            finally
            {
                Marshal.FreeHGlobal(p);
            }

            return n;
        }
        """));

    [Fact]
    public Task Caught() => Verify.VerifyAnalyzerAsync(Members("""
        IntPtr FreedAndRethrown(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            try
            {
                return n < 0 ? throw new ArgumentOutOfRangeException(nameof(n)) : p;
            }
            catch
            {
                Marshal.FreeHGlobal(p);
                throw;
            }
        }

        IntPtr OnlyLogged(int n)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            try
            {
                return n < 0 ? throw new ArgumentOutOfRangeException(nameof(n)) : p;
            }
            catch (Exception e)
            {
                Console.WriteLine(e);
                throw;
            }
        }

        int Swallowed(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            try
            {
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }
            }
            catch (ArgumentException)
            {
                n = 0;
            }

            Marshal.FreeHGlobal(p);
            return n;
        }

        // What was raised came from a call.
        int Wrapped(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            try
            {
                Console.WriteLine(n);
            }
            catch (IOException e)
            {
                throw new InvalidOperationException("not printed", e);
            }

            Marshal.FreeHGlobal(p);
            return n;
        }
        """));

    [Fact]
    public Task ReleasedInFinally() => Verify.VerifyAnalyzerAsync(Members("""
        int IfAllocated(int n)
        {
            var p = IntPtr.Zero;
            try
            {
                p = Marshal.AllocHGlobal(8);
                return n < 0 ? throw new ArgumentOutOfRangeException(nameof(n)) : n;
            }
            finally
            {
                if (p != IntPtr.Zero)
                {
                    Marshal.FreeHGlobal(p);
                }
            }
        }

        IntPtr UnlessItWentWell(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            var isDone = false;
            try
            {
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }

                isDone = true;
                return p;
            }
            finally
            {
                if (!isDone)
                {
                    Marshal.FreeHGlobal(p);
                }
            }
        }

        IntPtr NulledWhenHandedOver(int n)
        {
            var p = Marshal.AllocHGlobal(8);
            try
            {
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }

                var result = p;
                p = IntPtr.Zero;
                return result;
            }
            finally
            {
                if (p != IntPtr.Zero)
                {
                    Marshal.FreeHGlobal(p);
                }
            }
        }

        void IfThereIsAnArray(ArrayPool<byte> pool, int[] sizes)
        {
            byte[]? large = null;
            GCHandle pin = default;
            try
            {
                foreach (var size in sizes)
                {
                    if (size < 0)
                    {
                        throw new InvalidOperationException();
                    }

                    if (large != null)
                    {
                        pin.Free();
                        pool.Return(large);
                    }

                    large = pool.Rent(size);
                    pin = GCHandle.Alloc(large, GCHandleType.Pinned);
                }
            }
            finally
            {
                if (large != null)
                {
                    pin.Free();
                    pool.Return(large);
                }
            }
        }

        void NotThere(int n)
        {
            var p = {|BUF2003:Marshal.AllocHGlobal(8)|};
            try
            {
                if (n < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(n));
                }

                Marshal.FreeHGlobal(p);
            }
            finally
            {
                Console.WriteLine(n);
            }
        }

        unsafe byte Using(Memory<byte> memory)
        {
            using var pin = memory.Pin();
            return memory.Length == 0 ? throw new ArgumentException("empty", nameof(memory)) : *(byte*)pin.Pointer;
        }
        """));
}
