// A reader keeps its segments in a chain that every call moves on: what its hidden fields may hold multiplies from call to
// call, and must not use up what the rest of the body needs.
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class HiddenChains
{
    private const string Reader = """
        class Segment : ReadOnlySequenceSegment<byte>
        {
            public Segment(byte[] data) => Memory = data;

            public Segment After { get => (Segment)Next; set => Next = value; }
        }

        class Reader
        {
            private Segment _first, _last;

            public ReadOnlySequence<byte> Read(int size)
            {
                var segment = new Segment(new byte[size]);
                if (_first == null)
                    _first = segment;
                else
                    _last.After = segment;
                _last = segment;
                return new ReadOnlySequence<byte>(_first, 0, _last, _last.Memory.Length);
            }

            public void Advance(int consumed)
            {
                var segment = _first;
                while (segment != null && segment.Memory.Length < consumed)
                    segment = segment.After;
                _first = segment;
            }
        }
        """;

    [Fact]
    public Task ManyCalls() => Verify.VerifyAnalyzerAsync(Types($$"""
        {{Reader}}

        class C
        {
            private readonly Reader _reader = new();

            void Loop(List<int> list)
            {
                var last = default(ReadOnlySequence<byte>);
                while (true)
                {
                    try
                    {
                        var view = _reader.Read(4);
                        while (view.Length > 0)
                        {
                            var kind = view.First.Span[0];
        {{string.Concat(Enumerable.Range(1, 11).Select(Message))}}
                        }

                        _reader.Advance(4);
                    }
                    catch (InvalidOperationException)
                    {
                        return;
                    }
                    catch (Exception)
                    {
                        continue;
                    }

                    var items = CollectionsMarshal.AsSpan(list);
                    {|BUF1001:list.Add(1)|};
                    items[0] = (int)last.Length;
                }
            }
        }
        """));

    private static string Message(int kind) => $$"""
        if (kind == {{kind}})
        {
            if (view.Length < {{kind}})
            {
                _reader.Advance({{kind}});
                view = _reader.Read({{kind}});
            }

            var head{{kind}} = view.Slice(0, 1);
            last = head{{kind}}.Slice(0);
        }

        """;
}
