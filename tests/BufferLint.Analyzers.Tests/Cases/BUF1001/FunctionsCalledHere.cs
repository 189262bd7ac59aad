// Lambdas and local functions that run while the view is in use: called by name, by variable, or by the framework.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class FunctionsCalledHere
{
    [Theory]
    [InlineData("Grow()", "void Grow() => list.Add(1);")]
    [InlineData("Grow(list)", "static void Grow(List<int> other) => other.Add(1);")]
    [InlineData("Outer()", "void Outer() => Inner(); void Inner() => list.Add(1);")]
    [InlineData("Down(3)", "void Down(int left) { if (left > 0) Down(left - 1); else list.Add(1); }")]
    [InlineData("Twice()", "void Twice() { list.EnsureCapacity(list.Count + 1); list.Add(1); }")]
    [InlineData("GrowField()", "void GrowField() => _field.Add(1);", "_field")]
    public Task GrowsInALocalFunction(string call, string function, string owner = "list") => Verify.VerifyAnalyzerAsync(Members($$"""
        readonly List<int> _field = new();

        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan({{owner}});
            {|BUF1001:{{call}}|};
            view[0] = 2;

            {{function}}
        }
        """));

    [Theory]
    [InlineData("Grow(new())", "static void Grow(List<int> other) => other.Add(1);")]
    [InlineData("Grow(spare)", "static void Grow(List<int> other) => other.Add(1);")]
    [InlineData("Grow()", "void Grow() => spare.Add(1);")]
    [InlineData("Fail()", "void Fail() { list.Add(1); throw new InvalidOperationException(); }")]
    [InlineData("Check()", "void Check() { if (list.Count > 3) { list.Add(1); throw new InvalidOperationException(); } }")]
    [InlineData("Write()", "void Write() => list[0] = 1;")]
    [InlineData("Renew()", "void Renew() { list = new(); list.Add(1); }")]
    public Task LocalFunctionThatLeavesItsPlace(string call, string function) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, List<int> spare)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{call}};
            view[0] = 2;

            {{function}}
        }
        """));

    [Fact]
    public Task LambdaInAVariable() => Verify.VerifyAnalyzerAsync(Members("""
        void Called(List<int> list)
        {
            Action grow = () => list.Add(1);
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:grow()|};
            view[0] = 2;
        }

        void CalledByInvoke(List<int> list)
        {
            Action<int> grow = list.Count > 3 ? item => list.Add(item) : item => list.Add(-item);
            Action<int> one = item => list.Add(item);
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:one.Invoke(3)|};
            view[0] = 2;
        }

        void CalledAtOnce(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:((Action)(() => list.Add(1)))()|};
            view[0] = 2;
        }

        void NeverCalled(List<int> list)
        {
            Action grow = () => list.Add(1);
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
            grow();
        }

        void AnotherByThen(List<int> list)
        {
            Action grow = () => list.Add(1);
            grow = () => { };
            var view = CollectionsMarshal.AsSpan(list);
            grow();
            view[0] = 2;
        }

        void TakenAgain(List<int> list)
        {
            Action grow = () => list.Add(1);
            var view = CollectionsMarshal.AsSpan(list);
            grow();
            view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task WithinTheRoom() => Verify.VerifyAnalyzerAsync(Members("""
        void Enough(List<int> list)
        {
            list.EnsureCapacity(list.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            Grow();
            view[0] = 2;

            void Grow() => list.Add(1);
        }

        void TooLittle(List<int> list)
        {
            list.EnsureCapacity(list.Count + 1);
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:Grow()|};
            view[0] = 2;

            void Grow()
            {
                while (list.Count < 8)
                    list.Add(1);
            }
        }
        """));

    [Theory]
    [InlineData("items.ForEach(item => list.Add(item))")]
    [InlineData("items.ForEach(list.Add)")]
    [InlineData("Array.ForEach(numbers, item => list.Add(item))")]
    [InlineData("_ = items.FindIndex(item => { list.Add(item); return false; })")]
    [InlineData("_ = string.Create(3, 4, (text, state) => list.Add(state))")]
    [InlineData("_ = numbers.Sum(item => { list.Add(item); return item; })")]
    [InlineData("_ = numbers.Select(item => { list.Add(item); return item; }).ToArray()")]
    public Task FrameworkThatCallsAtOnce(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, List<int> items, int[] numbers)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{(call.StartsWith("_ = ") ? "_ = {|BUF1001:" + call[4..] : "{|BUF1001:" + call)}}|};
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("items.ForEach(item => items[0] = item)")]
    [InlineData("items.ForEach(other.Add)")]
    [InlineData("_ = numbers.Select(item => { list.Add(item); return item; })")]
    [InlineData("_ = new Lazy<int>(() => { list.Add(1); return 1; })")]
    public Task FrameworkThatCallsLaterOrElsewhere(string call) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, List<int> other, List<int> items, int[] numbers)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{call}};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ViewFromALocalFunction() => Verify.VerifyAnalyzerAsync(Members("""
        void Captured(List<int> list)
        {
            var view = Live();
            {|BUF1001:list.Add(1)|};
            view[0] = 2;

            Span<int> Live() => CollectionsMarshal.AsSpan(list);
        }

        void Given(List<int> list, List<int> other)
        {
            var view = Live(list);
            other.Add(1);
            {|BUF1001:list.Add(1)|};
            view[0] = 2;

            static Span<int> Live(List<int> some) => CollectionsMarshal.AsSpan(some);
        }

        void CopyOfIt(List<int> list)
        {
            var view = Copy();
            list.Add(1);
            view[0] = 2;

            Span<int> Copy() => CollectionsMarshal.AsSpan(list).ToArray();
        }
        """));
}
