// Addresses of objects that nothing pins.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5003;

public class UnpinnedObjects
{
    [Fact]
    public Task Reported() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            private int _number;

            void* AField() => {|BUF5003:Unsafe.AsPointer(ref _number)|};

            nint AnElement()
            {
                var a = new byte[3];
                return {|BUF5003:(nint)Unsafe.AsPointer(ref a[0])|};
            }

            nint AnArray()
            {
                var a = new byte[3];
                return {|BUF5003:Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)|};
            }

            // The handle pins the array, and not the object that the field is in.
            void* BesideAHandle(byte[] a, out GCHandle handle)
            {
                handle = GCHandle.Alloc(a, GCHandleType.Pinned);
                return {|BUF5003:Unsafe.AsPointer(ref _number)|};
            }

            static byte* Address(ref byte b) => (byte*)Unsafe.AsPointer(ref b);

            byte* ByAnotherMethod()
            {
                var a = new byte[3];
                var p = Address(ref a[1]);
                return {|BUF5003:p|};
            }
        }
        """));

    [Fact]
    public Task Silent() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            private static int s_number;

            void* StaticNumber() => Unsafe.AsPointer(ref s_number);

            void* TheCallersVariable(ref int x) => Unsafe.AsPointer(ref x);

            // The caller is asked to pin it: so says the name.
            nint TheCallersArray(byte[] a) => Marshal.UnsafeAddrOfPinnedArrayElement(a, 0);

            nint Pinned()
            {
                var a = GC.AllocateUninitializedArray<byte>(4, true);
                return Marshal.UnsafeAddrOfPinnedArrayElement(a, 0);
            }

            nint PinnedByAHandle(out GCHandle handle)
            {
                var a = new byte[3];
                handle = GCHandle.Alloc(a, GCHandleType.Pinned);
                return Marshal.UnsafeAddrOfPinnedArrayElement(a, 0);
            }

            byte Used(byte[] a)
            {
                var p = (byte*)Unsafe.AsPointer(ref a[0]);
                return *p;
            }
        }

        unsafe struct Point
        {
            public int X;

            public int* Itself() => (int*)Unsafe.AsPointer(ref X);
        }
        """));

    // What a method puts into a field of a type that pins is pinned.
    [Fact]
    public Task FieldsOfTypesThatPin() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct Arguments
        {
            private int[] _all;
            private int* _first;

            void Initialize(int count)
            {
                _all = GC.AllocateArray<int>(count, true);
                _first = (int*)Unsafe.AsPointer(ref _all[0]);
            }

            void Grow(int count, int skipped)
            {
                var old = _all;
                Initialize(count);
                old?.AsSpan().CopyTo(_all);
                _first = (int*)Unsafe.AsPointer(ref _all[0]) + skipped;
            }
        }
        """));
}
