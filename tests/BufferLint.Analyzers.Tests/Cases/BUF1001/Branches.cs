// Paths: branches, tests, switches, jumps and calls that never return.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Branches
{
    [Fact]
    public Task GrowsOnOneBranch() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
                {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task RenewedOnTheBranchThatGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
            {
                list.Add(1);
                view = CollectionsMarshal.AsSpan(list);
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task RenewedOnTheOtherBranch() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
                {|BUF1001:list.Add(1)|};
            else
                view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task GrowsAndUsesOnDifferentBranches() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
                list.Add(1);
            else
                view[0] = 2;
        }
        """));

    [Fact]
    public Task LeavesAfterGrowing() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
            {
                list.Add(1);
                return;
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task ThrowsAfterGrowing() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
            {
                list.Add(1);
                throw new InvalidOperationException();
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task CallThatNeverReturns() => Verify.VerifyAnalyzerAsync(Members("""
        [DoesNotReturn]
        static void Fail() => throw new InvalidOperationException();

        void Ends(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
            {
                list.Add(1);
                Fail();
            }

            view[0] = 2;
        }

        static void Log() { }

        void GoesOn(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
            {
                {|BUF1001:list.Add(1)|};
                Log();
            }

            view[0] = 2;
        }

        void Exits(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (more)
            {
                list.Add(1);
                Environment.FailFast("full");
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task UnreachableUse() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            if (false)
                view[0] = 2;
        }
        """));

    [Fact]
    public Task ConditionalExpressionGrows() => Verify.VerifyAnalyzerAsync(Members("""
        static int Grow(List<int> list) => list.Count;

        int M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var added = more && list.Count > 3 ? {|BUF1001:list.EnsureCapacity(100)|} : 0;
            return view[0] + added;
        }

        int N(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return more ? list.EnsureCapacity(100) : view[0];
        }
        """));

    [Fact]
    public Task ShortCircuit() => Verify.VerifyAnalyzerAsync(Members("""
        bool Both(List<int> list, HashSet<int> seen)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return {|BUF1001:list.EnsureCapacity(100)|} > 3 && view[0] > 1;
        }

        bool UseFirst(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return view[0] > 1 && list.EnsureCapacity(100) > 3;
        }

        bool EitherUses(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return {|BUF1001:list.EnsureCapacity(100)|} > 3 || view[0] > 1;
        }
        """));

    [Fact]
    public Task NullConditional() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list?{|BUF1001:.Add(1)|};
            view[0] = 2;
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
            list?.Add(1);
        }
        """));

    [Fact]
    public Task SwitchStatement() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int kind)
        {
            var view = CollectionsMarshal.AsSpan(list);
            switch (kind)
            {
                case 0:
                    {|BUF1001:list.Add(0)|};
                    break;
                case 1:
                    list.Add(1);
                    view = CollectionsMarshal.AsSpan(list);
                    break;
                case 2:
                    list.Add(2);
                    return;
                case 3:
                    {|BUF1001:list.Add(3)|};
                    goto case 1000;
                case 1000:
                    view[0] = 1;
                    break;
                default:
                    list.Sort();
                    break;
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task SwitchExpression() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, int kind)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var room = kind switch
            {
                0 => list.Capacity,
                1 => {|BUF1001:list.EnsureCapacity(10)|},
                _ => throw new ArgumentException(nameof(kind)),
            };
            return view[0] + room;
        }

        int N(List<int> list, int kind)
        {
            var view = CollectionsMarshal.AsSpan(list);
            return kind switch
            {
                0 => view[0],
                1 => list.EnsureCapacity(10),
                _ => 0,
            };
        }
        """));

    [Fact]
    public Task SwitchExpressionThatThrows() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, int kind)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var room = list.Count > 3 ? throw new ArgumentException(list.EnsureCapacity(10).ToString()) : 1;
            return view[0] + room;
        }
        """));

    [Fact]
    public Task Goto() => Verify.VerifyAnalyzerAsync(Members("""
        void Back(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
        again:
            view[0]++;
            if (view[0] < 10)
            {
                {|BUF1001:list.Add(1)|};
                goto again;
            }
        }

        void BackToTheAcquire(List<int> list)
        {
        again:
            var view = CollectionsMarshal.AsSpan(list);
            view[0]++;
            if (view[0] < 10)
            {
                list.Add(1);
                goto again;
            }
        }

        void Over(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.Add(1);
            goto end;
            view[0] = 2;
        end:
            list.Clear();
        }
        """));

    [Fact]
    public Task ViewOfOneOfTwoByBranch() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> a, List<int> b, bool flag)
        {
            Span<int> view;
            if (flag)
                view = CollectionsMarshal.AsSpan(a);
            else
                view = CollectionsMarshal.AsSpan(b);
            {|BUF1001:b.Add(1)|};
            view[0] = 2;
        }

        void N(List<int> a, List<int> b, bool flag)
        {
            Span<int> view;
            if (flag)
            {
                view = CollectionsMarshal.AsSpan(a);
                b.Add(1);
            }
            else
            {
                view = CollectionsMarshal.AsSpan(b);
                a.Add(1);
            }

            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewOrFallback() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, bool small)
        {
            Span<int> scratch = small ? stackalloc int[16] : CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return scratch[0];
        }

        int N(List<int> list, bool small)
        {
            Span<int> scratch = small ? stackalloc int[16] : new int[list.Count];
            list.Add(1);
            return scratch[0];
        }
        """));

    [Fact]
    public Task EndlessLoopLeftByBreak() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            while (true)
            {
                if (list.Count > 10) break;
                {|BUF1001:list.Add(1)|};
            }
            return view[0];
        }

        int N(List<int> list)
        {
            Span<int> view;
            while (true)
            {
                list.Add(1);
                view = CollectionsMarshal.AsSpan(list);
                if (view[0] > 10) break;
            }
            return view[0];
        }
        """));

    [Fact]
    public Task CallThatDoesNotReturnIf() => Verify.VerifyAnalyzerAsync(Members("""
        static void Assert([DoesNotReturnIf(false)] bool ok) { }
        int M(List<int> list, bool grown)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (grown)
            {
                list.Add(1);
                Assert(false);
            }
            return view[0];
        }
        """));
}
