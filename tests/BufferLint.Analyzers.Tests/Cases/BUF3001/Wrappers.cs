// Collections behind read-only types and interfaces. Reported; each has a twin of nearly the same name in SilentWrappers.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Wrappers
{
    [Fact]
    public Task ReadonlyDictWrapper() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.ObjectModel.ReadOnlyDictionary<int,int> d)
            {
                {|BUF3001:((IDictionary<int,int>)d).Add(1, 2)|};
            }
        }
        """));

    [Fact]
    public Task ImmutableArrayIlist() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> d)
            {
                {|BUF3001:((IList<int>)d)[0] = 3|};
            }
        }
        """));

    [Fact]
    public Task FrozenDict() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Frozen.FrozenDictionary<int,int> d)
            {
                {|BUF3001:((IDictionary<int,int>)d)[1] = 3|};
            }
        }
        """));

    [Fact]
    public Task RoAsArrayWithSort() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlyList<int> d)
            {
                if (d is int[] a) Array.Sort({|BUF3001:a|});
            }
        }
        """));

    [Fact]
    public Task RoSetAsHashset() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlySet<int> d)
            {
                {|BUF3001:(d as HashSet<int>)!.Clear()|};
            }
        }
        """));
}
