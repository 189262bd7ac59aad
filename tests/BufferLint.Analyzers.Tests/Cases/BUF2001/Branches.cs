// Early exits, switches, jumps and calls that never return, and what was released on the way.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class Branches
{
    [Fact]
    public Task EarlyExits() => Verify.VerifyAnalyzerAsync(Members("""
        int M(byte[] input)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            if (input.Length == 0)
            {
                ArrayPool<byte>.Shared.Return(a);
                return 0;
            }

            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        int NoExit(byte[] input)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            if (input.Length == 0)
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            var first = {|BUF2001:a[0]|};
            return first;
        }
        """));

    [Fact]
    public Task ThrowHelpers() => Verify.VerifyAnalyzerAsync(Members("""
        int M(byte[] input)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            if (input.Length == 0)
            {
                ArrayPool<byte>.Shared.Return(a);
                Fail();
            }

            var first = a[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        static void Fail() => throw new InvalidOperationException();
        """));

    [Fact]
    public Task LogHelpers() => Verify.VerifyAnalyzerAsync(Members("""
        int M(byte[] input)
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            if (input.Length == 0)
            {
                ArrayPool<byte>.Shared.Return(a);
                Log();
            }

            return {|BUF2001:a[0]|};
        }

        static void Log() => Console.WriteLine("empty");
        """));

    [Fact]
    public Task SwitchSections() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int kind)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            switch (kind)
            {
                case 0:
                    ArrayPool<int>.Shared.Return(a);
                    return 0;
                case 1:
                    a[0] = 1;
                    break;
                default:
                    break;
            }

            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }

        int FallsOut(int kind)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            switch (kind)
            {
                case 0:
                    ArrayPool<int>.Shared.Return(a);
                    break;
                default:
                    return 1;
            }

            return {|BUF2001:a[0]|};
        }
        """));

    [Fact]
    public Task SwitchExpressions() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int kind)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var value = kind switch { 0 => a[0], 1 => a[1], _ => 0 };
            ArrayPool<int>.Shared.Return(a);
            return value;
        }

        int Late(int kind)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            ArrayPool<int>.Shared.Return(a);
            return kind switch { 0 => {|BUF2001:a[0]|}, _ => 0 };
        }
        """));

    [Fact]
    public Task GotoBack() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
        again:
            a[0] = n;
            if (n-- > 0)
            {
                goto again;
            }

            ArrayPool<int>.Shared.Return(a);
            return n;
        }

        int ReturnedOnTheWayBack(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
        again:
            {|BUF2001:a[0] = n|};
            {|BUF2002:ArrayPool<int>.Shared.Return(a)|};
            if (n-- > 0)
            {
                goto again;
            }

            return n;
        }
        """));
}
