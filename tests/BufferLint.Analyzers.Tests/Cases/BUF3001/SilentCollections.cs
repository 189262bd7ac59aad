// Frozen arrays, read-only collections and interfaces, and what was handed over to be read. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentCollections
{
    [Fact]
    public Task ImmutableOwn() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Collections.Immutable.ImmutableArray<int> F(int[] x)
            {
                var a = System.Collections.Immutable.ImmutableArray.Create(x);
                var raw = ImmutableCollectionsMarshal.AsArray(a);
                raw[0] = 1;
                return a;
            }
        }
        """));

    [Fact]
    public Task HandedOverBefore() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Collections.Immutable.ImmutableArray<int> F()
            {
                var arr = new int[] { 1, 2, 3 };
                arr[0] = 1;
                var a = ImmutableCollectionsMarshal.AsImmutableArray(arr);
                return a;
            }
        }
        """));

    [Fact]
    public Task CastOwn() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F()
            {
                IReadOnlyList<int> l = new List<int>();
                ((List<int>)l).Add(1);
            }
        }
        """));

    [Fact]
    public Task ArrayCopyFrom() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a, int[] b)
            {
                Array.Copy(ImmutableCollectionsMarshal.AsArray(a), b, 1);
            }
        }
        """));

    [Fact]
    public Task Isreadonly() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlyList<int> l)
            {
                if (l is IList<int> { IsReadOnly: false } w) w.Add(1);
            }
        }
        """));

    [Fact]
    public Task Isreadonly2() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlyCollection<int> l)
            {
                var w = l as ICollection<int>;
                if (w != null && !w.IsReadOnly) w.Add(1);
            }
        }
        """));

    [Fact]
    public Task IsArrayRead() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static int F(IReadOnlyList<int> l)
            {
                if (l is int[] a) return a[0];
                return 0;
            }
        }
        """));
}
