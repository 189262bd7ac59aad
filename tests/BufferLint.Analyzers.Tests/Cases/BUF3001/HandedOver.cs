// Arrays that are handed over to be read, and written by the name that was kept. Reported; each has a twin of nearly the same name in SilentHandedOver.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class HandedOver
{
    [Fact]
    public Task HandoverLoopSameArray() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static List<System.Collections.Immutable.ImmutableArray<int>> F(int n)
            {
                var l = new List<System.Collections.Immutable.ImmutableArray<int>>();
                var a = new int[n];
                for (int i = 0; i < n; i++)
                {
                    {|BUF3001:a[0] = i|};
                    l.Add(ImmutableCollectionsMarshal.AsImmutableArray(a));
                }
                return l;
            }
        }
        """));

    [Fact]
    public Task HandoverSpan() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Collections.Immutable.ImmutableArray<int> F(int n)
            {
                var a = new int[n];
                var s = a.AsSpan();
                var r = ImmutableCollectionsMarshal.AsImmutableArray(a);
                {|BUF3001:s[0] = 1|};
                return r;
            }
        }
        """));

    [Fact]
    public Task HandoverField() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            System.Collections.Immutable.ImmutableArray<int> _f; public void F(int[] a)
            {
                _f = ImmutableCollectionsMarshal.AsImmutableArray(a);
                Array.Sort({|BUF3001:a|});
            }
        }
        """));

    [Fact]
    public Task UnsafeAsHandover() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Collections.Immutable.ImmutableArray<int> F(int n)
            {
                var a = new int[n];
                var r = Unsafe.As<int[], System.Collections.Immutable.ImmutableArray<int>>(ref a);
                {|BUF3001:a[0] = 1|};
                return r;
            }
        }
        """));
}
