// Ideas of the tests of clang's checkers of freed memory, told in arrays of pools and native memory.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class PortedFromClang
{
    [Fact]
    public Task FreedInOneBranchUsedBehind() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M(bool flag)
        {
            var p = (int*){|BUF2003:NativeMemory.Alloc(4)|};
            if (flag)
            {
                NativeMemory.Free(p);
            }

            return *{|BUF2001:p|};
        }

        unsafe int FreedInOneBranchThatLeaves(bool flag)
        {
            var p = (int*)NativeMemory.Alloc(4);
            if (flag)
            {
                NativeMemory.Free(p);
                return 0;
            }

            var value = *p;
            NativeMemory.Free(p);
            return value;
        }
        """));

    [Fact]
    public Task UsedInAConditionBehindTheFree() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe bool M()
        {
            var p = (int*)NativeMemory.Alloc(4);
            NativeMemory.Free(p);
            return *{|BUF2001:p|} == 0;
        }

        unsafe bool OnlyTheAddressIsAsked()
        {
            var p = (int*)NativeMemory.Alloc(4);
            NativeMemory.Free(p);
            return p == null;
        }
        """));

    [Fact]
    public Task AddressIntoTheMiddle() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M()
        {
            var p = (int*)NativeMemory.Alloc(16);
            var second = p + 1;
            NativeMemory.Free(p);
            return *{|BUF2001:second|};
        }

        unsafe int ReadBefore()
        {
            var p = (int*)NativeMemory.Alloc(16);
            var second = *(p + 1);
            NativeMemory.Free(p);
            return second;
        }
        """));

    [Fact]
    public Task GivenToTheSameFunctionTwice() => Verify.VerifyAnalyzerAsync(Members("""
        static int Consume(byte[] array)
        {
            var first = array[0];
            ArrayPool<byte>.Shared.Return(array);
            return first;
        }

        int M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            return Consume(a) + {|BUF2002:Consume(a)|};
        }

        int EachItsOwn()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var b = ArrayPool<byte>.Shared.Rent(8);
            return Consume(a) + Consume(b);
        }
        """));

    [Fact]
    public Task AllocatedAgainIntoTheSameName() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe int M()
        {
            var p = (int*)NativeMemory.Alloc(4);
            NativeMemory.Free(p);
            p = (int*)NativeMemory.Alloc(4);
            var value = *p;
            NativeMemory.Free(p);
            return value;
        }
        """));

    [Fact]
    public Task LinkOfAFreedNode() => Verify.VerifyAnalyzerAsync(Types("""
        sealed class Node
        {
            public byte[] Page = ArrayPool<byte>.Shared.Rent(8);
            public Node? Next;
        }

        class C
        {
            void LinkReadFirst(Node? node)
            {
                while (node is not null)
                {
                    var next = node.Next;
                    ArrayPool<byte>.Shared.Return(node.Page);
                    node = next;
                }
            }

            byte PageReadAfter(Node node)
            {
                ArrayPool<byte>.Shared.Return(node.Page);
                return {|BUF2001:node.Page[0]|};
            }
        }
        """));
}
