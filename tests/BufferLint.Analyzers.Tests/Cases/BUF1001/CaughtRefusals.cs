// Counted views: a refusal that the code around catches is meant.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.AnnotatedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class CaughtRefusals
{
    [Theory]
    [InlineData("catch (BufferError)")]
    [InlineData("catch (BufferError error) when (error.Data.Count == 0)")]
    [InlineData("catch (InvalidOperationException)")]
    [InlineData("catch (Exception)")]
    [InlineData("catch")]
    public Task CaughtByItsTypeOrABase(string clause) => Verify.VerifyAnalyzerAsync(WithByteArray($$"""
        bool M(ByteArray data)
        {
            using var view = data.View();
            try
            {
                data.Append(1);
                return false;
            }
            {{clause}}
            {
                return true;
            }
        }
        """));

    [Theory]
    [InlineData("catch (ArgumentException)")]
    [InlineData("catch (ObjectDisposedException)")]
    [InlineData("finally")]
    public Task NotCaught(string clause) => Verify.VerifyAnalyzerAsync(WithByteArray($$"""
        void M(ByteArray data)
        {
            using var view = data.View();
            try
            {
                {|BUF1001:data.Append(1)|};
            }
            {{clause}}
            {
                Console.WriteLine();
            }
        }
        """));

    [Fact]
    public Task SecondClauseCatches() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using var view = data.View();
            try
            {
                data.Append(1);
            }
            catch (ArgumentException)
            {
            }
            catch (BufferError)
            {
            }
        }
        """));

    [Fact]
    public Task OuterTryCatches() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            try
            {
                using var view = data.View();
                try
                {
                    data.Append(1);
                }
                finally
                {
                    Console.WriteLine();
                }
            }
            catch (BufferError)
            {
            }
        }
        """));

    [Fact]
    public Task ResizedInTheHandler() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var view = data.View();
            try
            {
                data.Append(1);
            }
            catch (BufferError)
            {
                {|BUF1001:data.Append(1)|};
            }
        }

        void ReleasedInTheHandler(ByteArray data)
        {
            var view = data.View();
            try
            {
                data.Append(1);
            }
            catch (BufferError)
            {
                view.Release();
                data.Append(1);
            }
        }
        """));

    [Fact]
    public Task ViewLivesOnAfterACaughtRefusal() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        byte M(ByteArray data)
        {
            using var view = data.View();
            try
            {
                data.Append(1);
            }
            catch (BufferError)
            {
            }

            return view[0];
        }
        """));

    [Fact]
    public Task BeforeTheTry() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            using var view = data.View();
            {|BUF1001:data.Append(1)|};
            try
            {
                view[0] = 2;
            }
            catch (BufferError)
            {
            }
        }
        """));

    [Fact]
    public Task RefusalExpectedOfALambda() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        static void Throws<T>(Action action) where T : Exception { }

        void M(ByteArray data)
        {
            using var view = data.View();
            Throws<BufferError>(() => data.Append(1));
            view[0] = 1;
        }
        """));

    [Fact]
    public Task SpanIsNotCounted() => Verify.VerifyAnalyzerAsync(WithByteArray("""
        void M(ByteArray data)
        {
            var window = data.Window(0);
            data.Append(1);
        }

        void N(ByteArray data)
        {
            var window = data.Window(0);
            try
            {
                {|BUF1001:data.Append(1)|};
            }
            catch (BufferError)
            {
            }

            window[0] = 1;
        }
        """));
}
