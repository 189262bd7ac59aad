// Ideas of Rust's errors about moved and borrowed values, told in leases.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class PortedFromRust
{
    [Fact]
    public Task UsedAfterItWasMoved() => Verify.VerifyAnalyzerAsync(Members("""
        static void Drop(IMemoryOwner<byte> owner) => owner.Dispose();

        byte M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            Drop(owner);
            return {|BUF2001:owner.Memory|}.Span[0];
        }

        byte Borrowed()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return Peek(owner);
        }

        static byte Peek(IMemoryOwner<byte> owner) => owner.Memory.Span[0];
        """));

    [Fact]
    public Task DroppedWhileBorrowed() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var first = owner.Memory.Slice(0, 1);
            Drop(owner);
            return {|BUF2001:first.Span|}[0];
        }

        static void Drop(IMemoryOwner<byte> owner) => owner.Dispose();

        byte LastUseBefore()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var first = owner.Memory.Slice(0, 1).Span[0];
            Drop(owner);
            return first;
        }
        """));

    [Fact]
    public Task MovedInAnEarlierTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Stream stream)
        {
            var owner = {|BUF2006:MemoryPool<byte>.Shared.Rent(8)|};
            while (stream.Length < 100)
            {
                stream.Write({|BUF2001:owner.Memory|}.Span);
                owner.Dispose();
            }
        }

        void MovedInTheTurnThatMadeIt(Stream stream)
        {
            while (stream.Length < 100)
            {
                var owner = MemoryPool<byte>.Shared.Rent(8);
                stream.Write(owner.Memory.Span);
                owner.Dispose();
            }
        }
        """));

    [Fact]
    public Task DoesNotLiveLongEnough() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            ReadOnlySpan<byte> longest = default;
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                longest = owner.Memory.Span;
            }

            return {|BUF2001:longest[0]|};
        }

        int OnlyItsLength()
        {
            ReadOnlySpan<byte> longest = default;
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                longest = owner.Memory.Span;
            }

            return longest.Length;
        }
        """));

    [Fact]
    public Task MovedIntoAClosure() => Verify.VerifyAnalyzerAsync(Members("""
        Func<byte> M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            Func<byte> read = () => a[0];
            ArrayPool<byte>.Shared.Return(a);
            return {|BUF2001:read|};
        }

        Action ClosureOwnsIt()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return () => ArrayPool<byte>.Shared.Return(a);
        }
        """));
}
