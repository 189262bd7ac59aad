// Rented arrays and owners that no way out returns, or only some.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class NeverReturned
{
    [Fact]
    public Task OnNoWay() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            a[0] = 1;
            return a[0];
        }

        int Returned()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            a[0] = 1;
            var first = a[0];
            ArrayPool<int>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task OnSomeWays() => Verify.VerifyAnalyzerAsync(Members("""
        int M(bool early)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            if (early)
            {
                return 0;
            }

            ArrayPool<int>.Shared.Return(a);
            return 1;
        }

        int OnAll(bool early)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            if (early)
            {
                ArrayPool<int>.Shared.Return(a);
                return 0;
            }

            ArrayPool<int>.Shared.Return(a);
            return 1;
        }
        """));

    [Fact]
    public Task NameIsGivenAnotherArray() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            a[0] = 1;
            a = new int[8];
            return a[0];
        }

        int AnotherNameIsLeft()
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            var b = a;
            a = new int[8];
            ArrayPool<int>.Shared.Return(b);
            return a[0];
        }
        """));

    [Fact]
    public Task EveryTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
                a[0] = i;
            }
        }

        void Continues(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
                if (i == 3)
                {
                    continue;
                }

                ArrayPool<int>.Shared.Return(a);
            }
        }

        void Returned(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var a = ArrayPool<int>.Shared.Rent(8);
                a[0] = i;
                ArrayPool<int>.Shared.Return(a);
            }
        }
        """));

    [Fact]
    public Task GrowthForgetsTheOldOne() => Verify.VerifyAnalyzerAsync(Members("""
        int[] M(int n)
        {
            var a = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
            if (a.Length < n)
            {
                var bigger = ArrayPool<int>.Shared.Rent(n);
                a.CopyTo(bigger, 0);
                a = bigger;
            }

            return a;
        }

        int[] Returned(int n)
        {
            var a = ArrayPool<int>.Shared.Rent(8);
            if (a.Length < n)
            {
                var bigger = ArrayPool<int>.Shared.Rent(n);
                a.CopyTo(bigger, 0);
                ArrayPool<int>.Shared.Return(a);
                a = bigger;
            }

            return a;
        }
        """));

    [Fact]
    public Task Owners() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var owner = {|BUF2006:MemoryPool<byte>.Shared.Rent(8)|};
            return owner.Memory.Span[0];
        }

        int Using()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.Span[0];
        }

        int UsingStatement()
        {
            using (var owner = MemoryPool<byte>.Shared.Rent(8))
            {
                return owner.Memory.Span[0];
            }
        }

        int ConditionalAccess(bool needed)
        {
            var owner = needed ? MemoryPool<byte>.Shared.Rent(8) : null;
            var length = owner?.Memory.Length ?? 0;
            owner?.Dispose();
            return length;
        }
        """));

    [Fact]
    public Task NobodyHasAName() => Verify.VerifyAnalyzerAsync(Members("""
        int M() => {|BUF2006:ArrayPool<int>.Shared.Rent(8)|}.Length;

        void Discarded()
        {
            _ = {|BUF2006:ArrayPool<int>.Shared.Rent(8)|};
        }
        """));
}
