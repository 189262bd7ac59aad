// Operators and conversions written in source: calls like others, though no name is called.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class UsersOperators
{
    private const string Owner = """
        class Buffer
        {
            private readonly List<int> _items = new();

            public void Add(int item) => _items.Add(item);

            public static Buffer operator +(Buffer left, int item) { left._items.Add(item); return left; }
            public static Buffer operator ++(Buffer buffer) { buffer._items.Add(1); return buffer; }
            public static Buffer operator -(Buffer buffer) { buffer._items.Clear(); buffer._items.Add(1); return buffer; }
            public static bool operator ==(Buffer left, int item) { left._items.Add(item); return true; }
            public static bool operator !=(Buffer left, int item) => left._items.Count != item;
            public static Buffer operator *(Buffer left, int times) => new();
            public static Span<int> operator /(Buffer left, int start) => CollectionsMarshal.AsSpan(left._items).Slice(start);
            public static implicit operator Span<int>(Buffer buffer) => CollectionsMarshal.AsSpan(buffer._items);
            public static explicit operator int(Buffer buffer) { buffer._items.Add(1); return 1; }
            public static explicit operator long(Buffer buffer) => buffer._items.Count;
        }
        """;

    [Theory]
    [InlineData("_ = {|BUF1001:buffer + 3|}")]
    [InlineData("{|BUF1001:buffer += 3|}")]
    [InlineData("{|BUF1001:buffer++|}")]
    [InlineData("_ = {|BUF1001:-buffer|}")]
    [InlineData("_ = {|BUF1001:buffer == 3|}")]
    [InlineData("_ = {|BUF1001:(int)buffer|}")]
    [InlineData("_ = {|BUF1001:buffer + 3|} + 4")]
    [InlineData("_ = buffer != 3")]
    [InlineData("_ = (long)buffer")]
    [InlineData("_ = other + 3")]
    [InlineData("other += 3")]
    [InlineData("other++")]
    [InlineData("_ = buffer * 2 + 3")]
    public Task OperatorThatMayGrow(string change) => Verify.VerifyAnalyzerAsync(Types($$"""
        #pragma warning disable CS0660, CS0661
        {{Owner}}

        class C
        {
            void M(Buffer buffer, Buffer other)
            {
                Span<int> view = buffer;
                {{change}};
                view[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("buffer / 2")]
    [InlineData("(Span<int>)buffer")]
    [InlineData("(buffer + 1) / 2")]
    public Task ViewFromAnOperator(string view) => Verify.VerifyAnalyzerAsync(Types($$"""
        #pragma warning disable CS0660, CS0661
        {{Owner}}

        class C
        {
            void Grows(Buffer buffer)
            {
                var view = {{view}};
                {|BUF1001:buffer.Add(1)|};
                view[0] = 2;
            }

            void Stays(Buffer buffer, Buffer other)
            {
                var view = {{view}};
                other.Add(1);
                view[0] = 2;
            }
        }
        """));

    /// <summary>What an operator gives is what the variable holds from there on.</summary>
    [Fact]
    public Task OperatorThatGivesAnother() => Verify.VerifyAnalyzerAsync(Types($$"""
        #pragma warning disable CS0660, CS0661
        {{Owner}}

        class C
        {
            void Same(Buffer buffer)
            {
                Span<int> view = buffer;
                var same = {|BUF1001:buffer + 1|};
                view[0] = 2;
                view = buffer;
                {|BUF1001:same.Add(2)|};
                view[0] = 2;
            }

            void Another(Buffer buffer)
            {
                Span<int> view = buffer;
                buffer *= 2;
                buffer.Add(1);
                view[0] = 2;
            }
        }
        """));

    [Fact]
    public Task MessageNamesTheOperator() => Verify.VerifyAnalyzerAsync(
        Types("""
            class C
            {
                public readonly List<int> Items = new();

                public static C operator +(C left, int item)
                {
                    left.Items.Add(item);
                    return left;
                }

                int M()
                {
                    var view = {|#1:CollectionsMarshal.AsSpan(Items)|};
                    _ = {|#0:this + 3|};
                    return {|#2:view[0]|};
                }
            }
            """),
        Verify.Diagnostic("BUF1001").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage("'this + 3' may move the storage of 'Items' while its view 'view' is still in use: (1) taken at line 24, (2) moved at line 25: 'operator +' moves 'Items', (3) used at line 26"));
}
