// Clang's lifetime tests: references, iterators and views of std::vector, std::string and std::unordered_map, in C#.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class PortedFromClang
{
    // auto it = v.begin(); v.push_back(1); *it;
    [Fact]
    public Task PushBackInvalidatesIterator() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> v)
        {
            var it = CollectionsMarshal.AsSpan(v).GetEnumerator();
            {|BUF1001:v.Add(1)|};
            return it.MoveNext() ? it.Current : 0;
        }

        int Renewed(List<int> v)
        {
            var it = CollectionsMarshal.AsSpan(v).GetEnumerator();
            v.Add(1);
            it = CollectionsMarshal.AsSpan(v).GetEnumerator();
            return it.MoveNext() ? it.Current : 0;
        }
        """));

    [Theory]
    [InlineData("v.Insert(0, 1)")]
    [InlineData("v.InsertRange(1, new[] { 1, 2 })")]
    [InlineData("v.RemoveAt(0)")]
    [InlineData("v.RemoveRange(0, 2)")]
    [InlineData("v.Clear()")]
    [InlineData("v.Capacity = 100")]
    [InlineData("v.TrimExcess()")]
    [InlineData("CollectionsMarshal.SetCount(v, 100)")]
    [InlineData("v.EnsureCapacity(100)")]
    [InlineData("v.AddRange(other)")]
    public Task EachMemberThatInvalidates(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        int M(List<int> v, List<int> other)
        {
            var view = CollectionsMarshal.AsSpan(v);
            {|BUF1001:{{call}}|};
            return view[0];
        }
        """));

    // v = other; v.swap(other): the C# variables are references, the lists themselves stay.
    [Fact]
    public Task AssignmentOfTheVariable() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> v, List<int> other)
        {
            var view = CollectionsMarshal.AsSpan(v);
            v = other;
            return view[0];
        }
        """));

    // for (int x : v) if (x) { v.erase(it); break; }
    [Fact]
    public Task EraseThenBreak() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> v)
        {
            var view = CollectionsMarshal.AsSpan(v);
            for (var i = 0; i < view.Length; ++i)
            {
                if (view[i] == 3)
                {
                    v.RemoveAt(i);
                    break;
                }
            }
        }

        void NoBreak(List<int> v)
        {
            var view = CollectionsMarshal.AsSpan(v);
            for (var i = 0; i < view.Length; ++i)
            {
                if (view[i] == 3)
                    {|BUF1001:v.RemoveAt(i)|};
            }
        }
        """));

    // it = v.erase(it): the loop that renews.
    [Fact]
    public Task EraseAndRenew() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> v)
        {
            var view = CollectionsMarshal.AsSpan(v);
            for (var i = 0; i < view.Length;)
            {
                if (view[i] == 3)
                {
                    v.RemoveAt(i);
                    view = CollectionsMarshal.AsSpan(v);
                }
                else
                {
                    ++i;
                }
            }
        }
        """));

    // int *p = flag ? &a[0] : &b[0]; a.push_back(1); *p;
    [Fact]
    public Task PointerToEither() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> a, List<int> b, bool flag)
        {
            ref int p = ref flag ? ref CollectionsMarshal.AsSpan(a)[0] : ref CollectionsMarshal.AsSpan(b)[0];
            {|BUF1001:a.Add(1)|};
            return p;
        }

        int Third(List<int> a, List<int> b, List<int> c, bool flag)
        {
            ref int p = ref flag ? ref CollectionsMarshal.AsSpan(a)[0] : ref CollectionsMarshal.AsSpan(b)[0];
            c.Add(1);
            return p;
        }
        """));

    // std::string_view sv = s; s.append("x"); sv.size() is fine here, sv[0] is not.
    [Fact]
    public Task StringViewAfterAppend() => Verify.VerifyAnalyzerAsync(Members("""
        int Size(List<char> s)
        {
            ReadOnlySpan<char> sv = CollectionsMarshal.AsSpan(s);
            s.AddRange("x".AsSpan());
            return sv.Length;
        }

        char First(List<char> s)
        {
            ReadOnlySpan<char> sv = CollectionsMarshal.AsSpan(s);
            {|BUF1001:s.AddRange("x".AsSpan())|};
            return sv[0];
        }
        """));

    // auto &x = m[1]; m[2] = 3; x: std::unordered_map keeps references, Dictionary does not.
    [Fact]
    public Task ReferenceIntoMap() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<int, int> m)
        {
            ref int x = ref CollectionsMarshal.GetValueRefOrAddDefault(m, 1, out _);
            {|BUF1001:m[2] = 3|};
            return x;
        }

        int Erased(Dictionary<int, int> m)
        {
            ref int x = ref CollectionsMarshal.GetValueRefOrAddDefault(m, 1, out _);
            {|BUF1001:m.Remove(1)|};
            return x;
        }

        int OtherErased(Dictionary<int, int> m)
        {
            ref int x = ref CollectionsMarshal.GetValueRefOrAddDefault(m, 1, out _);
            m.Remove(2);
            return x;
        }
        """));

    // v.push_back(v[0]) and foo(v, v[0]): by value there is nothing to invalidate.
    [Fact]
    public Task PushBackOfOwnElement() => Verify.VerifyAnalyzerAsync(Members("""
        static void Push(List<int> v, int item) => v.Add(item);

        void M(List<int> v)
        {
            v.Add(CollectionsMarshal.AsSpan(v)[0]);
            Push(v, CollectionsMarshal.AsSpan(v)[0]);
        }
        """));

    // struct S { std::vector<int> a, b; }: s.a and s.b are different.
    [Fact]
    public Task FieldsOfAStruct() => Verify.VerifyAnalyzerAsync(Types("""
        struct S { public List<int> A, B; }

        class C
        {
            int Same(S s)
            {
                ref int p = ref CollectionsMarshal.AsSpan(s.A)[0];
                {|BUF1001:s.A.Add(1)|};
                return p;
            }

            int Other(S s)
            {
                ref int p = ref CollectionsMarshal.AsSpan(s.A)[0];
                s.B.Add(1);
                return p;
            }

            int Copied(S s)
            {
                var t = s;
                ref int p = ref CollectionsMarshal.AsSpan(s.A)[0];
                {|BUF1001:t.A.Add(1)|};
                return p;
            }
        }
        """));

    // An array of vectors with different constant indices.
    [Fact]
    public Task VectorOfVectors() => Verify.VerifyAnalyzerAsync(Members("""
        int Inner(List<List<int>> vv)
        {
            ref int p = ref CollectionsMarshal.AsSpan(vv[0])[0];
            {|BUF1001:vv[0].Add(1)|};
            return p;
        }

        int Sibling(List<List<int>> vv)
        {
            ref int p = ref CollectionsMarshal.AsSpan(vv[0])[0];
            vv[1].Add(1);
            return p;
        }

        int Outer(List<List<int>> vv)
        {
            ref var row = ref CollectionsMarshal.AsSpan(vv)[0];
            {|BUF1001:vv.Add(new List<int>())|};
            return row[0];
        }
        """));

    // Loop carried: p is set at the end of a turn and used at the start of the next.
    [Fact]
    public Task LoopCarriedPointer() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> v, int count)
        {
            var zero = 0;
            ref int p = ref zero;
            var sum = 0;
            for (var i = 0; i < count; i++)
            {
                sum += p;
                p = ref CollectionsMarshal.AsSpan(v)[0];
                {|BUF1001:v.Add(i)|};
            }

            return sum;
        }

        int Reseated(List<int> v, int count)
        {
            var zero = 0;
            ref int p = ref zero;
            var sum = 0;
            for (var i = 0; i < count; i++)
            {
                sum += p;
                v.Add(i);
                p = ref CollectionsMarshal.AsSpan(v)[0];
            }

            return sum;
        }

        int Fresh(List<int> v, int count)
        {
            var sum = 0;
            for (var i = 0; i < count; i++)
            {
                v.Add(i);
                ref int p = ref CollectionsMarshal.AsSpan(v)[0];
                sum += p;
            }

            return sum;
        }
        """));

    // The view dies on both branches, in each by another call: two reports.
    [Fact]
    public Task InvalidatedOnBothBranches() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> v, bool flag)
        {
            ref int p = ref CollectionsMarshal.AsSpan(v)[0];
            if (flag)
                {|BUF1001:v.Add(1)|};
            else
                {|BUF1001:v.Clear()|};
            return p;
        }
        """));

    // reserve() before taking the pointer.
    [Fact]
    public Task ReserveFirst() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var v = new List<int>();
            v.EnsureCapacity(10);
            v.Add(1);
            ref int p = ref CollectionsMarshal.AsSpan(v)[0];
            v.Add(2);
            return p;
        }

        int Reserved(List<int> v)
        {
            v.EnsureCapacity(10);
            ref int p = ref CollectionsMarshal.AsSpan(v)[0];
            {|BUF1001:v.Add(2)|};
            return p;
        }
        """));
}
