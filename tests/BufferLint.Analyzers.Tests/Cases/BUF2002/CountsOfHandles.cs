// References that a safe handle counts: one release too many closes it under all who have it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class CountsOfHandles
{
    [Fact]
    public Task ReleasedTwice() => Verify.VerifyAnalyzerAsync(Members("""
        [DllImport("native")]
        static extern int Stat(nint handle);

        int M(SafeHandle handle)
        {
            var counted = false;
            handle.DangerousAddRef(ref counted);
            var stat = Stat(handle.DangerousGetHandle());
            handle.DangerousRelease();
            {|BUF2002:handle.DangerousRelease()|};
            return stat;
        }

        void AgainInFinally(SafeHandle handle)
        {
            var counted = false;
            handle.DangerousAddRef(ref counted);
            try
            {
                Stat(handle.DangerousGetHandle());
                handle.DangerousRelease();
            }
            finally
            {
                {|BUF2002:handle.DangerousRelease()|};
            }
        }
        """));

    [Fact]
    public Task AsOftenAsCounted() => Verify.VerifyAnalyzerAsync(Members("""
        [DllImport("native")]
        static extern int Stat(nint handle);

        void Twice(SafeHandle handle)
        {
            bool one = false, two = false;
            handle.DangerousAddRef(ref one);
            handle.DangerousAddRef(ref two);
            Stat(handle.DangerousGetHandle());
            handle.DangerousRelease();
            handle.DangerousRelease();
        }

        void EachTurn(SafeHandle handle, int turns)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                var counted = false;
                handle.DangerousAddRef(ref counted);
                Stat(handle.DangerousGetHandle());
                if (counted)
                {
                    handle.DangerousRelease();
                }
            }
        }

        // Others may have counted as often.
        void CountedElsewhere(SafeHandle handle)
        {
            handle.DangerousRelease();
            handle.DangerousRelease();
        }

        // Who asks may have taken back the answer with the release.
        int Cleared(SafeHandle handle)
        {
            var counted = false;
            try
            {
                handle.DangerousAddRef(ref counted);
                var stat = Stat(handle.DangerousGetHandle());
                handle.DangerousRelease();
                counted = false;
                return stat;
            }
            finally
            {
                if (counted)
                {
                    handle.DangerousRelease();
                }
            }
        }

        // What the variable says, and the number, are as good as before.
        bool Told(SafeHandle handle)
        {
            var counted = false;
            handle.DangerousAddRef(ref counted);
            handle.DangerousRelease();
            return counted;
        }
        """));
}
