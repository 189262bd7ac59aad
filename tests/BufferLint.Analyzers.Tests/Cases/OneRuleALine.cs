// Where one mistake matches several rules, or a line has several, the most specific speaks.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases;

public class OneRuleALine
{
    // A callee that exchanges an array and gives the old one back has resized it.
    [Fact]
    public Task ExchangedByACallee() => Verify.VerifyAnalyzerAsync(Members("""
        static void Grow(ref byte[] array)
        {
            var bigger = ArrayPool<byte>.Shared.Rent(array.Length * 2);
            array.CopyTo(bigger, 0);
            ArrayPool<byte>.Shared.Return(array);
            array = bigger;
        }

        byte M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var span = a.AsSpan();
            {|BUF1001:Grow(ref a)|};
            var first = span[0];
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }

        byte AnotherNameOfTheOldArray()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var span = a.AsSpan();
            var old = a;
            {|BUF1001:Grow(ref a)|};
            var first = span[0];
            first += {|BUF2001:old[1]|};
            ArrayPool<byte>.Shared.Return(a);
            return first;
        }
        """));

    [Fact]
    public Task ReleasedTwiceBeatsUsed() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ArrayPool<byte>.Shared.Return(a);
            Console.WriteLine(a[0]); {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
        }

        void OnTwoLines()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            ArrayPool<byte>.Shared.Return(a);
            Console.WriteLine({|BUF2001:a[0]|});
            {|BUF2002:ArrayPool<byte>.Shared.Return(a)|};
        }
        """));

    [Fact]
    public Task LeftForGoodBeatsNotReturned() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var handle = {|BUF2003:GCHandle.Alloc(ArrayPool<byte>.Shared.Rent(8), GCHandleType.Pinned)|};
            Console.WriteLine(handle.AddrOfPinnedObject());
        }

        void OnTwoLines()
        {
            var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|};
            var handle = {|BUF2003:GCHandle.Alloc(a, GCHandleType.Pinned)|};
            Console.WriteLine(handle.AddrOfPinnedObject());
        }
        """));

    [Fact]
    public Task OneRuleMaySpeakSeveralTimes() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var (a, b) = ({|BUF2006:ArrayPool<byte>.Shared.Rent(8)|}, {|BUF2006:ArrayPool<byte>.Shared.Rent(8)|});
            Console.WriteLine(a[0] + b[0]);
        }
        """));
}
