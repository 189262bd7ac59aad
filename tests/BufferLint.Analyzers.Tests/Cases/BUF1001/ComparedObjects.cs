// Two names that the code compares: where they are found equal they are one object, where not they are two.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ComparedObjects
{
    [Theory]
    [InlineData("ReferenceEquals(a, b)")]
    [InlineData("a == b")]
    [InlineData("!(a != b)")]
    public Task ParametersFoundSame(string condition) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> a, List<int> b)
        {
            var view = CollectionsMarshal.AsSpan(a);
            if ({{condition}})
            {
                {|BUF1001:b.Add(1)|};
                view[0] = 2;
            }
            else
            {
                b.Add(1);
                view[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("if (b == a) return;")]
    [InlineData("if (ReferenceEquals(a, b)) throw new ArgumentException();")]
    [InlineData("if (!(b != a)) return;")]
    public Task AliasFoundDifferent(string guard) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> a, List<int> c, bool first)
        {
            var b = first ? a : c;
            var view = CollectionsMarshal.AsSpan(a);
            {{guard}}
            b.Add(1);
            view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("if (b != a) return;")]
    [InlineData("if (b == c) return;")]
    [InlineData("if (b == null) return;")]
    public Task AliasMayBeTheSame(string guard) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> a, List<int> c, bool first)
        {
            var b = first ? a : c;
            var view = CollectionsMarshal.AsSpan(a);
            {{guard}}
            {|BUF1001:b.Add(1)|};
            view[0] = 2;
        }
        """));

    [Fact]
    public Task FieldFoundDifferent() => Verify.VerifyAnalyzerAsync(Members("""
        List<int> _current = new();
        readonly List<int> _first = new();

        void Different(bool back)
        {
            if (back)
                _current = _first;
            var view = CollectionsMarshal.AsSpan(_first);
            if (_current != _first)
                _current.Add(1);
            view[0] = 2;
        }

        void Same(bool back)
        {
            if (back)
                _current = _first;
            var view = CollectionsMarshal.AsSpan(_first);
            if (_current == _first)
                {|BUF1001:_current.Add(1)|};
            view[0] = 2;
        }
        """));
}
