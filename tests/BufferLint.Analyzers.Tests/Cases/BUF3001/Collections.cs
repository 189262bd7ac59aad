// Frozen arrays, read-only collections and interfaces, and what was handed over to be read. Reported; each has a twin of nearly the same name in SilentCollections.cs.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Collections
{
    [Fact]
    public Task ImmutableAsarray() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a)
            {
                var raw = ImmutableCollectionsMarshal.AsArray(a);
                {|BUF3001:raw[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task ImmutableAsarraySort() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a)
            {
                Array.Sort({|BUF3001:ImmutableCollectionsMarshal.AsArray(a)|});
            }
        }
        """));

    [Fact]
    public Task HandedOver() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Collections.Immutable.ImmutableArray<int> F()
            {
                var arr = new int[] { 1, 2, 3 };
                var a = ImmutableCollectionsMarshal.AsImmutableArray(arr);
                {|BUF3001:arr[0] = 1|};
                return a;
            }
        }
        """));

    [Fact]
    public Task CastList() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlyList<int> l)
            {
                {|BUF3001:((List<int>)l).Add(1)|};
            }
        }
        """));

    [Fact]
    public Task CastArray() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlyList<int> l)
            {
                var a = (int[])l;
                {|BUF3001:a[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task Rocollection() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.ObjectModel.ReadOnlyCollection<int> l)
            {
                IList<int> w = l;
                {|BUF3001:w.Add(1)|};
            }
        }
        """));

    [Fact]
    public Task ArrayCopy() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a, int[] b)
            {
                Array.Copy(b, {|BUF3001:ImmutableCollectionsMarshal.AsArray(a)|}, 1);
            }
        }
        """));

    [Fact]
    public Task ImmutableField() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            System.Collections.Immutable.ImmutableArray<int> _a;
            public void F()
            {
                int[] raw = ImmutableCollectionsMarshal.AsArray(_a)!;
                {|BUF3001:raw[1]++|};
            } }
        """));

    [Fact]
    public Task Frozen() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Frozen.FrozenSet<int> s)
            {
                {|BUF3001:((ISet<int>)s).Add(1)|};
            }
        }
        """));

    [Fact]
    public Task ImmutableListAsIlist() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableList<int> s)
            {
                {|BUF3001:((IList<int>)s).Add(1)|};
            }
        }
        """));

    [Fact]
    public Task Asreadonly() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(List<int> l)
            {
                var r = l.AsReadOnly();
                {|BUF3001:((ICollection<int>)r).Add(1)|};
            }
        }
        """));

    [Fact]
    public Task ArrayAsreadonly() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(int[] a)
            {
                IList<int> r = Array.AsReadOnly(a);
                {|BUF3001:r[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task As() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlyCollection<int> l)
            {
                var w = l as List<int>;
                {|BUF3001:w.Add(1)|};
            }
        }
        """));

    [Fact]
    public Task Dict() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(IReadOnlyDictionary<int, int> d)
            {
                {|BUF3001:((Dictionary<int, int>)d)[1] = 2|};
            }
        }
        """));

    [Fact]
    public Task UnsafeAsImmutable() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a)
            {
                {|BUF3001:Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref a)[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task UnsafeAsImmutableLocal() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a)
            {
                int[] x = Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref a);
                {|BUF3001:x[0] = 1|};
            }
        }
        """));

    [Fact]
    public Task ImmutableItemref() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a)
            {
                {|BUF3001:Unsafe.AsRef(in a.ItemRef(0)) = 1|};
            }
        }
        """));

    [Fact]
    public Task ImmutableSpan() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a)
            {
                {|BUF3001:MemoryMarshal.GetReference(a.AsSpan()) = 1|};
            }
        }
        """));

    [Fact]
    public Task ImmutableFixed() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static void F(System.Collections.Immutable.ImmutableArray<int> a)
            {
                fixed (int* p = a.AsSpan()) {|BUF3001:p[1] = 2|};
            }
        }
        """));
}
