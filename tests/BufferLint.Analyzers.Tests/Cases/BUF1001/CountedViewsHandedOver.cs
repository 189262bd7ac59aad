// Counted views given to other code: it may release them, so nothing is said of a resize afterwards.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.AnnotatedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class CountedViewsHandedOver
{
    [Fact]
    public Task DisposedThroughAnInterface() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            IDisposable view = data.View();
            view.Dispose();
            data.Resize(4);
        }

        void N(ByteArray data)
        {
            IDisposable view = data.View();
            {|BUF1001:data.Resize(4)|};
            view.Dispose();
        }
        """));

    [Fact]
    public Task GivenToAMethod() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void Finish(ByteView view) => view.Release();

        void M(ByteArray data)
        {
            var view = data.View();
            Finish(view);
            data.Resize(4);
        }

        void N(ByteArray data)
        {
            var view = data.View();
            {|BUF1001:data.Resize(4)|};
            Finish(view);
        }
        """));

    /// <summary>Also where the lambda is seen not to release it: a gap on the silent side.</summary>
    [Fact]
    public Task CapturedByALambda() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            Action finish = () => view.Release();
            finish();
            data.Resize(4);
        }

        void N(ByteArray data)
        {
            var view = data.View();
            Action write = () => view[0] = 1;
            data.Resize(4);
        }
        """));

    [Fact]
    public Task KeptInAListAndDisposedFromThere() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data, List<ByteView> views)
        {
            var view = data.View();
            views.Add(view);
            foreach (var each in views)
                each.Dispose();
            data.Resize(4);
        }
        """));
}
