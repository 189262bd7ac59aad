// A struct that owns what it rents, and a copy of it: both are released. What is released in place stays silent.
using System.Threading.Tasks;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class CopiedStructs
{
    [Fact]
    public Task Variables() => VerifyAsync("""
        void Copied(int n)
        {
            var a = new Lease(n);
            var b = a;
            a.Dispose();
            {|BUF2002:b.Dispose()|};
        }

        void OfAFactory(int n)
        {
            var a = Rent(n);
            var b = a;
            a.Dispose();
            {|BUF2002:b.Dispose()|};
        }

        void InScopes(int n)
        {
            using var {|BUF2002:a = Rent(n)|};
            using (var b = a)
            {
                b.Span.Clear();
            }
        }

        void InFinally(int n)
        {
            var a = Rent(n);
            try
            {
                var b = a;
                b.Dispose();
            }
            finally
            {
                {|BUF2002:a.Dispose()|};
            }
        }

        void Readonly(int n)
        {
            var a = new Handle(n);
            a.Dispose();
            {|BUF2002:a.Dispose()|};
        }

        void Moved(int n)
        {
            var a = Rent(n);
            var b = a;
            a = default;
            a.Dispose();
            b.Dispose();
        }

        void Again(int n)
        {
            var a = Rent(n);
            a.Dispose();
            a.Dispose();
        }

        void ByReference(int n)
        {
            var a = Rent(n);
            ref var b = ref a;
            a.Dispose();
            b.Dispose();
        }

        void Renewed(int n)
        {
            var a = Rent(n);
            using (var b = a)
            {
            }

            a = Rent(n);
            a.Dispose();
        }

        void OnlyRead(int n)
        {
            using var a = Rent(n);
            var b = a;
            b.Span.Clear();
        }

        void Captured(int n)
        {
            var a = Rent(n);
            Action end = () => a.Dispose();
            end();
            a.Dispose();
        }
        """);

    [Fact]
    public Task OtherStructs() => VerifyAsync("""
        void Native(int n)
        {
            var a = new Block(n);
            var b = a;
            a.Free();
            {|BUF2002:b.Free()|};
        }

        void NativeAgain(int n)
        {
            var a = new Block(n);
            a.Free();
            a.Free();
        }

        void NativeMoved(int n)
        {
            var a = new Block(n);
            var b = a;
            a = default;
            a.Free();
            b.Free();
        }

        void Record(int n)
        {
            Words a, b;
            a = b = Words.Of(n);
            a.Dispose();
            {|BUF2002:b.Dispose()|};
        }

        static Words Same(Words words) => words;

        void ByAMethod(int n)
        {
            var a = Words.Of(n);
            var b = Same(a);
            a.Dispose();
            {|BUF2002:b.Dispose()|};
        }

        void OneOrTheOther(int n, bool first)
        {
            var a = Words.Of(n);
            var b = first ? a : default;
            if (first)
            {
                b.Dispose();
            }
            else
            {
                a.Dispose();
            }
        }

        static void Swap(ref Words left, ref Words right) => (left, right) = (right, left);

        void Swapped(int n, ref Words other)
        {
            var a = Words.Of(n);
            Swap(ref a, ref other);
            a.Dispose();
        }
        """);

    [Fact]
    public Task Arguments() => VerifyAsync("""
        static void End(Lease lease) => lease.Dispose();

        static void EndInPlace(ref Lease lease) => lease.Dispose();

        static void EndCopy(in Lease lease) => lease.Dispose();

        static void Fill(Lease lease) => lease.Span.Clear();

        void ByValue(int n)
        {
            var a = Rent(n);
            End(a);
            {|BUF2002:a.Dispose()|};
        }

        void ByReadOnlyReference(int n)
        {
            var a = Rent(n);
            EndCopy(in a);
            {|BUF2002:a.Dispose()|};
        }

        void ByReference(int n)
        {
            var a = Rent(n);
            EndInPlace(ref a);
            a.Dispose();
        }

        void ToRead(int n)
        {
            using var a = Rent(n);
            Fill(a);
        }
        """);

    [Fact]
    public Task Boxes() => VerifyAsync("""
        void Boxed(int n)
        {
            var a = Rent(n);
            IDisposable d = a;
            d.Dispose();
            {|BUF2002:a.Dispose()|};
        }

        void OneBox(int n)
        {
            IDisposable d = Rent(n);
            d.Dispose();
            d.Dispose();
        }

        void OfUsing(int n)
        {
            using (var a = Rent(n))
            {
                a.Dispose();
            }
        }
        """);

    [Fact]
    public Task Nullables() => VerifyAsync("""
        void Value(int n)
        {
            Lease? a = Rent(n);
            a.Value.Dispose();
            {|BUF2002:a.Value.Dispose()|};
        }

        void Conditional(int n)
        {
            Lease? a = new Lease(n);
            a?.Dispose();
            a?{|BUF2002:.Dispose()|};
        }

        void OfAVariable(int n)
        {
            var lease = Rent(n);
            Lease? a = lease;
            lease.Dispose();
            a?{|BUF2002:.Dispose()|};
        }

        void Emptied(int n)
        {
            Lease? a = Rent(n);
            a?.Dispose();
            a = null;
            a?.Dispose();
        }
        """);

    [Fact]
    public Task Members() => VerifyAsync("""
        void OfAProperty(int n)
        {
            var holder = new Holder(n);
            holder.Lease.Dispose();
            {|BUF2002:holder.Lease.Dispose()|};
        }

        void OfAField(int n)
        {
            var holder = new Holder(n);
            holder.InPlace.Dispose();
            holder.InPlace.Dispose();
        }

        void OfAReference(int n)
        {
            var holder = new Holder(n);
            holder.Ref.Dispose();
            holder.Ref.Dispose();
        }

        void OfATuple(int n)
        {
            var pair = (Rent(n), n);
            pair.Item1.Dispose();
            pair.Item1.Dispose();
        }

        void OutOfATuple(int n)
        {
            var pair = (Rent(n), n);
            var (a, _) = pair;
            a.Dispose();
            {|BUF2002:pair.Item1.Dispose()|};
        }

        void OfAnElement(int n)
        {
            var a = Rent(n);
            var all = new[] { a };
            all[0].Dispose();
            {|BUF2002:a.Dispose()|};
        }

        void Enqueued(int n)
        {
            var queue = new Queue<Lease>();
            var a = Rent(n);
            queue.Enqueue(a);
            var b = queue.Dequeue();
            b.Dispose();
        }
        """);

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(CopySource.Members(members));
}
