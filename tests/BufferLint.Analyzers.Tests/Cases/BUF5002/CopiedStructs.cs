// A copy of a struct is kept whose storage the method releases. What is emptied, moved or released only where it is not kept
// stays silent.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5002;

public class CopiedStructs
{
    [Fact]
    public Task Kept() => VerifyAsync("""
        Lease _field;
        Lease? _nullable;
        Wrapper? _wrapper;
        readonly List<Lease> _list = new();
        readonly Queue<Lease> _queue = new();
        readonly Lease[] _array = new Lease[4];

        void InAField(int n)
        {
            var a = new Lease(n);
            {|BUF5002:_field = a|};
            a.Dispose();
        }

        void InANullable(int n)
        {
            using var a = Rent(n);
            {|BUF5002:_nullable = a|};
        }

        void InAnObject(int n)
        {
            using var a = Rent(n);
            {|BUF5002:_wrapper = new Wrapper(a)|};
        }

        void InAList(int n)
        {
            var a = new Lease(n);
            {|BUF5002:_list.Add(a)|};
            a.Dispose();
        }

        readonly Queue<Words> _words = new();

        void OfAFactory(int n)
        {
            using var words = Words.Of(n);
            {|BUF5002:_words.Enqueue(words)|};
        }

        void InAQueue(int n)
        {
            using var a = Rent(n);
            {|BUF5002:_queue.Enqueue(a)|};
        }

        void InAnElement(int n)
        {
            using var a = Rent(n);
            {|BUF5002:_array[0] = a|};
        }

        void ForTheCaller(int n, out Lease given)
        {
            using var a = Rent(n);
            {|BUF5002:given = a|};
        }

        Lease[] InAnArray(int n)
        {
            using var a = Rent(n);
            return {|BUF5002:new[] { a }|};
        }

        void Emptied(int n)
        {
            var a = Rent(n);
            _field = a;
            a.Dispose();
            _field = default;
        }

        void InPlace(int n)
        {
            var a = Rent(n);
            _field = a;
            _field.Dispose();
        }

        Lease Moved()
        {
            var a = _field;
            _field = default;
            return a;
        }

        void Replaced(int n)
        {
            var old = _field;
            _field = Rent(n);
            old.Dispose();
        }

        Lease OnlyLent(int n)
        {
            _field = Rent(n);
            return _field;
        }

        void OneOfThem(int n, bool keep)
        {
            var a = Rent(n);
            if (keep)
            {
                _field = a;
            }
            else
            {
                a.Dispose();
            }
        }

        void UnlessTaken(int n, bool keep)
        {
            var a = Rent(n);
            var taken = false;
            try
            {
                if (keep)
                {
                    _field = a;
                    taken = true;
                }
            }
            finally
            {
                if (!taken)
                {
                    a.Dispose();
                }
            }
        }
        """);

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(CopySource.Members(members));
}
