// Views and rented arrays that a field keeps: of this object, a static one, of another object.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5002;

public class Fields
{
    [Fact]
    public Task OfThisObject() => Verify.VerifyAnalyzerAsync(Members("""
        static ReadOnlyMemory<byte> s_memory;
        Memory<byte> _memory;
        byte[]? _array;
        ArraySegment<byte> _segment;
        IntPtr _block;

        void OutOfAScope(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            {|BUF5002:_memory = owner.Memory|};
        }

        void Static(int n)
        {
            using (var owner = MemoryPool<byte>.Shared.Rent(n))
            {
                {|BUF5002:s_memory = owner.Memory[1..]|};
            }
        }

        void PastAFinally(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            try
            {
                {|BUF5002:_segment = new ArraySegment<byte>(a, 0, n)|};
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void AStatementLater(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            {|BUF5002:_array = a|};
            ArrayPool<byte>.Shared.Return(a);
        }

        void Address()
        {
            var p = Marshal.AllocHGlobal(8);
            {|BUF5002:_block = p|};
            Marshal.FreeHGlobal(p);
        }

        void EmptiedOnOneWay(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            {|BUF5002:_array = a|};
            ArrayPool<byte>.Shared.Return(a);
            if (n > 4)
            {
                _array = null;
            }
        }
        """));

    [Fact]
    public Task Emptied() => Verify.VerifyAnalyzerAsync(Members("""
        Memory<byte> _memory;
        byte[]? _array;

        void Before(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            _array = a;
            _memory = a;
            try
            {
                Work();
            }
            finally
            {
                _memory = default;
                _array = null;
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void After(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            _array = a;
            ArrayPool<byte>.Shared.Return(a);
            _array = Array.Empty<byte>();
        }

        void ByAnotherMethod(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            _array = a;
            ArrayPool<byte>.Shared.Return(a);
            Reset();
        }

        void Restored(int n)
        {
            var before = _array;
            var a = ArrayPool<byte>.Shared.Rent(n);
            _array = a;
            try
            {
                Work();
            }
            finally
            {
                _array = before;
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void Reset() => _array = null;

        void Work() { }
        """));

    [Fact]
    public Task NotReleasedHere() => Verify.VerifyAnalyzerAsync(Members("""
        IMemoryOwner<byte>? _owner;
        Memory<byte> _memory;
        byte[]? _array;

        void BothKept(int n)
        {
            var owner = MemoryPool<byte>.Shared.Rent(n);
            _owner = owner;
            _memory = owner.Memory;
        }

        void OnlyIfItFails(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            try
            {
                _array = a;
                Work();
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(a);
                throw;
            }
        }

        void OrElse(int n, bool keep)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            if (keep)
            {
                _array = a;
            }
            else
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        bool Told(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            var kept = false;
            try
            {
                if (n > 4)
                {
                    _array = a;
                    kept = true;
                }

                return kept;
            }
            finally
            {
                if (!kept)
                {
                    ArrayPool<byte>.Shared.Return(a);
                }
            }
        }

        void TheOldOne(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            var old = _array;
            _array = a;
            if (old is not null)
            {
                ArrayPool<byte>.Shared.Return(old);
            }
        }

        void TheLoser(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            if (Interlocked.CompareExchange(ref _array, a, null) is not null)
            {
                ArrayPool<byte>.Shared.Return(a);
            }
        }

        void Work() { }
        """));

    [Fact]
    public Task CopiesAndValues() => Verify.VerifyAnalyzerAsync(Members("""
        Memory<byte> _memory;
        string? _text;
        int _length;
        byte _first;

        void M(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            _memory = owner.Memory.ToArray();
            _text = Encoding.UTF8.GetString(owner.Memory.Span);
            _length = owner.Memory.Length;
            _first = owner.Memory.Span[0];
        }
        """));

    // To keep a disposed owner is no view; what a field of its own leases and releases is another rule's.
    [Fact]
    public Task Owners() => Verify.VerifyAnalyzerAsync(Members("""
        IMemoryOwner<byte>? _owner;
        byte[]? _array;

        void M(int n)
        {
            var owner = MemoryPool<byte>.Shared.Rent(n);
            _owner = owner;
            owner.Dispose();
        }

        void OfItsOwn(int n)
        {
            _array = ArrayPool<byte>.Shared.Rent(n);
            ArrayPool<byte>.Shared.Return(_array);
        }
        """));

    // One mistake, one line: where the body itself uses the field, that is told.
    [Fact]
    public Task UsedHere() => Verify.VerifyAnalyzerAsync(Members("""
        byte[]? _array;

        byte M(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            _array = a;
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:_array[0]|};
        }
        """));

    [Fact]
    public Task Documents() => Verify.VerifyAnalyzerAsync("using System.Text.Json;\n" + Members("""
        JsonDocument? _document;
        JsonElement _root;

        void OverAnArray(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            {|BUF5002:_document = JsonDocument.Parse(a.AsMemory(0, n))|};
            ArrayPool<byte>.Shared.Return(a);
        }

        void Element(string text)
        {
            using var document = JsonDocument.Parse(text);
            {|BUF5002:_root = document.RootElement|};
        }

        void Cloned(string text)
        {
            using var document = JsonDocument.Parse(text);
            _root = document.RootElement.Clone();
        }
        """));

    [Fact]
    public Task StoredByAnotherMethod() => Verify.VerifyAnalyzerAsync(Members("""
        byte[]? _array;

        void M(int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            {|BUF5002:Keep(a)|};
            ArrayPool<byte>.Shared.Return(a);
        }

        void Keep(byte[] array) => _array = array;
        """));

    [Fact]
    public Task UnderAConditionThatAskedBefore() => Verify.VerifyAnalyzerAsync(Members("""
        byte[] _kept;

        void KeepUnless(byte[] array, bool gives)
        {
            if (gives)
            {
                System.Console.WriteLine("given");
            }

            if (!gives)
            {
                _kept = array;
            }
        }

        void M(bool gives)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            {|BUF5002:KeepUnless(a, gives)|};
            ArrayPool<byte>.Shared.Return(a);
        }

        void Forgotten(bool gives)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            KeepUnless(a, gives);
            _kept = null;
            ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
