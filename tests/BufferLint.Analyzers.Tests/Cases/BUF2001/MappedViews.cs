// Pointers into mapped files: dead once their handle released them, or once the view they are of is disposed of.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.MappedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class MappedViews
{
    [Fact]
    public Task PointerAfterItsRelease() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            handle.ReleasePointer();
            return *{|BUF2001:p|};
        }

        int Read(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            var first = *p;
            handle.ReleasePointer();
            return first;
        }
        """));

    [Fact]
    public Task SpanAfterTheRelease() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(MemoryMappedViewAccessor view)
        {
            byte* p = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
            var span = new Span<byte>(p + view.PointerOffset, (int)view.Capacity);
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            return {|BUF2001:span[0]|};
        }

        int Within(MemoryMappedViewAccessor view)
        {
            byte* p = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
            try
            {
                return new Span<byte>(p + view.PointerOffset, (int)view.Capacity)[0];
            }
            finally
            {
                view.SafeMemoryMappedViewHandle.ReleasePointer();
            }
        }
        """));

    [Fact]
    public Task ByAnotherNameOfTheHandle() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(MemoryMappedViewAccessor view)
        {
            var handle = view.SafeMemoryMappedViewHandle;
            byte* p = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
            handle.ReleasePointer();
            return *{|BUF2001:p|};
        }

        int OfAnother(SafeBuffer one, SafeBuffer other)
        {
            byte* p = null;
            byte* q = null;
            one.AcquirePointer(ref p);
            other.AcquirePointer(ref q);
            one.ReleasePointer();
            var first = *q;
            other.ReleasePointer();
            return first;
        }
        """));

    [Fact]
    public Task InAHelper() => Verify.VerifyAnalyzerAsync(Mapped("""
        static byte* Begin(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            return p;
        }

        static void End(SafeBuffer handle) => handle.ReleasePointer();

        int M(SafeBuffer handle)
        {
            var p = Begin(handle);
            End(handle);
            return *{|BUF2001:p|};
        }

        int Read(SafeBuffer handle)
        {
            var p = Begin(handle);
            var first = *p;
            End(handle);
            return first;
        }
        """));

    [Fact]
    public Task AcquiredAgain() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            handle.ReleasePointer();
            handle.AcquirePointer(ref p);
            var first = *p;
            handle.ReleasePointer();
            return first;
        }
        """));

    // Which of two was released nobody can tell: the memory stays until both are.
    [Fact]
    public Task AcquiredTwice() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(SafeBuffer handle)
        {
            byte* p = null;
            byte* q = null;
            handle.AcquirePointer(ref p);
            handle.AcquirePointer(ref q);
            handle.ReleasePointer();
            var first = *p + *q;
            handle.ReleasePointer();
            return first;
        }
        """));

    // An acquired pointer keeps what is mapped, whoever disposes of the view.
    [Fact]
    public Task ViewDisposedBeforeTheRelease() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(MemoryMappedFile file)
        {
            var view = file.CreateViewAccessor();
            byte* p = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
            view.Dispose();
            var first = p[view.PointerOffset];
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            return first;
        }

        int Late(MemoryMappedFile file)
        {
            var view = file.CreateViewAccessor();
            byte* p = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
            view.Dispose();
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            return {|BUF2001:p|}[view.PointerOffset];
        }
        """));

    [Fact]
    public Task AddressOfTheHandle() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(MemoryMappedFile file)
        {
            var view = file.CreateViewAccessor();
            var p = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle();
            view.Dispose();
            return *{|BUF2001:p|};
        }

        int BehindAUsing(MemoryMappedFile file)
        {
            byte* p;
            using (var view = file.CreateViewStream())
            {
                p = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle();
            }

            return *{|BUF2001:p|};
        }

        int OfTheHandleAlone(MemoryMappedFile file)
        {
            var handle = file.CreateViewAccessor().SafeMemoryMappedViewHandle;
            var p = (byte*)handle.DangerousGetHandle();
            handle.Dispose();
            return *{|BUF2001:p|};
        }

        int Within(MemoryMappedFile file)
        {
            using var view = file.CreateViewStream();
            return *(byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle();
        }

        int FileAlone(MemoryMappedFile file)
        {
            using var view = file.CreateViewStream();
            var p = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle();
            file.Dispose();
            return *p;
        }

        bool HandleItself(MemoryMappedFile file)
        {
            var view = file.CreateViewAccessor();
            var handle = view.SafeMemoryMappedViewHandle;
            view.Dispose();
            return handle.IsClosed;
        }

        // What becomes of other handles is no matter of memory.
        nint OfAFile(Microsoft.Win32.SafeHandles.SafeFileHandle file)
        {
            var number = file.DangerousGetHandle();
            file.Dispose();
            return number;
        }
        """));

    [Fact]
    public Task TheViewItself() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(MemoryMappedFile file)
        {
            var view = file.CreateViewAccessor();
            view.Dispose();
            return {|BUF2001:view.ReadInt32(0)|};
        }

        bool OnlyAsked(MemoryMappedFile file)
        {
            var view = file.CreateViewAccessor();
            view.Dispose();
            return view.CanRead || view.CanWrite || view.Capacity > 0;
        }

        MemoryMappedViewAccessor _view;

        void Remap(MemoryMappedFile file)
        {
            _view.Dispose();
            _view = file.CreateViewAccessor();
            _view.Write(0, 1);
        }
        """));
}
