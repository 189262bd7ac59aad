// Bodies that name no view, only somebody who gives the array of a buffer: as an argument, in an object, by a conversion.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ArraysFromElsewhere
{
    private const string Table = """
        private byte[] _rows = new byte[4];
        private int _used;

        void Reserve()
        {
            if (_used == _rows.Length)
            {
                Array.Resize(ref _rows, _used * 2);
            }
        }

        """;

    [Fact]
    public Task FilledByACallee() => Verify.VerifyAnalyzerAsync(Members(Table + """
        void Get(out byte[] rows)
        {
            rows = _rows;
        }

        bool TryGet(out byte[] rows)
        {
            Get(out rows);
            return true;
        }

        void Replace(ref byte[] rows)
        {
            rows = _rows;
        }

        void Directly()
        {
            Get(out var rows);
            {|BUF1001:Reserve()|};
            rows[0] = 1;
        }

        void ByAnother()
        {
            if (TryGet(out byte[] rows))
            {
                {|BUF1001:Reserve()|};
                rows[0] = 1;
            }
        }

        void Replaced()
        {
            byte[] rows = null;
            Replace(ref rows);
            {|BUF1001:Reserve()|};
            rows[0] = 1;
        }

        void InOrder()
        {
            Reserve();
            Get(out var rows);
            rows[0] = 1;
        }

        void OnlyRead()
        {
            Get(out var rows);
            Reserve();
            Console.WriteLine(rows[0]);
        }
        """));

    /// <summary>However a variable comes to be another name of the array.</summary>
    [Theory]
    [InlineData("byte[] rows; rows = _rows;")]
    [InlineData("var rows = _rows!;")]
    [InlineData("var rows = (_rows);")]
    [InlineData("var rows = _rows as byte[];")]
    [InlineData("var rows = _rows ?? new byte[3];")]
    [InlineData("var rows = isOpen ? _rows : null;")]
    [InlineData("var (rows, count) = (_rows, 1);")]
    [InlineData("if (_rows is not { } rows) return;")]
    public Task Named(string named) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{Table}}
        void Stale(bool isOpen)
        {
            {{named}}
            {|BUF1001:Reserve()|};
            rows[0] = 1;
        }

        void Fresh(bool isOpen)
        {
            Reserve();
            {{named}}
            rows[0] = 1;
        }
        """));

    [Fact]
    public Task HeldByAnObject() => Verify.VerifyAnalyzerAsync(Types($$"""
        class Cursor
        {
            public byte[] Rows;

            public Cursor(byte[] rows) => Rows = rows;
        }

        class C
        {
            {{Table}}
            void Stale()
            {
                var cursor = new Cursor(_rows);
                {|BUF1001:Reserve()|};
                cursor.Rows[0] = 1;
            }

            void GivenItsOwn()
            {
                var cursor = new Cursor(this._rows);
                {|BUF1001:Reserve()|};
                cursor.Rows[0] = 1;
            }

            void GivenLater()
            {
                var cursor = new Cursor(null);
                cursor.Rows = _rows;
                {|BUF1001:Reserve()|};
                cursor.Rows[0] = 1;
            }

            void Fresh()
            {
                Reserve();
                var cursor = new Cursor(_rows);
                cursor.Rows[0] = 1;
            }
        }
        """));

    [Fact]
    public Task FieldsOfFields() => Verify.VerifyAnalyzerAsync(Types("""
        class Store
        {
            public int[] Cells = new int[4];
            public int Used;
        }

        class Sheet
        {
            public readonly Store Store = new();

            public void Add(int cell)
            {
                if (Store.Used == Store.Cells.Length)
                {
                    Array.Resize(ref Store.Cells, Store.Used * 2);
                }

                Store.Cells[Store.Used++] = cell;
            }
        }

        class C
        {
            void Stale(Sheet sheet)
            {
                var cells = sheet.Store.Cells;
                {|BUF1001:sheet.Add(1)|};
                cells[0] = 1;
            }

            void Fresh(Sheet sheet)
            {
                sheet.Add(1);
                var cells = sheet.Store.Cells;
                cells[0] = 1;
            }
        }
        """));

    [Fact]
    public Task Converted() => Verify.VerifyAnalyzerAsync(Types("""
        class Text
        {
            private byte[] _bytes = new byte[4];

            public static explicit operator byte[](Text text) => text._bytes;

            public void Reserve() => Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        class C
        {
            void Stale(Text text)
            {
                var bytes = (byte[])text;
                {|BUF1001:text.Reserve()|};
                bytes[0] = 1;
            }

            void Fresh(Text text)
            {
                text.Reserve();
                var bytes = (byte[])text;
                bytes[0] = 1;
            }
        }
        """));
}
