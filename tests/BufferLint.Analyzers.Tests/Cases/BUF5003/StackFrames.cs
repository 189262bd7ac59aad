// Addresses of this call's own stack frame: variables, parameters, what stackalloc gave.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5003;

public class StackFrames
{
    [Fact]
    public Task ReturnedPointers() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int* Allocated()
        {
            int* p = stackalloc int[4];
            p[0] = 1;
            return {|BUF5003:p|};
        }

        unsafe int* Variable()
        {
            int x = 0;
            int* p = &x;
            return {|BUF5003:p + 1|};
        }

        unsafe nint AsNumber(int x)
        {
            int* p = &x;
            return {|BUF5003:(nint)p|};
        }

        unsafe int Element()
        {
            int* p = stackalloc int[4];
            return p[1] + *p;
        }

        unsafe int* OfTheCaller(int* given, int n)
        {
            int* p = stackalloc int[4];
            if (n > 3)
            {
                p = given + n;
            }
            else
            {
                return null;
            }

            return p;
        }
        """));

    // C# takes the reference as scoped, and lets the span go anywhere.
    [Fact]
    public Task SpansThatTheCompilerDoesNotFollow() => Verify.VerifyAnalyzerAsync(Members("""
        Span<int> OverALocal()
        {
            var x = 0;
            return {|BUF5003:MemoryMarshal.CreateSpan(ref x, 1)|};
        }

        ReadOnlySpan<byte> OfBytes(long number)
        {
            var bytes = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref number, 1));
            return {|BUF5003:bytes.Slice(1)|};
        }

        unsafe Span<int> OverStackMemory()
        {
            int* p = stackalloc int[3];
            return {|BUF5003:new Span<int>(p, 3)|};
        }

        ref int AsReference()
        {
            var x = 0;
            return ref {|BUF5003:Unsafe.AsRef(in x)|};
        }

        int Used()
        {
            var x = 0;
            return MemoryMarshal.CreateSpan(ref x, 1)[0];
        }

        Span<int> OverTheCallersVariable(ref int x) => MemoryMarshal.CreateSpan(ref x, 1);

        Span<byte> OverAnArray(byte[] a) => MemoryMarshal.CreateSpan(ref a[0], a.Length);
        """));

    [Fact]
    public Task PartsOfStructs() => Verify.VerifyAnalyzerAsync(Types("""
        struct Point
        {
            public int X;
            public unsafe fixed byte Bytes[4];
        }

        unsafe class C
        {
            int* Field()
            {
                Point point;
                return {|BUF5003:&point.X|};
            }

            Span<int> SpanOverAField()
            {
                Point point = default;
                return {|BUF5003:MemoryMarshal.CreateSpan(ref point.X, 1)|};
            }

            int* OfTheCaller(Point* point) => &point->X;

            byte* BytesOfTheCaller(Point* point) => &point->Bytes[2];
        }
        """));

    [Fact]
    public Task InsideOfResults() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct Block
        {
            public byte* Start;
            public int Length;
        }

        unsafe class Holder
        {
            public byte* Start;

            public Holder()
            {
            }

            public Holder(byte* start) => Start = start;
        }

        unsafe class C
        {
            Holder Made()
            {
                byte x = 1;
                return {|BUF5003:new Holder(&x)|};
            }

            Holder Filled()
            {
                byte x = 1;
                var holder = new Holder();
                holder.Start = &x;
                return {|BUF5003:holder|};
            }

            Block Struct()
            {
                byte x = 1;
                Block block;
                block.Start = &x;
                block.Length = 1;
                return {|BUF5003:block|};
            }

            Block Initialized()
            {
                byte x = 1;
                return {|BUF5003:new Block { Start = &x, Length = 1 }|};
            }

            (nint, int) Tuple()
            {
                byte x = 1;
                return {|BUF5003:((nint)(&x), 1)|};
            }

            Action Lambda()
            {
                int* p = stackalloc int[3];
                return {|BUF5003:() => *p = 1|};
            }

            int OnlyUsed()
            {
                byte x = 1;
                var block = new Block { Start = &x, Length = 1 };
                return block.Length + new Holder(&x).Start[0];
            }
        }
        """));

    [Fact]
    public Task StoredInPlacesOfOthers() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct Block
        {
            public byte* Start;
        }

        unsafe class C
        {
            private static nint s_last;
            private byte* _start;
            private C _other;
            private List<nint> _all = new();

            void InAField()
            {
                byte x = 1;
                {|BUF5003:_start = &x|};
            }

            void InAStaticField()
            {
                byte x = 1;
                {|BUF5003:s_last = (nint)(&x)|};
            }

            void InAnObjectOfTheCaller(C other)
            {
                byte x = 1;
                {|BUF5003:other._start = &x|};
            }

            void InAnObjectThatWasThere()
            {
                byte x = 1;
                var other = _other;
                {|BUF5003:other._start = &x|};
            }

            void InAnObjectThatIsKept()
            {
                byte x = 1;
                var other = new C();
                other._start = &x;
                {|BUF5003:_other = other|};
            }

            void ByReference(out nint address)
            {
                byte x = 1;
                {|BUF5003:address = (nint)(&x)|};
            }

            void InAStructByReference(ref Block block)
            {
                byte x = 1;
                {|BUF5003:block.Start = &x|};
            }

            void InACollection()
            {
                byte x = 1;
                _all.Add({|BUF5003:(nint)(&x)|});
            }

            void Keep(byte* start) => _start = start;

            void ByAnotherMethod()
            {
                byte x = 1;
                {|BUF5003:Keep(&x)|};
            }

            static byte* Skipped(byte* start) => start + 1;

            byte* AsAnotherMethodGaveItBack()
            {
                byte x = 1;
                var next = Skipped(&x);
                return {|BUF5003:next|};
            }
        }
        """));

    [Fact]
    public Task OnlyForAsLongAsTheCallLasts() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe struct Block
        {
            public byte* Start;
        }

        unsafe class C
        {
            private byte* _start;

            void Work()
            {
            }

            void ResetBehind()
            {
                byte x = 1;
                _start = &x;
                Work();
                _start = null;
            }

            void ResetInAFinally()
            {
                byte* p = stackalloc byte[8];
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

            void AsItWasBefore()
            {
                byte x = 1;
                var before = _start;
                _start = &x;
                Work();
                _start = before;
            }

            void InAStructOfItsOwn(Block block)
            {
                byte x = 1;
                block.Start = &x;
                var copy = block;
            }

            void InACollectionOfItsOwn()
            {
                byte x = 1;
                var all = new List<nint>();
                all.Add((nint)(&x));
            }

            static void Fill(byte* start, int length)
            {
                for (var i = 0; i < length; i++)
                {
                    start[i] = 1;
                }
            }

            void PassedDown()
            {
                byte* p = stackalloc byte[8];
                Fill(p, 8);
                Fill(&p[1], 7);
            }
        }
        """));

    // What is copied out of a variable by reference is no address of it.
    [Fact]
    public Task ValuesByReference() => Verify.VerifyAnalyzerAsync(Members("""
        static T Value<T>(ref T x) => x;

        int Number()
        {
            var x = 2;
            return Value(ref x);
        }

        unsafe long Distance()
        {
            int* p = stackalloc int[4];
            int* q = p + 3;
            return q - p;
        }

        unsafe string Text()
        {
            char* p = stackalloc char[4];
            p[0] = 'x';
            return new string(p, 0, 1);
        }
        """));
}
