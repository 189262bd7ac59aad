// Addresses given to native code that keeps them until an operation is done, and to native code that does not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5003;

public class NativeCode
{
    private const string Natives = """
        static unsafe partial class Native
        {
            [DllImport("native")]
            public static extern bool ReadFileEx(IntPtr file, byte* buffer, uint count, NativeOverlapped* overlapped, delegate* unmanaged<uint, uint, NativeOverlapped*, void> routine);

            [DllImport("native")]
            public static extern bool WriteFileEx(IntPtr file, IntPtr buffer, uint count, ref NativeOverlapped overlapped, Done routine);

            [DllImport("native")]
            public static extern int SleepEx(int milliseconds, bool alertable);

            [DllImport("native")]
            public static extern int ReadFile(SafeHandle file, byte* buffer, int count, int* read, NativeOverlapped* overlapped);

            [DllImport("native")]
            public static extern bool GetOverlappedResult(SafeHandle file, NativeOverlapped* overlapped, int* read, bool wait);

            [DllImport("native")]
            public static extern void begin_read(nint file, void* buffer, int count, Done done, void* state);

            [DllImport("native")]
            public static extern void RegisterHook(Done done, void* state);

            [DllImport("native")]
            public static extern void UnRegisterHook(Done done, void* state);

            [DllImport("native")]
            public static extern void qsort(void* items, nint count, nint size, delegate* unmanaged<void*, void*, int> compare);

            [LibraryImport("native")]
            public static partial void SubmitWrite(nint file, nint buffer, int count, nint callback);

            public static partial void SubmitWrite(nint file, nint buffer, int count, nint callback)
            {
            }
        }

        delegate void Done(uint error, uint count, ref NativeOverlapped overlapped);

        """;

    [Fact]
    public Task OperationsWithACompletionRoutine() => Verify.VerifyAnalyzerAsync(Types(Natives + """
        unsafe class C
        {
            private Done _done;

            void OfAnArray(IntPtr file, byte[] data, NativeOverlapped* overlapped, delegate* unmanaged<uint, uint, NativeOverlapped*, void> done)
            {
                fixed (byte* start = data)
                {
                    Native.ReadFileEx(file, {|BUF5003:start|}, 4, overlapped, done);
                }
            }

            void OfALocalStructure(IntPtr file, byte* buffer, delegate* unmanaged<uint, uint, NativeOverlapped*, void> done)
            {
                NativeOverlapped overlapped = default;
                Native.ReadFileEx(file, buffer, 4, {|BUF5003:&overlapped|}, done);
            }

            void ByReference(IntPtr file)
            {
                NativeOverlapped overlapped = default;
                byte* buffer = stackalloc byte[4];
                Native.WriteFileEx(file, {|BUF5003:(IntPtr)buffer|}, 4, {|BUF5003:ref overlapped|}, _done);
            }

            // The wait comes when the array may have moved.
            void WaitedForTooLate(IntPtr file, byte[] data, NativeOverlapped* overlapped, delegate* unmanaged<uint, uint, NativeOverlapped*, void> done)
            {
                fixed (byte* start = data)
                {
                    Native.ReadFileEx(file, {|BUF5003:start|}, 4, overlapped, done);
                }

                Native.SleepEx(-1, true);
            }
        }
        """));

    [Fact]
    public Task OperationsThatAreWaitedFor() => Verify.VerifyAnalyzerAsync(Types(Natives + """
        unsafe class C
        {
            void InsideTheStatement(IntPtr file, byte[] data, NativeOverlapped* overlapped, delegate* unmanaged<uint, uint, NativeOverlapped*, void> done)
            {
                fixed (byte* start = data)
                {
                    Native.ReadFileEx(file, start, 4, overlapped, done);
                    Native.SleepEx(-1, true);
                }
            }

            void OfALocal(IntPtr file, byte* buffer, ManualResetEventSlim ready, delegate* unmanaged<uint, uint, NativeOverlapped*, void> done)
            {
                NativeOverlapped overlapped = default;
                Native.ReadFileEx(file, buffer, 4, &overlapped, done);
                ready.Wait();
            }

            void WithoutARoutine(IntPtr file, byte[] data, NativeOverlapped* overlapped)
            {
                fixed (byte* start = data)
                {
                    Native.ReadFileEx(file, start, 4, overlapped, null);
                }
            }

            void OfNativeMemory(IntPtr file, NativeOverlapped* overlapped, delegate* unmanaged<uint, uint, NativeOverlapped*, void> done)
            {
                var buffer = (byte*)Marshal.AllocHGlobal(4);
                Native.ReadFileEx(file, buffer, 4, overlapped, done);
            }
        }
        """));

