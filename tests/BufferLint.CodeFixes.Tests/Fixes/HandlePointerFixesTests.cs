// Pointers that a handle lends: the handle releases them, so that nothing may be done to the handle's variable instead.
using System.Threading.Tasks;
using Xunit;
using AfterUse = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.ReleaseLaterFix>;
using Copy = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.CopyBeforeReleaseFix>;
using Final = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.FinallyReleaseFix>;
using Guard = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.GuardReleaseFix>;
using Later = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.ReleaseAfterLastUseFix>;
using Remove = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.RemoveReleaseFix>;
using Using = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.UsingLeaseFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class HandlePointerFixesTests
{
    private const string View = "using var view = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, n).CreateViewAccessor();\n";
    private const string Handle = View + "SafeBuffer handle = view.SafeMemoryMappedViewHandle;\n";
    private const string Leaked = View +
        """
        byte* p = null;
        [|view.SafeMemoryMappedViewHandle.AcquirePointer(ref p)|];
        p += view.PointerOffset;
        *p = 1;
        """;

    private const string Twice = Handle +
        """
        byte* p = null;
        handle.AcquirePointer(ref p);
        *p = 1;
        handle.ReleasePointer();
        [|handle.ReleasePointer()|];
        """;

    private const string Late = Handle +
        """
        byte* p = null;
        handle.AcquirePointer(ref p);
        var s = new Span<byte>(p, n);
        handle.ReleasePointer();
        Read([|s|]);
        Console.WriteLine(handle.IsClosed);
        """;

    [Fact]
    public Task InAFinally() => Final.Applied(Leaked, View +
        """
        byte* p = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
        try
        {
            p += view.PointerOffset;
            *p = 1;
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
        """);

    [Fact]
    public Task NotInAFinallyOfAnotherHandle() => Final.NotOffered(Handle +
        """
        byte* p = null;
        [|handle.AcquirePointer(ref p)|];
        *p = 1;
        handle = null;
        Poke();
        """);

    [Fact]
    public Task NotInAFinallyWhereItIsReleasedOnSomeWays() => Final.NotOffered(Handle +
        """
        byte* p = null;
        [|handle.AcquirePointer(ref p)|];
        if (on)
        {
            return;
        }

        *p = 1;
        handle.ReleasePointer();
        """);

    [Fact]
    public Task NotByItsVariable() => Later.NotOffered(Leaked);

    [Fact]
    public Task NotByUsing() => Using.NotOffered(Leaked);

    [Fact]
    public Task SecondReleaseRemoved() => Remove.Applied(Twice, Handle +
        """
        byte* p = null;
        handle.AcquirePointer(ref p);
        *p = 1;
        handle.ReleasePointer();
        """);

    [Fact]
    public Task HandleIsNotSetToNull() => Guard.NotOffered(Twice);

    [Fact]
    public Task ReleaseIsNotMovedByTheUsesOfTheHandle() => AfterUse.NotOffered(Late);

    [Fact]
    public Task CopyBeforeTheRelease() => Copy.Applied(Late, Handle +
        """
        byte* p = null;
        handle.AcquirePointer(ref p);
        var s = new Span<byte>(p, n);
        Span<byte> sCopy = s.ToArray();
        handle.ReleasePointer();
        Read(sCopy);
        Console.WriteLine(handle.IsClosed);
        """);

    [Fact]
    public Task NotByAStaticCall() => Later.NotOffered(Handle +
        """
        var p = [|Begin(handle)|];
        *p = 1;
        Poke();
        static byte* Begin(SafeBuffer handle)
        {
            byte* p = null;
            handle.AcquirePointer(ref p);
            return p;
        }
        """);

    private const string Counted =
        """
        SafeBuffer handle = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, n).CreateViewAccessor().SafeMemoryMappedViewHandle;
        var counted = false;
        [|handle.DangerousAddRef(ref counted)|];
        if (on)
        {
            return;
        }

        Console.WriteLine(handle.DangerousGetHandle());
        handle.DangerousRelease();
        """;

    [Fact]
    public Task CountsAreNotReleasedInAFinally() => Final.NotOffered(Counted);

    [Fact]
    public Task CountsAreNotReleasedByTheirVariable() => Later.NotOffered(Counted);

    [Fact]
    public Task CountsAreNotReleasedByUsing() => Using.NotOffered(Counted);

    [Fact]
    public Task SecondReleaseOfACountGoes() => Remove.Applied(
        """
        SafeBuffer handle = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, n).CreateViewAccessor().SafeMemoryMappedViewHandle;
        var counted = false;
        handle.DangerousAddRef(ref counted);
        handle.DangerousRelease();
        [|handle.DangerousRelease()|];
        """,
        """
        SafeBuffer handle = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, n).CreateViewAccessor().SafeMemoryMappedViewHandle;
        var counted = false;
        handle.DangerousAddRef(ref counted);
        handle.DangerousRelease();
        """);
}
