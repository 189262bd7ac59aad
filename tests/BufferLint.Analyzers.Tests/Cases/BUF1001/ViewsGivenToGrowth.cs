// A view given to a method that breaks it first and uses it then. What is only outgrown keeps its contents: to read there
// gives what was meant, to write is lost. What was shifted or freed may not be read either.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ViewsGivenToGrowth
{
    [Theory]
    [InlineData("static void Fill(List<int> to, Span<int> view) { to.Add(1); view[0] = 2; }")]
    [InlineData("static void Fill(List<int> to, Span<int> view) { var rest = view.Slice(1); to.Add(1); rest[0] = 2; }")]
    [InlineData("static void Fill(List<int> to, Span<int> view) { for (var i = 0; i < view.Length; i++) { view[i] = 2; to.Add(i); } }")]
    [InlineData("static void Fill(List<int> to, Span<int> view) => Inner(view, to); static void Inner(Span<int> view, List<int> to) { to.Add(1); view.Fill(2); view[0] = 1; }")]
    [InlineData("static void Fill(List<int> to, Span<int> view) { Grow(to); view[0] = 2; } static void Grow(List<int> to) => to.Add(1);")]
    [InlineData("static void Fill(List<int> to, ReadOnlySpan<int> view) { to.Insert(0, 1); to.AddRange(view); }")]
    [InlineData("static int Fill(List<int> to, ReadOnlySpan<int> view) { to.Clear(); return view[0]; }")]
    public Task UsedWhenItIsBroken(string method) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{method}}

        void M(List<int> list, List<int> other)
        {
            {|BUF1001:Fill(list, CollectionsMarshal.AsSpan(list))|};
            Fill(list, CollectionsMarshal.AsSpan(other));
        }

        void Named(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:Fill(list, view)|};
        }
        """));

    [Theory]
    [InlineData("static void Fill(List<int> to, Span<int> view) { view[0] = 2; to.Add(1); }")]
    [InlineData("static void Fill(List<int> to, ReadOnlySpan<int> view) { to.EnsureCapacity(to.Count + view.Length); foreach (var item in view) to.Add(item); }")]
    [InlineData("static void Fill(List<int> to, ReadOnlySpan<int> view) { to.Add(1); to.AddRange(view); }")]
    [InlineData("static void Fill(List<int> to, Span<int> view) { to.Add(1); view = CollectionsMarshal.AsSpan(to); view[0] = 2; }")]
    [InlineData("static void Fill(List<int> to, ReadOnlySpan<int> view) { var copy = view.ToArray(); to.Clear(); to.AddRange(copy); }")]
    [InlineData("static void Fill(List<int> to, Span<int> view) { if (view.Length > 3) to.Add(1); else view[0] = 2; }")]
    public Task UsedBeforeOrHarmlessly(string method) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{method}}

        void M(List<int> list)
        {
            Fill(list, CollectionsMarshal.AsSpan(list));
            var view = CollectionsMarshal.AsSpan(list);
            Fill(list, view);
        }
        """));

    [Fact]
    public Task ReferenceGivenToGrowth() => Verify.VerifyAnalyzerAsync(Types("""
        class Table
        {
            private readonly List<int> _items = new();

            public ref int this[int index] => ref CollectionsMarshal.AsSpan(_items)[index];

            public void Put(ref int slot) { _items.Add(1); slot = 3; }
            public void Count(ref int slot) { _items.Add(1); slot++; }
            public void PutFirst(ref int slot) { slot = 3; _items.Add(1); }
        }

        class C
        {
            void M(Table table, Table other)
            {
                {|BUF1001:table.Put(ref table[0])|};
                {|BUF1001:table.Count(ref table[0])|};
                table.PutFirst(ref table[0]);
                table.Put(ref other[0]);
                var number = 0;
                table.Put(ref number);
            }
        }
        """));

    /// <summary>The writer of one's own: safe over arrays, which live on while they are read; not over native memory.</summary>
    [Fact]
    public Task WriterOfItsOwnContents() => Verify.VerifyAnalyzerAsync(Types("""
        class Arrays
        {
            private byte[] _data = new byte[4];
            private int _count;

            public ReadOnlySpan<byte> Written => _data.AsSpan(0, _count);

            public void Write(ReadOnlySpan<byte> bytes)
            {
                if (_count + bytes.Length > _data.Length)
                    Array.Resize(ref _data, _count + bytes.Length);
                bytes.CopyTo(_data.AsSpan(_count));
                _count += bytes.Length;
            }
        }

        unsafe class Native
        {
            private byte* _data;
            private int _count;
            private int _room;

            public ReadOnlySpan<byte> Written => new ReadOnlySpan<byte>(_data, _count);

            public void Write(ReadOnlySpan<byte> bytes)
            {
                if (_count + bytes.Length > _room)
                {
                    _room = _count + bytes.Length;
                    _data = (byte*)NativeMemory.Realloc(_data, (nuint)_room);
                }

                bytes.CopyTo(new Span<byte>(_data + _count, _room - _count));
                _count += bytes.Length;
            }
        }

        class C
        {
            void M(Arrays arrays, Native native, Native other)
            {
                arrays.Write(arrays.Written);
                {|BUF1001:native.Write(native.Written)|};
                native.Write(other.Written);
                native.Write(arrays.Written);
                native.Write(native.Written.ToArray());
            }
        }
        """));
}
