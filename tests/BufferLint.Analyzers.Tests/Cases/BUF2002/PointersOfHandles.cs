// Pointers that a safe buffer lent and counts: one release too many throws, or takes another's memory.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.MappedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2002;

public class PointersOfHandles
{
    [Fact]
    public Task ReleasedTwice() => Verify.VerifyAnalyzerAsync(Mapped("""
        void M(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            *p = 1;
            handle.ReleasePointer();
            {|BUF2002:handle.ReleasePointer()|};
        }

        void AsOftenAsAcquired(SafeBuffer handle)
        {
            byte* p = null;
            byte* q = null;
            handle.AcquirePointer(ref p);
            handle.AcquirePointer(ref q);
            *p = *q;
            handle.ReleasePointer();
            handle.ReleasePointer();
        }
        """));

    [Fact]
    public Task AgainInFinally() => Verify.VerifyAnalyzerAsync(Mapped("""
        void M(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            try
            {
                *p = 1;
                handle.ReleasePointer();
            }
            finally
            {
                {|BUF2002:handle.ReleasePointer()|};
            }
        }

        void Forgotten(SafeBuffer handle)
        {
            byte* p = null;
            try
            {
                handle.AcquirePointer(ref p);
                *p = 1;
                handle.ReleasePointer();
                p = null;
            }
            finally
            {
                if (p != null)
                {
                    handle.ReleasePointer();
                }
            }
        }

        void Flagged(SafeBuffer handle)
        {
            byte* p = null;
            var acquired = false;
            try
            {
                handle.AcquirePointer(ref p);
                acquired = true;
                *p = 1;
                handle.ReleasePointer();
                acquired = false;
            }
            finally
            {
                if (acquired)
                {
                    handle.ReleasePointer();
                }
            }
        }
        """));

    [Fact]
    public Task ByAHelper() => Verify.VerifyAnalyzerAsync(Mapped("""
        static void End(SafeBuffer handle) => handle.ReleasePointer();

        void M(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            *p = 1;
            End(handle);
            {|BUF2002:handle.ReleasePointer()|};
        }
        """));

    // Others may have acquired as many.
    [Fact]
    public Task AcquiredElsewhere() => Verify.VerifyAnalyzerAsync(Mapped("""
        MemoryMappedViewAccessor _view;

        void M()
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
        """));

    [Fact]
    public Task OnceATurn() => Verify.VerifyAnalyzerAsync(Mapped("""
        void M(MemoryMappedFile file, SafeBuffer handle, int n)
        {
            for (var i = 0; i < n; i++)
            {
                byte* p = null;
                handle.AcquirePointer(ref p);
                *p = 1;
                handle.ReleasePointer();
                using var view = file.CreateViewAccessor(i, 1);
                view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
                *p = 1;
                view.SafeMemoryMappedViewHandle.ReleasePointer();
            }
        }
        """));
}
