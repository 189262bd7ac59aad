// Counted views on several paths: branches, finally, loops.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.AnnotatedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class CountedViewPaths
{
    [Fact]
    public Task ReleasedOnOneBranch() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data, bool flag)
        {
            var view = data.View();
            if (flag)
                view.Release();
            {|BUF1001:data.Append(2)|};
        }

        void Both(ByteArray data, bool flag)
        {
            var view = data.View();
            if (flag)
            {
                view[0] = 1;
                view.Release();
            }
            else
            {
                view.Dispose();
            }

            data.Append(2);
        }
        """));

    [Fact]
    public Task TakenOnOneBranch() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data, bool flag)
        {
            ByteView view = null;
            if (flag)
                view = data.View();
            {|BUF1001:data.Append(2)|};
            view?.Release();
        }

        void ReleasedWherePresent(ByteArray data, bool flag)
        {
            ByteView view = null;
            if (flag)
                view = data.View();
            view?.Release();
            data.Append(2);
        }

        void ReleasedIfNotNull(ByteArray data, bool flag)
        {
            ByteView view = null;
            if (flag)
                view = data.View();
            if (view != null)
                view.Release();
            data.Append(2);
        }
        """));

    [Fact]
    public Task ReleasedInFinally() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            try
            {
                view[0] = 1;
            }
            finally
            {
                view.Release();
            }

            data.Append(2);
        }

        void Inside(ByteArray data)
        {
            var view = data.View();
            try
            {
                {|BUF1001:data.Append(2)|};
            }
            finally
            {
                view.Release();
            }
        }
        """));

    [Fact]
    public Task ViewLeftByTheTurnBefore() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data, byte[] items)
        {
            foreach (var item in items)
            {
                {|BUF1001:data.Append(item)|};
                var view = data.View();
                view[0]++;
            }
        }

        void Released(ByteArray data, byte[] items)
        {
            foreach (var item in items)
            {
                data.Append(item);
                using var view = data.View();
                view[0]++;
            }
        }
        """));
}
