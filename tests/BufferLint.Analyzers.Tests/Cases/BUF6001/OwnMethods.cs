// BUF6001: sizes that methods of the program give their callers, and need of them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF6001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF6001;

public class OwnMethods
{
    /// <summary>What surely needs four bytes, or more.</summary>
    [Theory]
    [InlineData("static uint Head(ReadOnlySpan<byte> s) => BinaryPrimitives.ReadUInt32LittleEndian(s);")]
    [InlineData("static uint Head(byte[] s) { var first = s[0]; return BinaryPrimitives.ReadUInt32LittleEndian(s) + first; }")]
    [InlineData("static uint Head(byte[] s) => BinaryPrimitives.ReadUInt32BigEndian(s.AsSpan());")]
    [InlineData("static uint Head(ReadOnlySpan<byte> s) => BinaryPrimitives.ReadUInt16BigEndian(s.Slice(2));")]
    [InlineData("static uint Head(ReadOnlySpan<byte> s) => BinaryPrimitives.ReadUInt16BigEndian(s[Skipped..]);")]
    public Task Needs(string helper) => Verify.VerifyAnalyzerAsync(Members($$"""
        const int Skipped = 2;
        {{helper}}

        void M()
        {
            var three = new byte[3];
            {|BUF6001:Head(three)|};
            var four = new byte[4];
            Head(four);
        }
        """));

    /// <summary>What needs four bytes on some way only, or of something else.</summary>
    [Theory]
    [InlineData("static uint Head(byte[] s) => s.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(s);")]
    [InlineData("static uint Head(byte[] s) { if (s.Length < 4) { return 0; } return BinaryPrimitives.ReadUInt32LittleEndian(s); }")]
    [InlineData("static uint Head(byte[] s) { Array.Resize(ref s, 8); return BinaryPrimitives.ReadUInt32LittleEndian(s); }")]
    [InlineData("static uint Head(byte[] s) { s = new byte[8]; return BinaryPrimitives.ReadUInt32LittleEndian(s); }")]
    [InlineData("static bool Head(byte[] s) => s.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(s) > 0;")]
    [InlineData("static uint Head(byte[] s) { try { return BinaryPrimitives.ReadUInt32LittleEndian(s); } catch (ArgumentOutOfRangeException) { return 0; } }")]
    [InlineData("static Func<uint> Head(byte[] s) => () => BinaryPrimitives.ReadUInt32LittleEndian(s);")]
    [InlineData("static uint Head(byte[] s) { var t = new byte[4]; return BinaryPrimitives.ReadUInt32LittleEndian(t); }")]
    public Task NeedsPerhaps(string helper) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{helper}}

        void M()
        {
            var three = new byte[3];
            Head(three);
        }
        """));

    [Fact]
    public Task NeedsOverridden() => Verify.VerifyAnalyzerAsync(Members("""
        protected virtual uint Head(byte[] s) => BinaryPrimitives.ReadUInt32LittleEndian(s);

        void M()
        {
            var three = new byte[3];
            Head(three);
        }
        """));

    /// <summary>What surely gives four bytes.</summary>
    [Theory]
    [InlineData("static byte[] Make() => new byte[4];")]
    [InlineData("static byte[] Make() { return new byte[Size]; }")]
    [InlineData("static byte[] Make() { var made = new byte[Size]; made[0] = 1; return made; }")]
    [InlineData("static byte[] Make() => new byte[] { 1, 2, 3, 4 };")]
    [InlineData("byte[] Make() { if (Size > 2) { return new byte[4]; } return new byte[4]; }")]
    public Task Gives(string helper) => Verify.VerifyAnalyzerAsync(Members($$"""
        const int Size = 4;
        {{helper}}

        void M()
        {
            var made = Make();
            {|BUF6001:BinaryPrimitives.WriteInt64LittleEndian(made, 1)|};
            BinaryPrimitives.WriteInt32LittleEndian(Make(), 1);
        }
        """));

    [Fact]
    public Task BytesOfANumber() => Verify.VerifyAnalyzerAsync(Members("""
        long M(int number) => {|BUF6001:BitConverter.ToInt64(BitConverter.GetBytes(number), 0)|};

        int N(int number) => BitConverter.ToInt32(BitConverter.GetBytes(number), 0);
        """));

    /// <summary>What may give something else.</summary>
    [Theory]
    [InlineData("static byte[] Make(int n = 9) => new byte[n];")]
    [InlineData("static byte[] Make(bool wide = true) => wide ? new byte[8] : new byte[4];")]
    [InlineData("static byte[] Make() { var made = new byte[4]; Array.Resize(ref made, 8); return made; }")]
    [InlineData("static byte[] Make() { var made = new byte[4]; made = new byte[8]; return made; }")]
    [InlineData("static byte[] Make() { var made = new byte[4]; (made, var other) = (new byte[8], 1); return made; }")]
    [InlineData("static byte[] Make(bool wide = true) { if (wide) { return new byte[8]; } return new byte[4]; }")]
    [InlineData("protected virtual byte[] Make() => new byte[4];")]
    public Task GivesPerhaps(string helper) => Verify.VerifyAnalyzerAsync(Members($$"""
        {{helper}}

        void M()
        {
            var made = Make();
            BinaryPrimitives.WriteInt64LittleEndian(made, 1);
        }
        """));

    /// <summary>A pattern that declares a variable says of it what it asks.</summary>
    [Theory]
    [InlineData("o is byte[] { Length: 3 } bytes", true)]
    [InlineData("o is byte[] { Length: < 4 } bytes", true)]
    [InlineData("o is byte[] { Length: 4 } bytes", false)]
    [InlineData("o is byte[] { Length: > 2 } bytes", false)]
    [InlineData("o is byte[] bytes", false)]
    [InlineData("o is byte[] and [_, _, _] bytes", false)]
    public Task Patterns(string pattern, bool isReported) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(object[] all)
        {
            foreach (var o in all)
            {
                if ({{pattern}})
                {
                    {{(isReported ? "{|BUF6001:bytes.AsSpan(0, 4)|}" : "bytes.AsSpan(0, 4)")}};
                }
            }
        }
        """));
}
