// Fields as flags, kinds asked more than once, types asked more than once.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Predicates
{
    [Theory]
    [InlineData("")]
    [InlineData("Console.WriteLine();")]
    [InlineData("Look();")]
    public Task FieldAskedTwice(string between) => Verify.VerifyAnalyzerAsync(Members($$"""
        readonly List<int> _list = new();
        bool _dirty;

        void Look() => Console.WriteLine(_dirty);

        void M()
        {
            var view = CollectionsMarshal.AsSpan(_list);
            if (_dirty)
                _list.Add(1);
            {{between}}
            if (!_dirty)
                view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("Clean();")]
    [InlineData("other._dirty = false;")]
    [InlineData("_dirty = Console.KeyAvailable;")]
    [InlineData("Set(out _dirty);")]
    [InlineData("Dirty = false;")]
    public Task FieldChangedBetween(string between) => Verify.VerifyAnalyzerAsync(Members($$"""
        readonly List<int> _list = new();
        bool _dirty;

        bool Dirty { set { _dirty = value; } }

        void Clean() => _dirty = false;

        static void Set(out bool flag) => flag = false;

        void M(C other)
        {
            var view = CollectionsMarshal.AsSpan(_list);
            if (_dirty)
                {|BUF1001:_list.Add(1)|};
            {{between}}
            if (!_dirty)
                view[0] = 2;
        }
        """));

    [Theory]
    [InlineData("switch (kind) { case Kind.A: list.Add(1); break; case Kind.B: list.Add(2); break; case Kind.D: break; } if (kind == Kind.D) view[0] = 2;")]
    [InlineData("switch (kind) { case Kind.A: case Kind.B: list.Add(1); break; } switch (kind) { case Kind.A: case Kind.B: break; default: view[0] = 2; break; }")]
    [InlineData("if (kind is Kind.A or Kind.B) list.Add(1); if (kind is Kind.D) view[0] = 2;")]
    [InlineData("if (kind == Kind.A) list.Add(1); view[kind switch { Kind.A => throw new InvalidOperationException(), _ => 0 }] = 2;")]
    public Task KindAskedTwice(string body) => Verify.VerifyAnalyzerAsync(Members($$"""
        enum Kind { A, B, D, E }

        void M(List<int> list, Kind kind)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{body}}
        }
        """));

    [Theory]
    [InlineData("switch (kind) { case Kind.A: {|BUF1001:list.Add(1)|}; break; case Kind.B: list.Add(2); break; } if (kind == Kind.A) view[0] = 2;")]
    [InlineData("switch (kind) { case Kind.A: case Kind.B: {|BUF1001:list.Add(1)|}; break; } switch (kind) { case Kind.A: break; default: view[0] = 2; break; }")]
    [InlineData("if (kind is Kind.A or Kind.B) {|BUF1001:list.Add(1)|}; if (kind is Kind.B) view[0] = 2;")]
    [InlineData("if (kind == Kind.A) {|BUF1001:list.Add(1)|}; kind = Kind.D; if (kind == Kind.D) view[0] = 2;")]
    public Task KindsThatAgree(string body) => Verify.VerifyAnalyzerAsync(Members($$"""
        enum Kind { A, B, D, E }

        void M(List<int> list, Kind kind)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{body}}
        }
        """));

    [Theory]
    [InlineData("if (item is string text) list.Add(text.Length); if (item is not string) view[0] = 2;")]
    [InlineData("if (item is string) list.Add(1); if (!(item is string)) view[0] = 2;")]
    [InlineData("if (item is string text) list.Add(text.Length); view[item switch { string => throw new InvalidOperationException(), _ => 0 }] = 2;")]
    public Task TypeAskedTwice(string body) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, object item)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{body}}
        }
        """));

    [Theory]
    [InlineData("if (item is string text) {|BUF1001:list.Add(text.Length)|}; if (item is string) view[0] = 2;")]
    [InlineData("if (item is string) {|BUF1001:list.Add(1)|}; if (item is not int) view[0] = 2;")]
    public Task TypesThatAgree(string body) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, object item)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {{body}}
        }
        """));
}
