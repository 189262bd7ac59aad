// Several members that end the object: one leaves the field for another.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2005;

public class SeveralEnds
{
    [Fact]
    public Task DisposeAsyncNeverTestsWhatDisposeTests() => Verify.VerifyAnalyzerAsync(Types("""
        public class Sub : IAsyncDisposable, IDisposable
        {
            private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
            private readonly Stream _to;
            private bool _over;
            public Sub(Stream to) { _to = to; }
            public async ValueTask DisposeAsync()
            {
                await _to.WriteAsync(_buffer, 0, 4);
                {|BUF2005:ArrayPool<byte>.Shared.Return(_buffer)|};
                _over = true;
                Dispose();
            }
            public void Dispose()
            {
                if (_over) return;
                _over = true;
                ArrayPool<byte>.Shared.Return(_buffer);
            }
        }
        """));

    [Fact]
    public Task DisposeAsyncLeavesItForDispose() => Verify.VerifyAnalyzerAsync(Types("""
        public class Both : IAsyncDisposable, IDisposable
        {
            private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
            public ValueTask DisposeAsync()
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_buffer)|};
                return default;
            }
            public void Dispose()
            {
                if (_buffer != null) { ArrayPool<byte>.Shared.Return(_buffer); _buffer = null; }
            }
        }
        """));

    [Fact]
    public Task CloseLeavesItForDispose() => Verify.VerifyAnalyzerAsync(Types("""
        public class Port : IDisposable
        {
            private byte[] _line = ArrayPool<byte>.Shared.Rent(64);
            public void Close() => {|BUF2005:ArrayPool<byte>.Shared.Return(_line)|};
            public void Dispose()
            {
                var line = _line;
                _line = null;
                if (line != null) ArrayPool<byte>.Shared.Return(line);
            }
        }
        """));

    [Fact]
    public Task CloseEndsWithTheReturnAndIsCalledByEveryDispose() => Verify.VerifyAnalyzerAsync(Types("""
        public class Records
        {
            private byte[] _record = ArrayPool<byte>.Shared.Rent(512);
            private Stream _input;
            public Records(Stream input) { _input = input; }
            public byte[] Block() { var copy = new byte[16]; Array.Copy(_record, copy, 16); return copy; }
            public void Close()
            {
                if (_input != null) { _input.Dispose(); _input = null; }
                {|BUF2005:ArrayPool<byte>.Shared.Return(_record)|};
            }
        }
        public sealed class Archive : IDisposable
        {
            private readonly Records _records;
            public Archive(Stream s) { _records = new Records(s); }
            public void Dispose() => _records.Close();
        }
        """));

    [Fact]
    public Task ResetLeavesItForDispose() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Writer : IDisposable
        {
            private byte[] _page = ArrayPool<byte>.Shared.Rent(64);
            private int _at;
            public void Reset() { _at = 0; {|BUF2005:ArrayPool<byte>.Shared.Return(_page)|}; }
            public void Dispose()
            {
                if (_page is null) return;
                ArrayPool<byte>.Shared.Return(_page);
                _page = null;
            }
        }
        """));

    [Fact]
    public Task BaseAndDerivedInSeparateMembers() => Verify.VerifyAnalyzerAsync(Types("""
        public class Lower : IDisposable
        {
            protected byte[] Buffer = ArrayPool<byte>.Shared.Rent(16);
            public virtual void Dispose()
            {
                if (Buffer == null) return;
                ArrayPool<byte>.Shared.Return(Buffer);
                Buffer = null;
            }
        }
        public sealed class Upper : Lower
        {
            public void Drop() => {|BUF2005:ArrayPool<byte>.Shared.Return(Buffer)|};
        }
        """));

    [Fact]
    public Task ReturnedInATryClearedOnlyInTheTryAfterACall() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Slot : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private Stream _to;
            public Slot(Stream to) { _to = to; }
            public void Dispose()
            {
                try
                {
                    {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|};
                    _to.Flush();
                    _b = null;
                }
                catch (IOException) { }
            }
        }
        """));

    [Fact]
    public Task OnlyOneBranchSetsTheField() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Slot : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public void Trim(bool drop)
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|};
                if (drop) _b = Array.Empty<byte>();
            }
            public void Dispose()
            {
                if (_b.Length == 0) return;
                ArrayPool<byte>.Shared.Return(_b);
                _b = Array.Empty<byte>();
            }
        }
        """));

    [Fact]
    public Task EarlyReturnLeavesItSet() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Slot : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            public int Left;
            public void Finish()
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|};
                if (Left == 0) return;
                Left = 0;
                _b = null;
            }
            public void Dispose()
            {
                if (_b == null) return;
                ArrayPool<byte>.Shared.Return(_b);
                _b = null;
            }
        }
        """));

    [Fact]
    public Task FieldSetToNullInTheWrongObject() => Verify.VerifyAnalyzerAsync(Types("""
        public sealed class Node : IDisposable
        {
            private byte[] _b = ArrayPool<byte>.Shared.Rent(16);
            private Node _next;
            public void Link(Node n) { _next = n; }
            public void Dispose()
            {
                {|BUF2005:ArrayPool<byte>.Shared.Return(_b)|};
                if (_next != null) _next._b = null;
            }
        }
        """));
}
