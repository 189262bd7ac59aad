// Pointers that a safe buffer lent and counts: without the release nothing unmaps or frees what they lead to.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.MappedSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class PointersOfHandles
{
    [Fact]
    public Task OnNoWay() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(MemoryMappedFile file)
        {
            using var view = file.CreateViewAccessor();
            byte* p = null;
            {|BUF2003:view.SafeMemoryMappedViewHandle.AcquirePointer(ref p)|};
            return p[view.PointerOffset];
        }

        int Released(MemoryMappedFile file)
        {
            using var view = file.CreateViewAccessor();
            byte* p = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
            var first = p[view.PointerOffset];
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            return first;
        }
        """));

    [Fact]
    public Task OnSomeWays() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(SafeBuffer handle, bool early)
        {
            byte* p = null;
            {|BUF2003:handle.AcquirePointer(ref p)|};
            if (early)
            {
                return 0;
            }

            var first = *p;
            handle.ReleasePointer();
            return first;
        }

        int OnAll(SafeBuffer handle, bool early)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            try
            {
                return early ? 0 : *p;
            }
            finally
            {
                handle.ReleasePointer();
            }
        }
        """));

    [Fact]
    public Task TheUsualProtocol() => Verify.VerifyAnalyzerAsync(Mapped("""
        int M(MemoryMappedViewAccessor view)
        {
            byte* p = null;
            try
            {
                view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
                return p[view.PointerOffset];
            }
            finally
            {
                if (p != null)
                {
                    view.SafeMemoryMappedViewHandle.ReleasePointer();
                }
            }
        }

        void OfTwo(SafeBuffer from, SafeBuffer to, int n)
        {
            byte* source = null;
            byte* target = null;
            try
            {
                from.AcquirePointer(ref source);
                to.AcquirePointer(ref target);
                for (var i = 0; i < n; i++)
                {
                    target[i] = source[i];
                }
            }
            finally
            {
                if (source != null)
                {
                    from.ReleasePointer();
                }

                if (target != null)
                {
                    to.ReleasePointer();
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
    public Task KeptByAnObject() => Verify.VerifyAnalyzerAsync(MappedTypes("""
        unsafe class Map : IDisposable
        {
            readonly MemoryMappedViewAccessor _view;
            byte* _start;

            public Map(MemoryMappedFile file)
            {
                _view = file.CreateViewAccessor();
                _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
                _start += _view.PointerOffset;
            }

            public Map(MemoryMappedFile file, long offset)
            {
                var view = file.CreateViewAccessor(offset, 10);
                byte* start = null;
                view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
                _view = view;
                _start = start + view.PointerOffset;
            }

            public byte First => *_start;

            public void Dispose()
            {
                if (_start != null)
                {
                    _view.SafeMemoryMappedViewHandle.ReleasePointer();
                    _start = null;
                }

                _view.Dispose();
            }
        }

        unsafe ref struct Lease
        {
            readonly SafeBuffer _handle;
            public byte* Start;

            public Lease(SafeBuffer handle)
            {
                byte* start = null;
                handle.AcquirePointer(ref start);
                _handle = handle;
                Start = start;
            }

            public void Dispose() => _handle.ReleasePointer();
        }

        unsafe class C
        {
            byte M(MemoryMappedFile file, SafeBuffer handle)
            {
                using var map = new Map(file);
                using var lease = new Lease(handle);
                return (byte)(map.First + *lease.Start);
            }
        }
        """));

    [Fact]
    public Task HandedOver() => Verify.VerifyAnalyzerAsync(MappedTypes("""
        unsafe class Map(MemoryMappedViewAccessor view, byte* start)
        {
            public byte First => *start;

            public void Close() => view.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        unsafe class C
        {
            Map Made(MemoryMappedFile file)
            {
                var view = file.CreateViewAccessor();
                byte* p = null;
                view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
                return new Map(view, p + view.PointerOffset);
            }

            byte* Result(SafeBuffer handle)
            {
                byte* p = null;
                handle.AcquirePointer(ref p);
                return p;
            }

            nint Number(MemoryMappedFile file)
            {
                var view = file.CreateViewAccessor();
                byte* p = null;
                view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
                return (nint)p;
            }

            void Out(MemoryMappedFile file, out MemoryMappedViewAccessor view)
            {
                view = file.CreateViewAccessor();
                byte* p = null;
                view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
            }

            void Reference(SafeBuffer handle, ref byte* p) => handle.AcquirePointer(ref p);

            Action Closure(SafeBuffer handle)
            {
                byte* p = null;
                handle.AcquirePointer(ref p);
                return () => handle.ReleasePointer();
            }
        }
        """));

    [Fact]
    public Task TakenByAHelper() => Verify.VerifyAnalyzerAsync(Mapped("""
        static byte* Begin(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            return p;
        }

        static void End(SafeBuffer handle) => handle.ReleasePointer();

        int M(SafeBuffer handle)
        {
            var p = {|BUF2003:Begin(handle)|};
            return *p;
        }

        int Released(SafeBuffer handle)
        {
            var p = Begin(handle);
            var first = *p;
            End(handle);
            return first;
        }

        int ReleasedHere(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            var first = *p;
            End(handle);
            return first;
        }
        """));

    [Fact]
    public Task MappedAgain() => Verify.VerifyAnalyzerAsync(Mapped("""
        readonly MemoryMappedFile _file = MemoryMappedFile.CreateNew(null, 100);
        MemoryMappedViewAccessor _view;
        byte* _start;

        void Remap(long size)
        {
            Unmap();
            _view = _file.CreateViewAccessor(0, size);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
            *_start = 1;
        }

        void Unmap()
        {
            if (_start != null)
            {
                _view.SafeMemoryMappedViewHandle.ReleasePointer();
                _start = null;
            }

            _view?.Dispose();
        }

        void Move(long size)
        {
            var old = _view;
            var view = _file.CreateViewAccessor(0, size);
            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            Buffer.MemoryCopy(_start, start, size, size);
            old.SafeMemoryMappedViewHandle.ReleasePointer();
            old.Dispose();
            _view = view;
            _start = start;
            *start = 1;
        }
        """));

    [Fact]
    public Task OfAMemoryManager() => Verify.VerifyAnalyzerAsync(MappedTypes("""
        unsafe class Map : System.Buffers.MemoryManager<byte>
        {
            readonly SafeBuffer _handle;
            readonly byte* _start;

            public Map(SafeBuffer handle)
            {
                _handle = handle;
                byte* start = null;
                handle.AcquirePointer(ref start);
                _start = start;
            }

            public override Span<byte> GetSpan() => new(_start, 10);

            public override System.Buffers.MemoryHandle Pin(int index = 0)
            {
                byte* start = null;
                _handle.AcquirePointer(ref start);
                return new System.Buffers.MemoryHandle(start + index, default, this);
            }

            public override void Unpin() => _handle.ReleasePointer();

            protected override void Dispose(bool disposing) => _handle.ReleasePointer();
        }

        class C
        {
            Memory<byte> M(SafeBuffer handle) => new Map(handle).Memory;
        }
        """));

    // Whose handle it is sees to its pointers, in another member perhaps.
    [Fact]
    public Task OfAField() => Verify.VerifyAnalyzerAsync(Mapped("""
        SafeBuffer _handle;

        int M()
        {
            byte* p = null;
            _handle.AcquirePointer(ref p);
            return *p;
        }

        void End() => _handle.ReleasePointer();
        """));
}
