// Array variables are names, not views: a stale name is a finding only if it is written while the new array is in use.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ArrayNames
{
    [Fact]
    public Task StaleNameWrittenWhileNewOneIsRead() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var old = items;
            {|BUF1001:Array.Resize(ref items, 10)|};
            old[0] = 1;
            return items[0];
        }

        int N(int[] items)
        {
            var old = items;
            old[0] = 1;
            Array.Resize(ref items, 10);
            return items[0];
        }
        """));

    /// <summary>The object's own array under a local name, while a method gives the field a bigger one.</summary>
    [Fact]
    public Task OwnArrayUnderAnotherName() => Verify.VerifyAnalyzerAsync(Members("""
        private int[] _items = new int[4];
        private int _count;

        void Grow() => Array.Resize(ref _items, _items.Length * 2);

        void Written()
        {
            var items = _items;
            {|BUF1001:Grow()|};
            items[0] = 1;
        }

        void WrittenWhereItMayHaveGrown()
        {
            var items = this._items;
            if (_count == items.Length)
                {|BUF1001:Grow()|};
            items[_count++]++;
        }

        void Renewed()
        {
            var items = _items;
            if (_count == items.Length)
            {
                Grow();
                items = _items;
            }

            items[_count++] = 1;
        }

        int OnlyRead()
        {
            var items = _items;
            Grow();
            return items[0];
        }

        void WrittenBefore()
        {
            var items = _items;
            items[0] = 1;
            Grow();
        }
        """));

    [Fact]
    public Task StaleNameOnlyRead() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var old = items;
            Array.Resize(ref items, 10);
            items[0] = old[1];
            return items[0] + old.Length;
        }
        """));

    [Fact]
    public Task StaleNameRenewed() => Verify.VerifyAnalyzerAsync(Members("""
        int M(int[] items)
        {
            var same = items;
            Array.Resize(ref items, 10);
            same = items;
            same[0] = 1;
            return items[0];
        }
        """));

    [Fact]
    public Task NewArrayNotUsedAgain() => Verify.VerifyAnalyzerAsync(Members("""
        int[] M(int[] items)
        {
            var old = items;
            Array.Resize(ref items, 10);
            old[0] = 1;
            return old;
        }
        """));

    [Fact]
    public Task LocalNameOfAFieldWritten() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _items = new int[4];

        void M()
        {
            var items = _items;
            {|BUF1001:Array.Resize(ref _items, 8)|};
            items[0] = 1;
        }

        void N()
        {
            Array.Resize(ref _items, 8);
            var items = _items;
            items[0] = 1;
        }

        void Written()
        {
            var items = _items;
            Array.Resize(ref items, 8);
            items[0] = 1;
            _items = items;
        }
        """));

    [Fact]
    public Task OldArrayGivenBack() => Verify.VerifyAnalyzerAsync(Members("""
        int[] _items = ArrayPool<int>.Shared.Rent(4);

        void Grow()
        {
            var old = _items;
            _items = ArrayPool<int>.Shared.Rent(old.Length * 2);
            old.CopyTo(_items, 0);
            ArrayPool<int>.Shared.Return(old);
        }

        void GrowAndClear()
        {
            var old = _items;
            _items = ArrayPool<int>.Shared.Rent(old.Length * 2);
            Array.Copy(old, _items, old.Length);
            Array.Clear(old);
            ArrayPool<int>.Shared.Return(old);
        }
        """));

    [Fact]
    public Task ElementOfTheOldArrayIsAnotherObject() => Verify.VerifyAnalyzerAsync(Members("""
        void M(int[][] rows)
        {
            var row = rows[0];
            Array.Resize(ref rows, 10);
            row[0] = 1;
            rows[0][1] = 2;
        }
        """));
}
