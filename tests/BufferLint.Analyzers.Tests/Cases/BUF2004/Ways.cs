// Where the lease comes from: aliases, choices, other methods, fields that another member fills.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2004;

public class Ways
{
    [Fact]
    public Task Aliases() => Verify.VerifyAnalyzerAsync(Members("""
        IntPtr _block;

        void Local()
        {
            var p = Marshal.AllocHGlobal(8);
            var q = p;
            {|BUF2004:Marshal.FreeCoTaskMem(q)|};
        }

        unsafe void Cast()
        {
            var p = (int*)Marshal.AllocHGlobal(8);
            var q = (byte*)p;
            {|BUF2004:Marshal.FreeCoTaskMem((IntPtr)q)|};
        }

        void Field()
        {
            _block = Marshal.AllocHGlobal(8);
            {|BUF2004:Marshal.FreeCoTaskMem(_block)|};
        }

        void InAFinally(string text)
        {
            var p = IntPtr.Zero;
            try
            {
                p = Marshal.StringToCoTaskMemUni(text);
                Console.WriteLine(p);
            }
            finally
            {
                {|BUF2004:Marshal.FreeHGlobal(p)|};
            }
        }

        // Nobody knows who made it.
        void Given(IntPtr p) => Marshal.FreeCoTaskMem(p);

        void Swapped()
        {
            var p = Marshal.AllocHGlobal(8);
            var q = Marshal.AllocCoTaskMem(8);
            (p, q) = (q, p);
            Marshal.FreeCoTaskMem(p);
            Marshal.FreeHGlobal(q);
        }
        """));

    [Fact]
    public Task Choices() => Verify.VerifyAnalyzerAsync(Members("""
        void OneOfTwo(bool task)
        {
            var p = task ? Marshal.AllocCoTaskMem(8) : Marshal.AllocHGlobal(8);
            {|BUF2004:Marshal.FreeHGlobal(p)|};
        }

        void WrongWayRound(bool task)
        {
            var p = task ? Marshal.AllocCoTaskMem(8) : Marshal.AllocHGlobal(8);
            if (task)
            {
                {|BUF2004:Marshal.FreeHGlobal(p)|};
            }
            else
            {
                {|BUF2004:Marshal.FreeCoTaskMem(p)|};
            }
        }

        void RightWayRound(bool task)
        {
            var p = task ? Marshal.AllocCoTaskMem(8) : Marshal.AllocHGlobal(8);
            if (task)
            {
                Marshal.FreeCoTaskMem(p);
            }
            else
            {
                Marshal.FreeHGlobal(p);
            }
        }

        // The question is another one each time, and may be the same all the same.
        void Asked(object o)
        {
            var p = o is string ? Marshal.AllocCoTaskMem(8) : Marshal.AllocHGlobal(8);
            if (o.Equals("task"))
            {
                Marshal.FreeCoTaskMem(p);
            }
            else
            {
                Marshal.FreeHGlobal(p);
            }
        }

        void OneUnknown(bool mine, IntPtr given)
        {
            var p = mine ? Marshal.AllocCoTaskMem(8) : given;
            Marshal.FreeHGlobal(p);
        }

        void Nothing(bool some)
        {
            var p = IntPtr.Zero;
            if (some)
            {
                p = Marshal.AllocCoTaskMem(8);
            }

            {|BUF2004:Marshal.FreeHGlobal(p)|};
        }
        """));

    [Fact]
    public Task OtherMethods() => Verify.VerifyAnalyzerAsync(Members("""
        static IntPtr Make(int n) => Marshal.AllocCoTaskMem(n);

        static void Free(IntPtr p) => Marshal.FreeHGlobal(p);

        static void Free(IntPtr p, bool task)
        {
            if (task)
            {
                Marshal.FreeCoTaskMem(p);
            }
            else
            {
                Marshal.FreeHGlobal(p);
            }
        }

        void Made()
        {
            var p = Make(8);
            {|BUF2004:Marshal.FreeHGlobal(p)|};
        }

        void Freed()
        {
            var p = Marshal.AllocCoTaskMem(8);
            {|BUF2004:Free(p)|};
        }

        void Both()
        {
            var p = Make(8);
            {|BUF2004:Free(p)|};
        }

        void ByAFlag()
        {
            var p = Make(8);
            Free(p, task: true);
        }
        """));

    [Fact]
    public Task Fields() => Verify.VerifyAnalyzerAsync(Types("""
        sealed unsafe class Buffers : IDisposable
        {
            static IntPtr s_name;

            readonly bool _isTask;
            IntPtr _text, _either, _given, _growing, _written;
            byte* _bytes;
            void* _own;

            public Buffers(string text, IntPtr given, bool isTask)
            {
                var copy = Marshal.StringToCoTaskMemUni(text);
                _text = copy;
                _isTask = isTask;
                _either = isTask ? Marshal.AllocCoTaskMem(8) : Marshal.AllocHGlobal(8);
                _given = given;
                _bytes = (byte*)NativeMemory.AlignedAlloc(8, 16);
                _own = NativeMemory.Alloc(8);
                _growing = Marshal.AllocCoTaskMem(8);
                Write(out _written);
                s_name = Marshal.StringToHGlobalAnsi(text);
            }

            public void Grow() => _growing = Marshal.AllocHGlobal(16);

            public void Dispose()
            {
                if (_text != IntPtr.Zero)
                {
                    {|BUF2004:Marshal.FreeHGlobal(_text)|};
                    _text = IntPtr.Zero;
                }

                {|BUF2004:NativeMemory.Free(_bytes)|};
                {|BUF2004:Marshal.FreeCoTaskMem(s_name)|};
                NativeMemory.Free(_own);
                Marshal.FreeHGlobal(_either);
                Marshal.FreeHGlobal(_given);
                Marshal.FreeHGlobal(_growing);
                Marshal.FreeHGlobal(_written);
                _own = null;
                _either = _given = _growing = _written = IntPtr.Zero;
            }

            static void Write(out IntPtr block) => block = Other();

            static IntPtr Other() => IntPtr.Zero;
        }

        class C
        {
            // Told in Dispose, not here as well.
            void M()
            {
                using var buffers = new Buffers("a", IntPtr.Zero, false);
            }
        }
        """));
}
