// Users' buffers asked for room: the storage is longer than the count kept beside it by what comes next, so that a member
// that grows only when it is full moves nothing. In place, by a property, by a predicate.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class RoomLeft
{
    private static string Frames(string members) => Types($$"""
        class Frames
        {
            private byte[] _data = new byte[16];
            private int _used;
            private readonly Frames _other;

            private int Space => _data.Length - _used;

            private int Twice { get { return 2 * (_data.Length - _used); } }

            private bool HasRoom(int count) => _data.Length - _used >= count;

            private bool IsTight(int count) { return _used + count > _data.Length; }

            private bool IsFull => Space == 0;

            public void Put(byte value)
            {
                if (_used == _data.Length)
                    Grow(1);
                _data[_used++] = value;
            }

            private void PutTwo(byte value)
            {
                Put(value);
                Put(value);
            }

            private void PutAll(byte value, int times)
            {
                for (var i = 0; i < times; i++)
                    Put(value);
            }

            private void Grow(int more) => Array.Resize(ref _data, Math.Max(_data.Length * 2, _used + more));

        {{members}}
        }
        """);

    [Theory]
    [InlineData("if (_data.Length - _used < 2) Grow(2);")]
    [InlineData("if (_data.Length < _used + 2) Array.Resize(ref _data, _used + 64);")]
    [InlineData("if (this._used + 1 >= this._data.Length) { Grow(2); }")]
    [InlineData("if (!(_data.Length - _used > 1)) return;")]
    [InlineData("if ((uint)(_used + 2) > (uint)_data.Length) Grow(2);")]
    [InlineData("if (Space < 2) Grow(2);")]
    [InlineData("if (2 > Space) return;")]
    [InlineData("if (!HasRoom(2)) Grow(2);")]
    [InlineData("if (IsTight(count: 2)) Grow(2);")]
    [InlineData("if (n > 3 && _data.Length - _used < n) Grow(n); else if (n <= 3 && _data.Length - _used < 4) Grow(4);")]
    [InlineData("if (Space < n) Grow(n);")]
    [InlineData("if (!HasRoom(n)) throw new InvalidOperationException();")]
    [InlineData("Array.Resize(ref _data, _used + n);")]
    public Task Asked(string room) => Verify.VerifyAnalyzerAsync(Frames($$"""
            void Framed(byte value, int n)
            {
                {{room}}
                ref var head = ref _data[_used++];
                Put(value);
                head = value;
            }
        """));

    [Theory]
    [InlineData("")]
    [InlineData("if (_data.Length - _used < 1) Grow(1);")]
    [InlineData("if (_used == _data.Length) Grow(1);")]
    [InlineData("if (_data.Length - _used >= 2) Grow(2);")]
    [InlineData("if (_other._data.Length - _other._used < 2) return;")]
    [InlineData("if (_other._data.Length - _used < 2) return;")]
    [InlineData("if (_other.Space < 2) return;")]
    [InlineData("if (_used >= _data.Length) Grow(2);")]
    [InlineData("if (Space < 1) return;")]
    [InlineData("if (Twice < 2) return;")]
    [InlineData("if (HasRoom(2)) return;")]
    [InlineData("if (!HasRoom(1)) return;")]
    [InlineData("if (!IsTight(2)) return;")]
    [InlineData("if (IsFull) return;")]
    [InlineData("if (n >= _data.Length) return;")]
    [InlineData("if (_data.Length == 0) return;")]
    public Task NotAsked(string room) => Verify.VerifyAnalyzerAsync(Frames($$"""
            void Framed(byte value, int n)
            {
                {{room}}
                ref var head = ref _data[_used++];
                {|BUF1001:Put(value)|};
                head = value;
            }
        """));

    [Theory]
    [InlineData("Put(1); Put(2);")]
    [InlineData("PutTwo(1);")]
    [InlineData("_used++; Put(1);")]
    [InlineData("_used += 1; Put(1);")]
    [InlineData("if (n > 0) { PutTwo(1); } else { Put(1); }")]
    [InlineData("_used = 0; PutTwo(1);")]
    public Task Enough(string use) => Verify.VerifyAnalyzerAsync(Frames($$"""
            void Framed(int n)
            {
                if (Space < 2)
                    return;
                ref var head = ref _data[0];
                {{use}}
                head = 1;
            }
        """));

    [Theory]
    [InlineData("Put(1); Put(2); {|BUF1001:Put(3)|};")]
    [InlineData("Put(1); {|BUF1001:PutTwo(1)|};")]
    [InlineData("_used += 2; {|BUF1001:Put(1)|};")]
    [InlineData("_used += n; {|BUF1001:Put(1)|};")]
    [InlineData("_used = n; {|BUF1001:Put(1)|};")]
    [InlineData("if (n > 0) PutTwo(1); {|BUF1001:Put(1)|};")]
    [InlineData("{|BUF1001:PutAll(1, n)|};")]
    [InlineData("for (var i = 0; i < n; i++) {|BUF1001:Put(1)|};")]
    public Task TooLittle(string use) => Verify.VerifyAnalyzerAsync(Frames($$"""
            void Framed(int n)
            {
                if (Space < 2)
                    return;
                ref var head = ref _data[0];
                {{use}}
                head = 1;
            }
        """));

    [Fact]
    public Task OfAnotherBuffer() => Verify.VerifyAnalyzerAsync(Types("""
        class Bytes
        {
            public byte[] Data = new byte[16];
            public int Used;

            public int Free => Data.Length - Used;

            public void Put(byte value)
            {
                if (Used == Data.Length)
                    Array.Resize(ref Data, Used * 2);
                Data[Used++] = value;
            }
        }

        class C
        {
            void Asked(Bytes bytes)
            {
                if (bytes.Free < 2)
                    return;
                ref var head = ref bytes.Data[bytes.Used++];
                bytes.Put(1);
                head = 1;
            }

            void AskedOfAnother(Bytes bytes, Bytes other)
            {
                if (other.Free < 2)
                    return;
                ref var head = ref bytes.Data[bytes.Used++];
                {|BUF1001:bytes.Put(1)|};
                head = 1;
            }

            void AskedBeforeAnother(Bytes bytes, Bytes other)
            {
                if (bytes.Data.Length - bytes.Used < 2)
                    return;
                bytes = other;
                ref var head = ref bytes.Data[0];
                {|BUF1001:bytes.Put(1)|};
                head = 1;
            }
        }
        """));

    // What a callee adds is the sum of all that it does on one way.
    [Fact]
    public Task ListsFilledByACallee() => Verify.VerifyAnalyzerAsync(Members("""
        static void Two(List<int> list)
        {
            list.Add(1);
            list.Add(2);
        }

        static void OneOf(List<int> list, bool first)
        {
            if (first)
                list.Add(1);
            else
                list.Add(2);
        }

        void Fits(bool first)
        {
            var list = new List<int>(3) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            Two(list);
            view[0] = 1;
            var other = new List<int>(2) { 1 };
            view = CollectionsMarshal.AsSpan(other);
            OneOf(other, first);
            view[0] = 1;
        }

        void DoesNotFit()
        {
            var list = new List<int>(2) { 1 };
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:Two(list)|};
            view[0] = 1;
        }
        """));
}
