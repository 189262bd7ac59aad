// References that a safe handle counts: without the release nothing closes it, be it disposed of or not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class CountsOfHandles
{
    [Fact]
    public Task OnSomeWays() => Verify.VerifyAnalyzerAsync(Members("""
        [DllImport("native")]
        static extern int Stat(nint handle);

        int M(SafeHandle handle, bool early)
        {
            var counted = false;
            {|BUF2003:handle.DangerousAddRef(ref counted)|};
            if (early)
            {
                return 0;
            }

            var stat = Stat(handle.DangerousGetHandle());
            handle.DangerousRelease();
            return stat;
        }

        int OnAll(SafeHandle handle, bool early)
        {
            var counted = false;
            handle.DangerousAddRef(ref counted);
            if (early)
            {
                handle.DangerousRelease();
                return 0;
            }

            var stat = Stat(handle.DangerousGetHandle());
            handle.DangerousRelease();
            return stat;
        }
        """));

    [Fact]
    public Task TheUsualProtocol() => Verify.VerifyAnalyzerAsync(Members("""
        [DllImport("native")]
        static extern int Stat(nint handle);

        int Asked(SafeHandle handle)
        {
            var counted = false;
            try
            {
                handle.DangerousAddRef(ref counted);
                return Stat(handle.DangerousGetHandle());
            }
            finally
            {
                if (counted)
                {
                    handle.DangerousRelease();
                }
            }
        }

        int NotAsked(SafeHandle handle)
        {
            var counted = false;
            handle.DangerousAddRef(ref counted);
            try
            {
                return Stat(handle.DangerousGetHandle());
            }
            finally
            {
                handle.DangerousRelease();
            }
        }

        int Straight(SafeHandle handle)
        {
            var counted = false;
            handle.DangerousAddRef(ref counted);
            var stat = Stat(handle.DangerousGetHandle());
            if (counted)
            {
                handle.DangerousRelease();
            }

            return stat;
        }

        int OfTwo(SafeHandle first, SafeHandle second)
        {
            bool one = false, two = false;
            try
            {
                first.DangerousAddRef(ref one);
                second.DangerousAddRef(ref two);
                return Stat(first.DangerousGetHandle()) + Stat(second.DangerousGetHandle());
            }
            finally
            {
                if (one)
                {
                    first.DangerousRelease();
                }

                if (two)
                {
                    second.DangerousRelease();
                }
            }
        }
        """));

    // Who only counts has left the release to others: to whoever got the number, or the handle.
    [Fact]
    public Task LeftToOthers() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private SafeHandle _parent;
            private nint _number;

            [DllImport("native")]
            static extern int Stat(nint handle);

            void Counted(SafeHandle handle)
            {
                var counted = false;
                handle.DangerousAddRef(ref counted);
            }

            void OfAParent(SafeHandle parent)
            {
                var counted = false;
                parent.DangerousAddRef(ref counted);
                _parent = parent;
            }

            nint Number(SafeHandle handle, bool early)
            {
                var counted = false;
                handle.DangerousAddRef(ref counted);
                var number = handle.DangerousGetHandle();
                if (early)
                {
                    handle.DangerousRelease();
                    return 0;
                }

                return number;
            }

            void KeptNumber(SafeHandle handle, bool early)
            {
                var counted = false;
                handle.DangerousAddRef(ref counted);
                if (early)
                {
                    handle.DangerousRelease();
                    return;
                }

                _number = handle.DangerousGetHandle();
            }

            Holder ReleasedIfItFails(SafeHandle handle)
            {
                var counted = false;
                handle.DangerousAddRef(ref counted);
                try
                {
                    return new Holder(handle, Stat(handle.DangerousGetHandle()));
                }
                catch
                {
                    handle.DangerousRelease();
                    throw;
                }
            }
        }

        ref struct Holder
        {
            private readonly SafeHandle _handle;
            private bool _isCounted;

            public Holder(SafeHandle handle, int stat)
            {
                _handle = handle;
                _isCounted = false;
                handle.DangerousAddRef(ref _isCounted);
                Stat = stat;
            }

            public int Stat { get; }

            public void Dispose()
            {
                if (_isCounted)
                {
                    _handle.DangerousRelease();
                    _isCounted = false;
                }
            }
        }
        """));
}
