// Arrays: Array.Resize gives the variable a new array; spans, references and memories keep the old one.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ArrayResizes
{
    [Fact]
    public Task SpanUsedAfterResize() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] items)
        {
            Span<int> view = items;
            {|BUF1001:Array.Resize(ref items, 10)|};
            view[0] = 1;
        }
        """));

    [Fact]
    public Task SpanTakenAfterResize() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] items)
        {
            Array.Resize(ref items, 10);
            Span<int> view = items;
            view[0] = 1;
        }
        """));

    [Fact]
    public Task ArrayItselfUsedAfterResize() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] items)
        {
            items.AsSpan().Clear();
            Array.Resize(ref items, 10);
            items[0] = 1;
        }
        """));

    [Fact]
    public Task SpanOfOtherArray() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] items, int[] other)
        {
            var view = other.AsSpan();
            Array.Resize(ref items, 10);
            view[0] = 1;
        }
        """));

    [Theory]
    [InlineData("var view = items.AsSpan(1);", "view[0] = 1;")]
    [InlineData("ReadOnlySpan<int> view = items;", "_ = view[0];")]
    [InlineData("var view = items.AsMemory();", "view.Span[0] = 1;")]
    [InlineData("Memory<int> view = items;", "view.Span[0] = 1;")]
    [InlineData("var view = new ArraySegment<int>(items, 0, 2);", "view[0] = 1;")]
    [InlineData("ArraySegment<int> view = items;", "view[0] = 1;")]
    [InlineData("var view = new Span<int>(items, 0, 1);", "view[0] = 1;")]
    [InlineData("ref int view = ref items[0];", "view = 1;")]
    [InlineData("ref int view = ref MemoryMarshal.GetArrayDataReference(items);", "view = 1;")]
    [InlineData("var view = MemoryMarshal.AsBytes(items.AsSpan());", "view[0] = 1;")]
    public Task ViewOfEachKind(string taken, string used) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(int[] items)
        {
            {{taken}}
            {|BUF1001:Array.Resize(ref items, 10)|};
            {{used}}
        }

        void N(int[] items)
        {
            {{taken}}
            {{used}}
            Array.Resize(ref items, 10);
        }
        """));

    [Fact]
    public Task RangeOfArrayIsACopy() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] items)
        {
            var part = items[1..];
            Array.Resize(ref items, 10);
            part[0] = 1;
        }

        void N(int[] items)
        {
            var part = items.AsSpan()[1..];
            {|BUF1001:Array.Resize(ref items, 10)|};
            part[0] = 1;
        }
        """));

    [Fact]
    public Task FieldResizedUnderSpan() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _items = new int[4];
        int[] _other = new int[4];

        void M()
        {
            var view = _items.AsSpan();
            {|BUF1001:Array.Resize(ref _items, 8)|};
            view[0] = 1;
        }

        void N()
        {
            var view = _items.AsSpan();
            Array.Resize(ref _other, 8);
            view[0] = 1;
        }
        """));

    [Fact]
    public Task GrowthCodeItself() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _items = new int[4];
        int _count;

        void Add(int item)
        {
            if (_count == _items.Length)
                Array.Resize(ref _items, _count * 2);
            _items[_count++] = item;
        }

        void Grow()
        {
            var bigger = new int[_items.Length * 2];
            _items.AsSpan(0, _count).CopyTo(bigger);
            _items = bigger;
        }

        void GrowPooled()
        {
            var old = _items;
            var bigger = ArrayPool<int>.Shared.Rent(old.Length * 2);
            Array.Copy(old, bigger, _count);
            _items = bigger;
            ArrayPool<int>.Shared.Return(old);
        }

        void GrowFromSpan()
        {
            var old = _items.AsSpan(0, _count);
            _items = new int[_items.Length * 2];
            old.CopyTo(_items);
        }
        """));

    [Fact]
    public Task OldNameReadAfterResize() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var old = items;
            Array.Resize(ref items, 10);
            return old[0] + items[0];
        }
        """));

    [Fact]
    public Task SpanOfOldNameAfterResize() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var old = items;
            Array.Resize(ref items, 10);
            var view = old.AsSpan();
            return view[0];
        }
        """));

    [Fact]
    public Task ResizedInLoop() => Verify.VerifyAnalyzerAsync(Members("""
        int[] ReadAll(Stream stream)
        {
            var items = new int[4];
            var count = 0;
            var free = items.AsSpan();
            for (var next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
            {
                if (count == items.Length)
                    {|BUF1001:Array.Resize(ref items, count * 2)|};
                free[count++] = next;
            }

            return items;
        }

        int[] ReadAllRenewed(Stream stream)
        {
            var items = new int[4];
            var count = 0;
            var free = items.AsSpan();
            for (var next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
            {
                if (count == items.Length)
                {
                    Array.Resize(ref items, count * 2);
                    free = items.AsSpan();
                }

                free[count++] = next;
            }

            return items;
        }
        """));

    [Fact]
    public Task ForeachOverResizedArray() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[] items)
        {
            foreach (ref var item in items.AsSpan())
            {
                if (item > 0)
                    {|BUF1001:Array.Resize(ref items, items.Length + 1)|};
                item = 0;
            }
        }

        void N(int[] items)
        {
            foreach (var item in items)
            {
                if (item > 0)
                    Array.Resize(ref items, items.Length + 1);
            }
        }
        """));

    [Fact]
    public Task ResizedThroughRefParameter() => Verify.VerifyAnalyzerAsync(Members("""
        static void M(ref int[] items)
        {
            ref int first = ref items[0];
            {|BUF1001:Array.Resize(ref items, 10)|};
            first = 1;
        }

        static void N(ref int[] items)
        {
            Array.Resize(ref items, 10);
            ref int first = ref items[0];
            first = 1;
        }
        """));

    [Fact]
    public Task VariableReplacedByNewArray() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var view = items.AsSpan();
            items = new int[10];
            items[0] = 2;
            return view[0];
        }
        """));

    [Fact]
    public Task ResizedInPlaceByAlias() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _items = new int[4];

        void M()
        {
            ref var items = ref _items;
            var view = _items.AsSpan();
            {|BUF1001:Array.Resize(ref items, 8)|};
            view[0] = 1;
        }

        void ByCopyOfTheField()
        {
            var items = _items;
            var view = _items.AsSpan();
            {|BUF1001:Array.Resize(ref items, 8)|};
            _items = items;
            view[0] = 1;
        }

        void OtherArray(int[] items)
        {
            ref var same = ref items;
            var view = _items.AsSpan();
            Array.Resize(ref same, 8);
            view[0] = 1;
        }
        """));

    [Fact]
    public Task JaggedElementResized() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[][] rows)
        {
            var row = rows[0].AsSpan();
            {|BUF1001:Array.Resize(ref rows[0], 8)|};
            row[0] = 1;
        }

        void N(int[][] rows)
        {
            var row = rows[0].AsSpan();
            Array.Resize(ref rows[1], 8);
            row[0] = 1;
        }
        """));

    [Fact]
    public Task GrownWhereTooShort() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] _buffer = new byte[16];
        int _count;
        void Write(ReadOnlySpan<byte> data)
        {
            var free = _buffer.AsSpan(_count);
            if (free.Length < data.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2 + data.Length);
                free = _buffer.AsSpan(_count);
            }
            data.CopyTo(free);
            _count += data.Length;
        }

        void Wrong(ReadOnlySpan<byte> data)
        {
            var free = _buffer.AsSpan(_count);
            if (free.Length < data.Length)
                {|BUF1001:Array.Resize(ref _buffer, _buffer.Length * 2 + data.Length)|};
            data.CopyTo(free);
            _count += data.Length;
        }
        """));

    [Fact]
    public Task OldArrayWiped() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _items = new int[4];

        void ByName()
        {
            var old = _items;
            Array.Resize(ref _items, 8);
            Array.Clear(old);
        }

        void ByView()
        {
            var old = _items.AsSpan();
            Array.Resize(ref _items, 8);
            old.Clear();
        }

        void Written()
        {
            var old = _items.AsSpan();
            {|BUF1001:Array.Resize(ref _items, 8)|};
            old.Fill(1);
        }
        """));
}
