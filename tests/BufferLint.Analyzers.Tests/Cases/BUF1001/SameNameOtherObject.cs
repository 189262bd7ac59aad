// Names that stand for another object by the time of the resize, and elements that are others in every turn.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class SameNameOtherObject
{
    [Fact]
    public Task FrontiersSwappedInALoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> current, List<int> next)
        {
            while (current.Count > 0)
            {
                foreach (var x in CollectionsMarshal.AsSpan(current))
                    next.Add(x - 1);
                current.Clear();
                (current, next) = (next, current);
            }
        }

        void N(List<int> a, List<int> b, bool first)
        {
            var either = first ? a : b;
            foreach (var x in CollectionsMarshal.AsSpan(either))
                {|BUF1001:either.Add(x)|};
        }
        """));

    [Fact]
    public Task ElementOfAForeach() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<List<int>> lists)
        {
            Span<int> before = default;
            foreach (var list in lists)
            {
                list.Add(1);
                if (before.Length > 0)
                    before[0] = 1;
                before = CollectionsMarshal.AsSpan(list);
            }
        }

        void N(List<List<int>> lists)
        {
            foreach (var list in lists)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 1;
            }
        }
        """));

    [Fact]
    public Task NextNodeOfAList() => Verify.VerifyAnalyzerAsync(Types("""
        class Node { public Node? Next; public List<int> Items = new(); }

        class C
        {
            void M(Node node)
            {
                while (node.Next != null)
                {
                    var view = CollectionsMarshal.AsSpan(node.Items);
                    node = node.Next;
                    node.Items.Add(view[0]);
                    view[0] = 0;
                }
            }

            void N(Node? node)
            {
                for (; node != null; node = node.Next)
                {
                    var view = CollectionsMarshal.AsSpan(node.Items);
                    {|BUF1001:node.Items.Add(1)|};
                    view[0] = 0;
                }
            }
        }
        """));

    [Fact]
    public Task PageReplacedByAMethod() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<List<int>> _pages = new();
        List<int> _page = new();

        void TurnPage() { _pages.Add(_page); _page = new(); }

        void Count() { }

        void M()
        {
            var view = CollectionsMarshal.AsSpan(_page);
            TurnPage();
            _page.Add(1);
            view[0] = 9;
        }

        void N()
        {
            var view = CollectionsMarshal.AsSpan(_page);
            Count();
            {|BUF1001:_page.Add(1)|};
            view[0] = 9;
        }
        """));

    [Fact]
    public Task ArrayInsideAViewedElement() => Verify.VerifyAnalyzerAsync(Types("""
        struct Column { public int[] Data; public int Count; }

        class C
        {
            void M(List<Column> columns, int row)
            {
                foreach (ref var column in CollectionsMarshal.AsSpan(columns))
                {
                    if (row >= column.Data.Length)
                        Array.Resize(ref column.Data, row * 2);
                    column.Count++;
                }
            }

            void N(List<Column> columns)
            {
                foreach (ref var column in CollectionsMarshal.AsSpan(columns))
                {
                    {|BUF1001:columns.Add(column)|};
                    column.Count++;
                }
            }
        }
        """));
}