    [Fact]
    public Task PackedWithoutTheBuffer() => Verify.VerifyAnalyzerAsync(Types(Natives + """
        unsafe class C
        {
            void Alone(ThreadPoolBoundHandle bound, byte[] data, IOCompletionCallback done)
            {
                NativeOverlapped* overlapped = bound.AllocateNativeOverlapped(done, null, null);
                fixed (byte* start = data)
                {
                    Native.ReadFile(bound.Handle, {|BUF5003:start|}, 4, null, overlapped);
                }
            }

            // The array is pinned until the structure is freed.
            void WithTheBuffer(ThreadPoolBoundHandle bound, byte[] data, IOCompletionCallback done)
            {
                NativeOverlapped* overlapped = bound.AllocateNativeOverlapped(done, null, data);
                fixed (byte* start = data)
                {
                    Native.ReadFile(bound.Handle, start, 4, null, overlapped);
                }
            }

            void WaitedFor(ThreadPoolBoundHandle bound, byte[] data, IOCompletionCallback done)
            {
                NativeOverlapped* overlapped = bound.AllocateNativeOverlapped(done, null, null);
                int read;
                fixed (byte* start = data)
                {
                    Native.ReadFile(bound.Handle, start, 4, null, overlapped);
                    Native.GetOverlappedResult(bound.Handle, overlapped, &read, true);
                }
            }

            // A file that is not opened for overlapped operations takes its position from there, and is read when the call is over.
            void AtAPosition(SafeHandle file, byte[] data, int position)
            {
                NativeOverlapped overlapped = default;
                overlapped.OffsetLow = position;
                int read;
                fixed (byte* start = data)
                {
                    Native.ReadFile(file, start, 4, &read, &overlapped);
                }
            }

            // Whoever made the structure may have pinned the array with it.
            void OfAnUnknownStructure(SafeHandle file, byte[] data, NativeOverlapped* overlapped)
            {
                fixed (byte* start = data)
                {
                    Native.ReadFile(file, start, data.Length, null, overlapped);
                }
            }
        }
        """));

    [Fact]
    public Task CallbacksForLater() => Verify.VerifyAnalyzerAsync(Types(Natives + """
        unsafe class C
        {
            private Done _done;

            void ABuffer(nint file, byte[] data)
            {
                fixed (byte* start = data)
                {
                    Native.begin_read(file, {|BUF5003:start|}, data.Length, _done, null);
                }
            }

            void AState()
            {
                var count = 0;
                Native.RegisterHook(_done, {|BUF5003:&count|});
            }

            void AsANumber(nint file, byte[] data, nint done)
            {
                fixed (byte* start = data)
                {
                    Native.SubmitWrite(file, {|BUF5003:(nint)start|}, data.Length, done);
                }
            }

            void CalledOff()
            {
                var count = 0;
                Native.RegisterHook(_done, &count);
                Native.UnRegisterHook(_done, &count);
            }

            void OnlyCallingOff()
            {
                var count = 0;
                Native.UnRegisterHook(_done, &count);
            }

            void WithoutACallback(nint file, byte[] data)
            {
                fixed (byte* start = data)
                {
                    Native.SubmitWrite(file, (nint)start, data.Length, nint.Zero);
                }
            }
        }
        """));

    // Most functions that take a callback call it before they return; nothing in their declaration says so.
    [Fact]
    public Task CallbacksAtOnce() => Verify.VerifyAnalyzerAsync(Types(Natives + """
        unsafe class C
        {
            void OfAnArray(int[] items, delegate* unmanaged<void*, void*, int> compare)
            {
                fixed (int* start = items)
                {
                    Native.qsort(start, items.Length, 4, compare);
                }
            }

            void OfTheStack(delegate* unmanaged<void*, void*, int> compare)
            {
                int* items = stackalloc int[3];
                Native.qsort(items, 3, 4, compare);
            }
        }
        """));
}
