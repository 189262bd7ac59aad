// Counted views (a view type that releases, an owner that refuses): no later use is needed.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.AnnotatedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class CountedViews
{
    [Fact]
    public Task NeverReleased() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            view[0] = 1;
            {|BUF1001:data.Append(2)|};
        }
        """));

    [Fact]
    public Task ReleasedBefore() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            view[0] = 1;
            view.Release();
            data.Append(2);
        }
        """));

    [Fact]
    public Task ReleasedOnlyAfter() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            {|BUF1001:data.Append(2)|};
            view.Release();
        }
        """));

    [Fact]
    public Task DisposedBefore() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            view.Dispose();
            data.Append(2);
        }
        """));

    [Fact]
    public Task UsedAfterAndNeverReleased() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        byte M(ByteArray data)
        {
            var view = data.View();
            {|BUF1001:data.Append(2)|};
            return view[0];
        }
        """));

    [Fact]
    public Task InsideUsingBlock() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using (var view = data.View())
            {
                view[0] = 1;
                {|BUF1001:data.Append(2)|};
            }
        }
        """));

    [Fact]
    public Task AfterUsingBlock() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using (var view = data.View())
            {
                view[0] = 1;
            }

            data.Append(2);
        }
        """));

    [Fact]
    public Task UnderUsingDeclaration() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using var view = data.View();
            view[0] = 1;
            {|BUF1001:data.Append(2)|};
        }

        void Scoped(ByteArray data)
        {
            {
                using var view = data.View();
                view[0] = 1;
            }

            data.Append(2);
        }
        """));

    [Fact]
    public Task ReleasedInsideUsing() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using var view = data.View();
            view[0] = 1;
            view.Release();
            data.Append(2);
        }
        """));

    [Fact]
    public Task ViewOfAnotherArray() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data, ByteArray other)
        {
            var view = other.View();
            data.Append(2);
            view.Release();
        }
        """));

    [Fact]
    public Task ElementSetUnderView() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        byte M(ByteArray data)
        {
            var view = data.View();
            data[0] = 2;
            return view[0];
        }
        """));

    [Fact]
    public Task TwoViewsOneReleased() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var first = data.View();
            var second = data.View();
            first.Release();
            {|BUF1001:data.Append(2)|};
            second.Release();
        }

        void Both(ByteArray data)
        {
            var first = data.View();
            var second = data.View();
            first.Release();
            second.Release();
            data.Append(2);
        }
        """));

    [Fact]
    public Task SliceHoldsForItself() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            var slice = view.Slice(1, 2);
            view.Release();
            {|BUF1001:data.Append(2)|};
            slice.Release();
        }

        void Both(ByteArray data)
        {
            var view = data.View();
            var slice = view.Slice(1, 2);
            view.Release();
            slice.Release();
            data.Append(2);
        }
        """));

    [Fact]
    public Task SliceOfAForgottenView() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var slice = data.View().Slice(1, 2);
            slice.Release();
            {|BUF1001:data.Append(2)|};
        }
        """));

    [Fact]
    public Task ForgottenView() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        byte M(ByteArray data)
        {
            var first = data.View()[0];
            {|BUF1001:data.Append(2)|};
            return first;
        }
        """));

    [Fact]
    public Task VariableReusedForAnotherView() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            view[0] = 1;
            view = data.View();
            view.Release();
            {|BUF1001:data.Append(2)|};
        }

        void ReleasedEach(ByteArray data)
        {
            var view = data.View();
            view.Release();
            view = data.View();
            view.Release();
            data.Append(2);
        }
        """));

    [Fact]
    public Task ReleasedThroughAlias() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            var same = view;
            same.Release();
            data.Append(2);
        }
        """));

    [Fact]
    public Task OwnerGoneAfterTheView() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        ByteView M()
        {
            var data = new ByteArray();
            data.Append(1);
            return data.View();
        }
        """));

    [Fact]
    public Task ViewStoredInFieldThenResized() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        ByteView _view;

        void M(ByteArray data)
        {
            _view = data.View();
            {|BUF1001:data.Resize(4)|};
        }

        void N(ByteArray data)
        {
            _view = data.View();
            _view.Release();
            data.Resize(4);
        }
        """));

    [Fact]
    public Task RefusedWithoutMoving() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using var view = data.ViewReadOnly();
            {|BUF1001:data.Clear()|};
        }

        void N(ByteArray data)
        {
            data.Clear();
            using var view = data.ViewReadOnly();
        }
        """));

    [Fact]
    public Task OneGrowthTwoViews() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using var first = data.View();
            using var second = data.View();
            {|BUF1001:{|BUF1001:data.Append(1)|}|};
        }
        """));

    [Fact]
    public Task EachRefusedCallIsReported() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data, bool flag)
        {
            using var view = data.View();
            if (flag)
                {|BUF1001:data.Append(1)|};
            else
                {|BUF1001:data.Resize(2)|};
        }
        """));
}
