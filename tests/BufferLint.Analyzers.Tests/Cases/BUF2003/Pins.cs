// Handles and pins that are never released, so that the collector never moves what they hold.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class Pins
{
    [Fact]
    public Task Handles() => Verify.VerifyAnalyzerAsync(Members("""
        IntPtr M(byte[] data)
        {
            var handle = {|BUF2003:GCHandle.Alloc(data, GCHandleType.Pinned)|};
            Console.WriteLine(handle.AddrOfPinnedObject());
            return IntPtr.Zero;
        }

        IntPtr Freed(byte[] data)
        {
            var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
            Console.WriteLine(handle.AddrOfPinnedObject());
            handle.Free();
            return IntPtr.Zero;
        }
        """));

    [Fact]
    public Task HandlesFreedWhereAllocated() => Verify.VerifyAnalyzerAsync(Members("""
        void M(byte[] data)
        {
            GCHandle handle = default;
            try
            {
                handle = GCHandle.Alloc(data, GCHandleType.Pinned);
                Console.WriteLine(handle.AddrOfPinnedObject());
            }
            finally
            {
                if (handle.IsAllocated)
                {
                    handle.Free();
                }
            }
        }
        """));

    [Fact]
    public Task HandlesHandedOver() => Verify.VerifyAnalyzerAsync(Members("""
        GCHandle _kept;

        void Field(object target) => _kept = GCHandle.Alloc(target);

        GCHandle Result(object target) => GCHandle.Alloc(target);

        IntPtr AsNumber(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

        [DllImport("native")]
        static extern void Register(IntPtr state);

        void ToNativeCode(object target)
        {
            var handle = GCHandle.Alloc(target);
            Register(GCHandle.ToIntPtr(handle));
        }

        static void Back(IntPtr state)
        {
            var handle = GCHandle.FromIntPtr(state);
            Console.WriteLine(handle.Target);
            handle.Free();
        }
        """));

    [Fact]
    public Task PinnedMemory() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe byte M(Memory<byte> memory)
        {
            var pin = {|BUF2003:memory.Pin()|};
            return *(byte*)pin.Pointer;
        }

        unsafe byte Using(Memory<byte> memory)
        {
            using var pin = memory.Pin();
            return *(byte*)pin.Pointer;
        }

        unsafe byte Disposed(Memory<byte> memory)
        {
            var pin = memory.Pin();
            var first = *(byte*)pin.Pointer;
            pin.Dispose();
            return first;
        }

        MemoryHandle HandedOver(Memory<byte> memory) => memory.Pin();
        """));

    [Fact]
    public Task ListsOfPins() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<GCHandle> _handles = new();

        void M(byte[][] pages)
        {
            foreach (var page in pages)
            {
                _handles.Add(GCHandle.Alloc(page, GCHandleType.Pinned));
            }
        }

        void Locally(byte[][] pages)
        {
            var handles = new GCHandle[pages.Length];
            for (var i = 0; i < pages.Length; i++)
            {
                handles[i] = GCHandle.Alloc(pages[i], GCHandleType.Pinned);
            }

            foreach (var handle in handles)
            {
                handle.Free();
            }
        }
        """));

    [Fact]
    public Task FixedNeedsNoRelease() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe byte M(byte[] data)
        {
            fixed (byte* p = data)
            {
                return *p;
            }
        }
        """));

    [Fact]
    public Task AddressesThatGoElsewhere() => Verify.VerifyAnalyzerAsync(Types("""
        class Cleanup
        {
            List<IntPtr> _blocks = new();

            public void Register(IntPtr block) => _blocks.Add(block);
        }

        struct Entry
        {
            public IntPtr Text;
        }

        unsafe class C
        {
            void Registered(Cleanup cleanup) => cleanup.Register(Marshal.AllocHGlobal(8));

            long Number() => (long)NativeMemory.Alloc(8);

            void Written(IntPtr table)
            {
                var text = Marshal.AllocHGlobal(8);
                Marshal.WriteIntPtr(table, 8, text);
            }

            void InAnElement(Entry[] entries)
            {
                var text = Marshal.AllocHGlobal(8);
                entries[2].Text = text;
            }

            void Filled(int size)
            {
                var block = (byte*){|BUF2003:NativeMemory.Alloc((nuint)size)|};
                var span = new Span<byte>(block, size);
                span[0] = 1;
            }

            static Span<byte> Lent(int size) => new Span<byte>(NativeMemory.Alloc((nuint)size), size);

            void Kept()
            {
                var text = {|BUF2003:Marshal.AllocHGlobal(8)|};
                Marshal.WriteByte(text, 1);
            }

            static IntPtr TriedAgain(int size)
            {
                var block = IntPtr.Zero;
                for (var attempts = 0; block == IntPtr.Zero; attempts++)
                {
                    try
                    {
                        block = Marshal.AllocHGlobal(size);
                    }
                    catch (OutOfMemoryException) when (attempts < 3)
                    {
                    }
                }

                return block;
            }

            void InANullable(byte[] data)
            {
                GCHandle? handle = null;
                try
                {
                    handle = GCHandle.Alloc(data, GCHandleType.Pinned);
                }
                finally
                {
                    handle?.Free();
                }
            }
        }
        """));

    [Fact]
    public Task StateOfADelegate() => Verify.VerifyAnalyzerAsync(Members("""
        void M(object target)
        {
            var handle = GCHandle.Alloc(target);
            ThreadPool.UnsafeQueueUserWorkItem(
                static state => GCHandle.FromIntPtr((IntPtr)state!).Free(),
                (object)GCHandle.ToIntPtr(handle));
        }

        void OnlyPrinted(object target)
        {
            var handle = {|BUF2003:GCHandle.Alloc(target)|};
            Console.WriteLine(handle.Target);
        }
        """));

    [Fact]
    public Task OtherWaysAskForNull() => Verify.VerifyAnalyzerAsync(Members("""
        void TestedByTheArray(ArrayPool<byte> pool, int[] sizes)
        {
            byte[]? large = null;
            GCHandle pin = default;
            try
            {
                foreach (var size in sizes)
                {
                    if (size > 32)
                    {
                        if (large != null)
                        {
                            pin.Free();
                            pool.Return(large);
                        }

                        large = pool.Rent(size);
                        pin = GCHandle.Alloc(large, GCHandleType.Pinned);
                    }

                    Console.WriteLine(size);
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

        void TestedByWhatIsShared(byte[] data, Action<GCHandle> complete, object? shared)
        {
            var pin = shared is null ? GCHandle.Alloc(data, GCHandleType.Pinned) : default;
            if (data.Length < 8)
            {
                var work = shared is null ? Begin(complete, pin) : Begin(complete, null);
                work();
            }
        }

        static Action Begin(Action<GCHandle> complete, GCHandle? pin) => () => complete(pin!.Value);

        void TestedByAFlag(byte[] data, bool keep)
        {
            var pin = {|BUF2003:GCHandle.Alloc(data, GCHandleType.Pinned)|};
            Console.WriteLine(pin.AddrOfPinnedObject());
            if (!keep)
            {
                pin.Free();
            }
        }

        int LeftBefore(byte[] data, object? shared)
        {
            var pin = {|BUF2003:GCHandle.Alloc(data, GCHandleType.Pinned)|};
            if (data[0] == 1)
            {
                return 1;
            }

            if (shared != null)
            {
                pin.Free();
            }

            return 0;
        }
        """));
}
