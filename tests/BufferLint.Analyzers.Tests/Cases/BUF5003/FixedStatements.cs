// Addresses out of fixed statements.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5003;

public class FixedStatements
{
    [Fact]
    public Task Returned() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            private int _number;
            private byte[] _data = new byte[4];

            byte* AnArray(byte[] a)
            {
                fixed (byte* p = a)
                {
                    return {|BUF5003:p|};
                }
            }

            byte* AnElementBehindTheStatement(byte[] a)
            {
                byte* q;
                fixed (byte* p = &a[1], r = a)
                {
                    q = p;
                }

                return {|BUF5003:q|};
            }

            int* AField()
            {
                fixed (int* p = &_number)
                {
                    return {|BUF5003:p|};
                }
            }

            nint AString(string s)
            {
                fixed (char* p = s)
                {
                    return {|BUF5003:(nint)p|};
                }
            }

            // The collector happens to follow spans; nobody promises it.
            Span<byte> ASpan()
            {
                fixed (byte* p = _data)
                {
                    return {|BUF5003:new Span<byte>(p, 4)|};
                }
            }

            byte* ASpanOverAnArray(byte[] a)
            {
                var span = a.AsSpan(1);
                fixed (byte* p = span)
                {
                    return {|BUF5003:p|};
                }
            }

            byte* StackMemory()
            {
                Span<byte> span = stackalloc byte[4];
                fixed (byte* p = span)
                {
                    return {|BUF5003:p|};
                }
            }
        }
        """));

    [Fact]
    public Task Stored() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            private static nint s_last;
            private byte* _start;
            private byte[] _data = new byte[4];

            void Work()
            {
            }

            void InAField()
            {
                fixed (byte* p = _data)
                {
                    {|BUF5003:_start = p|};
                    Work();
                }
            }

            void InAStaticField(byte[] a)
            {
                fixed (byte* p = a)
                {
                    {|BUF5003:s_last = (nint)p|};
                }
            }

            void Reset()
            {
                fixed (byte* p = _data)
                {
                    _start = p;
                    Work();
                    _start = null;
                }
            }

            void ResetInAFinally()
            {
                fixed (byte* p = _data)
                {
                    _start = p;
                    try
                    {
                        Work();
                    }
                    finally
                    {
                        _start = null;
                    }
                }
            }
        }
        """));

    [Fact]
    public Task MemoryThatDoesNotMove() => Verify.VerifyAnalyzerAsync(Types("""
        struct Point
        {
            public int X;
            public unsafe fixed byte Bytes[4];
        }

        unsafe class C
        {
            private static readonly byte[] s_pinned = GC.AllocateArray<byte>(8, pinned: true);
            private static int s_number;

            private static ReadOnlySpan<byte> Table => new byte[] { 1, 2, 3 };

            byte* Pinned()
            {
                fixed (byte* p = s_pinned)
                {
                    return p;
                }
            }

            byte* Text()
            {
                fixed (byte* p = "abc"u8)
                {
                    return p;
                }
            }

            char* Literal()
            {
                fixed (char* p = "abc")
                {
                    return p;
                }
            }

            byte* Data()
            {
                fixed (byte* p = Table)
                {
                    return p;
                }
            }

            int* StaticNumber()
            {
                fixed (int* p = &s_number)
                {
                    return p;
                }
            }

            byte* NativeMemoryUnderASpan()
            {
                var block = (byte*)NativeMemory.Alloc(8);
                fixed (byte* p = new Span<byte>(block, 8))
                {
                    return p;
                }
            }

            byte* TheCallersStruct(ref Point point)
            {
                fixed (byte* p = point.Bytes)
                {
                    return p;
                }
            }
        }
        """));

    // A handle keeps it in its place for longer.
    [Fact]
    public Task PinnedByAHandleToo() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe sealed class C : IDisposable
        {
            private GCHandle _handle;
            private byte[] _data = new byte[4];
            private byte* _start;

            void Open()
            {
                _handle = GCHandle.Alloc(_data, GCHandleType.Pinned);
                fixed (byte* p = _data)
                {
                    _start = p;
                }
            }

            public void Dispose() => _handle.Free();
        }
        """));

    // An array and the address of its first element are not the same, though both go by its name.
    [Fact]
    public Task ArraysThatAreKept() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct State
        {
            public byte* Start;
            public int Length;
        }

        unsafe class C
        {
            private byte[] _kept;

            byte[] Kept => _kept ??= ArrayPool<byte>.Shared.Rent(8);

            int M(C other)
            {
                var data = other.Kept;
                fixed (byte* p = data)
                {
                    State state;
                    state.Start = p;
                    state.Length = data.Length;
                    return state.Start[state.Length - 1];
                }
            }
        }
        """));

    [Fact]
    public Task UsedInside() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe string Text(byte[] a)
        {
            fixed (byte* p = a)
            {
                return Encoding.UTF8.GetString(p, a.Length);
            }
        }

        unsafe int Sum(int[] a)
        {
            var sum = 0;
            fixed (int* p = a)
            {
                int* end = p + a.Length;
                for (int* q = p; q < end; q++)
                {
                    sum += *q;
                }
            }

            return sum;
        }

        unsafe int Loop(int[] a)
        {
            int* q = null;
            for (var i = 0; i < 3; i++)
            {
                fixed (int* p = a)
                {
                    q = p;
                    *q = 1;
                }
            }

            return 0;
        }
        """));
}
