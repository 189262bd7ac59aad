// Enumerators and wrappers of one's own: what is handed out holds a view in a field.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class OwnEnumerators
{
    [Theory]
    [InlineData("=> new(_items);")]
    [InlineData("=> new Walker(_items);")]
    [InlineData("{ var walker = new Walker(_items); return walker; }")]
    public Task ViewInAFieldOfTheResult(string walk) => Verify.VerifyAnalyzerAsync(Types($$"""
        class Bag
        {
            private readonly List<int> _items = new();

            public void Add(int item) => _items.Add(item);

            public Walker Walk() {{walk}}

            public ref struct Walker
            {
                private readonly Span<int> _view;
                private int _index;

                public Walker(List<int> items)
                {
                    _view = CollectionsMarshal.AsSpan(items);
                    _index = -1;
                }

                public bool MoveNext() => ++_index < _view.Length;

                public ref int Current => ref _view[_index];
            }
        }

        class C
        {
            void Grows(Bag bag)
            {
                var walker = bag.Walk();
                walker.MoveNext();
                {|BUF1001:bag.Add(1)|};
                walker.Current = 2;
            }

            void Stays(Bag bag, Bag other)
            {
                var walker = bag.Walk();
                walker.MoveNext();
                other.Add(1);
                walker.Current = 2;
                bag.Add(1);
                walker = bag.Walk();
                walker.MoveNext();
                walker.Current = 2;
            }
        }
        """));
}
