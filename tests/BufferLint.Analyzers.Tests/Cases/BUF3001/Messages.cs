// The exact text of every wording, and the places in their order: write, where it came in, cast.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class Messages
{
    [Fact]
    public Task AParameter() => VerifyAsync(
        """
        static void M({|#1:ReadOnlyMemory<byte> data|})
        {
            var writable = {|#2:MemoryMarshal.AsMemory(data)|};
            {|#0:writable.Span[0] = 1|};
        }
        """,
        "'writable.Span[0] = 1' writes 'data', which is read-only: (1) came in as 'data' at line 16, (2) cast to writable by 'MemoryMarshal.AsMemory(data)' at line 18, (3) written at line 19");

    [Fact]
    public Task ALiteral() => VerifyAsync(
        """
        static unsafe void M()
        {
            var text = {|#1:"text"|};
            fixed (char* p = {|#2:text|})
            {
                {|#0:*p = 'x'|};
            }
        }
        """,
        "'*p = 'x'' writes '\"text\"', which is read-only: (1) taken at line 18, (2) cast to writable by 'p = text' at line 19, (3) written at line 21");

    [Fact]
    public Task AField() => VerifyAsync(
        """
        private ReadOnlyMemory<byte> _data;

        void M() => {|#0:{|#1:{|#2:MemoryMarshal.AsMemory(_data)|}|}.Span.Clear()|};
        """,
        "'MemoryMarshal.AsMemory(_data).Span.Clear()' writes '_data', which is read-only: (1) held in '_data', (2) cast to writable by 'MemoryMarshal.AsMemory(_data)' at line 18, (3) written at line 18");

    [Fact]
    public Task HandedOver() => VerifyAsync(
        """
        static System.Collections.Immutable.ImmutableArray<int> M({|#1:int[] numbers|})
        {
            var frozen = {|#2:ImmutableCollectionsMarshal.AsImmutableArray(numbers)|};
            {|#0:numbers[0] = 1|};
            return frozen;
        }
        """,
        "'numbers[0] = 1' writes 'numbers', which is read-only: (1) handed over to be read at line 18, (2) kept by 'ImmutableCollectionsMarshal.AsImmutableArray(numbers)', (3) written at line 19");

    [Fact]
    public Task AStream() => VerifyAsync(
        """
        static void M(byte[] data)
        {
            var stream = {|#1:{|#2:new MemoryStream(data, writable: false)|}|};
            {|#0:stream.WriteByte(1)|};
        }
        """,
        "'stream.WriteByte(1)' writes 'new MemoryStream(data, writable: false)', which is read-only: (1) taken at line 18, (2) made to refuse writes by 'new MemoryStream(data, writable: false)', (3) written at line 19");

    private static Task VerifyAsync(string members, string message) => Verify.VerifyAnalyzerAsync(
        Members(members),
        Verify.Diagnostic("BUF3001").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(message));
}
