// Bodies that name neither pool nor view, only a member of the compilation which releases.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class ReleasedByOwnHelpers
{
    [Fact]
    public Task GivenByName() => Verify.VerifyAnalyzerAsync(Types("""
        static class Buffers
        {
            public static void Recycle(this int[] array) => ArrayPool<int>.Shared.Return(array);
        }

        class C
        {
            int[] _kept = new int[4];

            void Used(int[] a)
            {
                Buffers.Recycle(a);
                {|BUF2001:a[0] = 1|};
            }

            void UsedBefore(int[] a)
            {
                a[0] = 1;
                Buffers.Recycle(a);
            }

            void Twice(int[] a)
            {
                Buffers.Recycle(a);
                {|BUF2002:Buffers.Recycle(a)|};
            }

            void OfAField()
            {
                Buffers.Recycle(_kept);
                {|BUF2001:_kept[0] = 1|};
            }

            void FieldGivenAnother()
            {
                Buffers.Recycle(_kept);
                _kept = new int[8];
                _kept[0] = 1;
            }

            void Extension(int[] a)
            {
                a.Recycle();
                {|BUF2001:a[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task InLoops() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            static void Recycle(int[] array) => ArrayPool<int>.Shared.Return(array);

            void EachItsOwn(int[][] all)
            {
                foreach (var a in all)
                {
                    a[0] = 1;
                    Recycle(a);
                }
            }

            void OneForAllTurns(int[] a, int n)
            {
                for (var i = 0; i < n; i++)
                {
                    {|BUF2001:a[0] = 1|};
                    {|BUF2002:Recycle(a)|};
                }
            }
        }
        """));

    [Fact]
    public Task ByWayOfOthers() => Verify.VerifyAnalyzerAsync(Types("""
        class Cache
        {
            static void Inner(byte[] array) => ArrayPool<byte>.Shared.Return(array);

            public void Put(byte[] array) => Inner(array);
        }

        class C
        {
            void Used(Cache cache, byte[] a)
            {
                cache.Put(a);
                {|BUF2001:a[0] = 1|};
            }

            void OtherUsed(Cache cache, byte[] a, byte[] b)
            {
                cache.Put(a);
                b[0] = 1;
            }
        }
        """));
}
