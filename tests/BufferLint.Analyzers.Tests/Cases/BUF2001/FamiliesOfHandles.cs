// Handles and pins: used after release, released twice, and the twins that are right.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class FamiliesOfHandles
{
    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Types("unsafe class C\n{\n" + members + "\n}\n"));

    [Fact]
    public Task AddressAfterFree() => VerifyAsync("""
        byte M(byte[] data)
        {
            var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
            var address = (byte*)handle.AddrOfPinnedObject();
            handle.Free();
            return *{|BUF2001:address|};
        }

        byte N(byte[] data)
        {
            var handle = GCHandle.Alloc(data, GCHandleType.Pinned);
            var address = (byte*)handle.AddrOfPinnedObject();
            var first = *address;
            handle.Free();
            return first;
        }
        """);

    [Fact]
    public Task TargetOutlivesItsHandle() => VerifyAsync("""
        string? N(object held)
        {
            var handle = GCHandle.Alloc(held);
            var target = handle.Target;
            handle.Free();
            return target?.ToString();
        }
        """);

    [Fact]
    public Task FreedTwice() => VerifyAsync("""
        void M(object held)
        {
            var handle = GCHandle.Alloc(held);
            handle.Free();
            {|BUF2002:handle.Free()|};
        }

        void Copied(object held)
        {
            var handle = GCHandle.Alloc(held);
            var copy = handle;
            handle.Free();
            {|BUF2002:copy.Free()|};
        }

        void ByItsNumber(object held)
        {
            var handle = GCHandle.Alloc(held);
            var number = GCHandle.ToIntPtr(handle);
            handle.Free();
            {|BUF2002:GCHandle.FromIntPtr(number).Free()|};
        }

        void ByConversion(object held)
        {
            var handle = GCHandle.Alloc(held);
            var number = (nint)handle;
            handle.Free();
            {|BUF2002:((GCHandle)number).Free()|};
        }
        """);

    [Fact]
    public Task FreedWhereAllocated() => VerifyAsync("""
        GCHandle _handle;

        void M(object held, bool early)
        {
            var handle = GCHandle.Alloc(held);
            if (early)
            {
                handle.Free();
            }

            if (handle.IsAllocated)
            {
                handle.Free();
            }
        }

        void Again(object held)
        {
            if (_handle.IsAllocated)
            {
                _handle.Free();
            }

            _handle = GCHandle.Alloc(held);
            if (_handle.IsAllocated)
            {
                _handle.Free();
            }
        }

        void Callback(nint state)
        {
            var handle = GCHandle.FromIntPtr(state);
            var action = (Action)handle.Target!;
            handle.Free();
            action();
        }
        """);

    [Fact]
    public Task TypedHandles() => VerifyAsync("""
        byte M(byte[] data)
        {
            var handle = new PinnedGCHandle<byte[]>(data);
            var address = handle.GetAddressOfArrayData();
            handle.Dispose();
            handle.Dispose();
            return *{|BUF2001:address|};
        }

        byte N(byte[] data)
        {
            using var handle = new PinnedGCHandle<byte[]>(data);
            var address = handle.GetAddressOfArrayData();
            return *address;
        }

        bool Weak(object held)
        {
            var handle = new WeakGCHandle<object>(held);
            handle.Dispose();
            return handle.IsAllocated;
        }
        """);

    [Fact]
    public Task Pins() => VerifyAsync("""
        byte M(Memory<byte> memory)
        {
            var handle = memory.Pin();
            var pointer = (byte*)handle.Pointer;
            handle.Dispose();
            handle.Dispose();
            return *{|BUF2001:pointer|};
        }

        byte N(Memory<byte> memory)
        {
            using var handle = memory.Pin();
            var pointer = (byte*)handle.Pointer;
            return *pointer;
        }

        // The pin is a view of what it pins.
        byte Rented(int n)
        {
            var array = ArrayPool<byte>.Shared.Rent(n);
            using var handle = array.AsMemory().Pin();
            ArrayPool<byte>.Shared.Return(array);
            return *(byte*){|BUF2001:handle.Pointer|};
        }
        """);
}
