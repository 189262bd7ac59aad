// Arrays that are handed over to be read, and written by the name that was kept. What must stay silent.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class SilentHandedOver
{
    [Fact]
    public Task ArrayReturnedImmutables() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Collections.Immutable.ImmutableArray<int> F(int n)
            {
                var a = new int[n];
                for (int i = 0; i < n; i++) a[i] = i;
                return ImmutableCollectionsMarshal.AsImmutableArray(a);
            }
        }
        """));

    [Fact]
    public Task HandoverThenReplaced() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static System.Collections.Immutable.ImmutableArray<int> F(int n)
            {
                var a = new int[n];
                var r = ImmutableCollectionsMarshal.AsImmutableArray(a);
                a = new int[n];
                a[0] = 1;
                return r;
            }
        }
        """));

    [Fact]
    public Task HandoverLoop() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            public static List<System.Collections.Immutable.ImmutableArray<int>> F(int n)
            {
                var l = new List<System.Collections.Immutable.ImmutableArray<int>>();
                for (int i = 0; i < n; i++)
                {
                    var a = new int[n];
                    a[0] = i;
                    l.Add(ImmutableCollectionsMarshal.AsImmutableArray(a));
                }
                return l;
            }
        }
        """));

    [Fact]
    public Task WholeVariableReplaced() => Verify.VerifyAnalyzerAsync(Types("""
        class Cache
        {
            private System.Collections.Immutable.ImmutableArray<int> _items;

            public void Assign() => Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref _items) = new int[3];

            public void Exchange() => System.Threading.Interlocked.Exchange(ref Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref _items), new int[3]);

            public void ByName()
            {
                ref var items = ref Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref _items);
                items = new int[3];
            }
        }
        """));
}
