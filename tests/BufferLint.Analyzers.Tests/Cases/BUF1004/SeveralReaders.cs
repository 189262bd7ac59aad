// One name, several readers: each element, node or turn has its own.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.StreamingSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1004;

public class SeveralReaders
{
    [Fact]
    public Task UnderAnIndexThatChanges() => Verify.VerifyAnalyzerAsync(Members("""
        async Task<int> FirstWithData(PipeReader[] readers)
        {
            for (var i = 0; i < readers.Length; i++)
            {
                var result = await readers[i].ReadAsync();
                if (result.Buffer.Length > 0)
                {
                    readers[i].AdvanceTo(result.Buffer.End);
                    return i;
                }
            }

            return -1;
        }

        async Task AllReadThenAllAdvanced(PipeReader[] readers, ReadResult[] results)
        {
            for (var i = 0; i < readers.Length; i++)
            {
                results[i] = await readers[i].ReadAsync();
            }

            for (var i = 0; i < readers.Length; i++)
            {
                readers[i].AdvanceTo(results[i].Buffer.End);
            }
        }

        async Task TheSameElement(PipeReader[] readers, int i)
        {
            var first = await readers[i].ReadAsync();
            var second = await {|BUF1004:readers[i].ReadAsync()|};
        }
        """));

    [Fact]
    public Task OfNodesAndElements() => Verify.VerifyAnalyzerAsync(Members("""
        class Node
        {
            public PipeReader Reader;
            public Node Next;
        }

        async Task Nodes(Node node)
        {
            for (; node != null; node = node.Next)
            {
                var result = await node.Reader.ReadAsync();
            }
        }

        void Elements(Node[] nodes)
        {
            foreach (ref var node in nodes.AsSpan())
            {
                node.Reader.TryRead(out var result);
            }
        }

        async Task OneNode(Node node, int n)
        {
            for (var i = 0; i < n; i++)
            {
                var result = await {|BUF1004:node.Reader.ReadAsync()|};
            }
        }
        """));

    [Theory]
    [InlineData("result.IsCanceled == true")]
    [InlineData("result.IsCanceled is true")]
    [InlineData("result is { IsCanceled: true }")]
    [InlineData("!(result.IsCanceled == false)")]
    public Task CanceledInOtherWords(string condition) => Verify.VerifyAnalyzerAsync(Members($$"""
        async Task M(PipeReader reader)
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                if ({{condition}})
                {
                    continue;
                }

                reader.AdvanceTo(result.Buffer.End);
            }
        }
        """));
}
