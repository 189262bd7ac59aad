// Local functions, lambdas, async methods and iterators.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Functions
{
    [Fact]
    public Task LocalFunctionReleases() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Release();
            return {|BUF2001:a[0]|};

            void Release() => ArrayPool<byte>.Shared.Return(a);
        }

        byte Before()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var first = a[0];
            Release();
            return first;

            void Release() => ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task LambdaReleases() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Action release = () => ArrayPool<byte>.Shared.Return(a);
            release();
            return {|BUF2001:a[0]|};
        }

        byte NeverCalled(List<Action> later)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            later.Add(() => ArrayPool<byte>.Shared.Return(a));
            return a[0];
        }
        """));

    [Fact]
    public Task Async() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<byte> M(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            await stream.ReadExactlyAsync(a);
            ArrayPool<byte>.Shared.Return(a);
            await Task.Yield();
            return {|BUF2001:a[0]|};
        }

        async Task<byte> Before(Stream stream)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                await stream.ReadExactlyAsync(a);
                return a[0];
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task AsyncStatement() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream source, Stream sink)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var read = await source.ReadAsync(a);
            ArrayPool<byte>.Shared.Return(a);
            await sink.WriteAsync({|BUF2001:a|}.AsMemory(0, read));
        }

        async Task Before(Stream source, Stream sink)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            int read;
            while ((read = await source.ReadAsync(a)) > 0)
            {
                await sink.WriteAsync(a.AsMemory(0, read));
            }

            ArrayPool<byte>.Shared.Return(a);
        }
        """));

    [Fact]
    public Task Iterators() => Verify.VerifyAnalyzerAsync(Members("""
        IEnumerable<byte> M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            yield return a[0];
            ArrayPool<byte>.Shared.Return(a);
            yield return {|BUF2001:a[1]|};
        }

        IEnumerable<byte> Before()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            try
            {
                yield return a[0];
                yield return a[1];
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task CapturedBeforeTheRelease() => Verify.VerifyAnalyzerAsync(Members("""
        Func<byte> M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Func<byte> first = () => a[0];
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:first|};
        }

        byte Invoked()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Func<byte> first = () => a[0];
            var value = first();
            ArrayPool<byte>.Shared.Return(a);
            return value;
        }
        """));

    [Fact]
    public Task SpanActions() => Verify.VerifyAnalyzerAsync(Members("""
        string M(int n)
        {
            var a = ArrayPool<char>.Shared.Rent(n);
            a.AsSpan().Fill('x');
            var text = string.Create(n, a, static (target, source) => source.AsSpan(0, target.Length).CopyTo(target));
            ArrayPool<char>.Shared.Return(a);
            return text;
        }

        string Late(int n)
        {
            var a = ArrayPool<char>.Shared.Rent(n);
            ArrayPool<char>.Shared.Return(a);
            return string.Create(n, {|BUF2001:a|}, static (target, source) => source.AsSpan(0, target.Length).CopyTo(target));
        }
        """));

    [Fact]
    public Task TopLevelExpressions() => Verify.VerifyAnalyzerAsync(Members("""
        byte M() => First(ArrayPool<byte>.Shared.Rent(8));

        static byte First(byte[] a)
        {
            try
            {
                return a[0];
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task KeptUnderAConditionThatAskedBefore() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] _kept;

        void KeepIf(byte[] array, bool keeps)
        {
            if (keeps)
            {
                System.Console.WriteLine("kept");
            }

            if (keeps)
            {
                _kept = array;
            }
        }

        void KeepUnless(byte[] array, bool gives)
        {
            if (gives)
            {
                System.Console.WriteLine("given");
            }

            if (!gives)
            {
                _kept = array;
            }
        }

        void M(bool keeps)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            KeepIf(a, keeps);
            ArrayPool<byte>.Shared.Return(a);
            {|BUF2001:_kept[0] = 1|};
        }

        void N(bool gives)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            KeepUnless(a, gives);
            ArrayPool<byte>.Shared.Return(a);
            {|BUF2001:_kept[0] = 1|};
        }

        void GivenUpFirst(bool gives)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            KeepUnless(a, gives);
            _kept = new byte[8];
            ArrayPool<byte>.Shared.Return(a);
            _kept[0] = 1;
        }
        """));
}
