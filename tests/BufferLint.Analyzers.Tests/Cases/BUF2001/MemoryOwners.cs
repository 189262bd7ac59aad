// Owners of pooled memory: views taken before Dispose, and the owner asked after it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class MemoryOwners
{
    [Fact]
    public Task ViewAfterDispose() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            owner.Dispose();
            return {|BUF2001:memory.Span|}[0];
        }

        byte Before()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            var first = memory.Span[0];
            owner.Dispose();
            return first;
        }
        """));

    [Fact]
    public Task OwnerAskedAfterDispose() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            owner.Dispose();
            return {|BUF2001:owner.Memory|}.Length;
        }

        int Before()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var length = owner.Memory.Length;
            owner.Dispose();
            return length;
        }
        """));

    [Fact]
    public Task InnerUsing() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            Span<byte> span;
            using (var owner = MemoryPool<byte>.Shared.Rent(8))
            {
                span = owner.Memory.Span;
            }

            return {|BUF2001:span[0]|};
        }

        byte Within()
        {
            byte first;
            using (var owner = MemoryPool<byte>.Shared.Rent(8))
            {
                first = owner.Memory.Span[0];
            }

            return first;
        }
        """));

    [Fact]
    public Task UsingDeclaration() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            Memory<byte> memory;
            {
                using var owner = MemoryPool<byte>.Shared.Rent(8);
                memory = owner.Memory;
            }

            return {|BUF2001:memory.Span|}[0];
        }

        byte[] Copied()
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            return owner.Memory.ToArray();
        }
        """));

    [Fact]
    public Task UsingOfSomethingElse() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(IMemoryOwner<byte> owner, Stream stream)
        {
            using (stream)
            {
                owner.Memory.Span[0] = 1;
            }

            return owner.Memory.Span[0];
        }

        byte Wrong(IMemoryOwner<byte> owner)
        {
            using (owner)
            {
                owner.Memory.Span[0] = 1;
            }

            return {|BUF2001:owner.Memory|}.Span[0];
        }
        """));

    [Fact]
    public Task DisposedThroughItsInterface() => Verify.VerifyAnalyzerAsync(Members("""
        byte M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            ((IDisposable)owner).Dispose();
            return {|BUF2001:memory.Span|}[0];
        }

        byte OtherOne(IDisposable other)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            other.Dispose();
            return memory.Span[0];
        }
        """));

    [Fact]
    public Task ConditionalAccess() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(bool needed)
        {
            var owner = needed ? MemoryPool<byte>.Shared.Rent(8) : null;
            Memory<byte> memory = owner is null ? new byte[8] : owner.Memory;
            owner?.Dispose();
            return {|BUF2001:memory.Span|}[0];
        }

        byte Before(bool needed)
        {
            var owner = needed ? MemoryPool<byte>.Shared.Rent(8) : null;
            Memory<byte> memory = owner is null ? new byte[8] : owner.Memory;
            var first = memory.Span[0];
            owner?.Dispose();
            return first;
        }
        """));

    [Fact]
    public Task FieldOfTheObject() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Holder : IDisposable
        {
            IMemoryOwner<byte>? _owner = MemoryPool<byte>.Shared.Rent(8);

            public byte Late()
            {
                var memory = _owner!.Memory;
                _owner.Dispose();
                return {|BUF2001:memory.Span|}[0];
            }

            public void Dispose()
            {
                _owner?.Dispose();
                _owner = null;
            }

            public void Renew()
            {
                _owner!.Dispose();
                _owner = MemoryPool<byte>.Shared.Rent(16);
                _owner.Memory.Span[0] = 1;
            }
        }
        """));

    [Fact]
    public Task HandedToAnOwner() => Verify.VerifyAnalyzerAsync(Members("""
        IMemoryOwner<byte> M()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            owner.Memory.Span[0] = 1;
            return owner;
        }

        IMemoryOwner<byte> Disposed()
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            owner.Dispose();
            return {|BUF2001:owner|};
        }
        """));

    [Fact]
    public Task UsedAsynchronously() => Verify.VerifyAnalyzerAsync(Members("""
        async Task M(Stream stream)
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            owner.Dispose();
            await stream.WriteAsync({|BUF2001:memory|});
        }

        async Task Before(Stream stream)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(8);
            var read = await stream.ReadAsync(owner.Memory);
            await stream.WriteAsync(owner.Memory[..read]);
        }
        """));

    [Fact]
    public Task ReplacedInALoop() => Verify.VerifyAnalyzerAsync(Members("""
        byte M(int n)
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            for (var i = 1; i < n; i++)
            {
                owner.Dispose();
                owner = MemoryPool<byte>.Shared.Rent(8 << i);
            }

            var first = {|BUF2001:memory.Span|}[0];
            owner.Dispose();
            return first;
        }

        byte TakenAgain(int n)
        {
            var owner = MemoryPool<byte>.Shared.Rent(8);
            var memory = owner.Memory;
            for (var i = 1; i < n; i++)
            {
                owner.Dispose();
                owner = MemoryPool<byte>.Shared.Rent(8 << i);
                memory = owner.Memory;
            }

            var first = memory.Span[0];
            owner.Dispose();
            return first;
        }
        """));
}
