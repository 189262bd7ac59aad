// BUF1003: what is known to be answered wrongly today, each with its reason. A case that turns right moves away from here.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1003.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1003;

public class KnownGaps
{
    // A method of this type that raises the event itself: bodies of callees are not summarised yet.
    [Fact]
    public Task EventRaisedByACalledMethod() => Verify.VerifyAnalyzerAsync(Members("""
        void Raise() => Changed?.Invoke(0);

        public void Visit()
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            Raise();
            first = 1;
        }
        """));

    // Whether a list in an internal field is changed is asked of its own type only.
    [Fact]
    public Task InternalFieldChangedByAnotherType() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            internal readonly List<int> Items = new();

            public void Visit(Action visit)
            {
                ref var first = ref CollectionsMarshal.AsSpan(Items)[0];
                visit();
                first = 1;
            }
        }

        class Filler
        {
            public static void Fill(Store store) => store.Items.Add(1);
        }
        """));

    // A delegate that was given the list by the caller cannot be told from one that only reads.
    [Fact]
    public Task PredicateThatNeverChangesAnything() => Verify.VerifyAnalyzerAsync(Types("""
        static class Extensions
        {
            public static bool Any(this List<int> list, Func<int, bool> match)
            {
                foreach (var item in CollectionsMarshal.AsSpan(list))
                {
                    if ({|BUF1003:match(item)|})
                    {
                        return true;
                    }
                }

                return false;
            }
        }
        """));

    // Delegates kept in a list are nobody's that is known.
    [Fact]
    public Task DelegateOutOfAList() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<Action> _handlers = new();

        public void Visit()
        {
            ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
            foreach (var handler in _handlers)
            {
                handler();
            }

            first = 1;
        }
        """));
}
