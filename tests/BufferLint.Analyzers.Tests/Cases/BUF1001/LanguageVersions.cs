// The same code under several versions of C#: spans are made of arrays by a user-defined conversion up to C# 13, by one
// of the language from C# 14 on; operators of the object itself came with C# 14.
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;

namespace BufferLint.Tests.Cases.BUF1001;

public class LanguageVersions
{
    public static TheoryData<LanguageVersion> Versions => [LanguageVersion.CSharp12, LanguageVersion.CSharp13, LoadedRoslyn.DefaultLanguageVersion];

    [Theory]
    [MemberData(nameof(Versions))]
    public Task SpanOfAnArray(LanguageVersion version) => Verify(version, Members("""
        void M(int[] items)
        {
            Span<int> view = items;
            {|BUF1001:Array.Resize(ref items, 8)|};
            view[0] = items[0];
        }

        int Read(int[] items)
        {
            ReadOnlySpan<int> view = items;
            {|BUF1001:Array.Resize(ref items, 8)|};
            items[0] = 1;
            return view[0];
        }

        int Sorted(int[] items)
        {
            Span<int> view = items;
            view.Sort();
            Array.Resize(ref items, 8);
            return items.AsSpan().IndexOf(1);
        }
        """));

    [Theory]
    [MemberData(nameof(Versions))]
    public Task SpanMadeForACall(LanguageVersion version) => Verify(version, Members("""
        static Span<int> Same(Span<int> items) => items;

        void M(int[] items)
        {
            var view = Same(items);
            {|BUF1001:Array.Resize(ref items, 8)|};
            view[0] = items[0];
        }

        void N(int[] items)
        {
            var view = Same(items);
            view[0] = 1;
            Array.Resize(ref items, 8);
            view = Same(items);
            view[0] = items[0];
        }
        """));

    [Theory]
    [MemberData(nameof(Versions))]
    public Task SpanOfAList(LanguageVersion version) => Verify(version, Members("""
        int M(List<int> list)
        {
            ReadOnlySpan<int> view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view.IndexOf(1);
        }

        int N(List<int> list)
        {
            list.Add(1);
            ReadOnlySpan<int> view = CollectionsMarshal.AsSpan(list);
            return view.IndexOf(1);
        }
        """));

    [Fact]
    public Task OperatorsOfTheObject()
    {
        // The preview before C# 14 has no such operators yet.
        var (append, appendOne) = LoadedRoslyn.KnowsCSharp14
            ? ("[Moves] public void operator +=(int item) { }", "{|BUF1001:buffer += 1|};")
            : ("[Moves] public void Append(int item) { }", "{|BUF1001:buffer.Append(1)|};");
        return Verify(LoadedRoslyn.DefaultLanguageVersion, AnnotatedSource.WithAttributes($$"""
            class Buffer
            {
                private readonly int[] _items = new int[4];
                [ViewOf] public Span<int> AsSpan() => _items;
                {{append}}
            }

            class C
            {
                void M(Buffer buffer)
                {
                    var view = buffer.AsSpan();
                    {{appendOne}}
                    view[0] = 1;
                }

                void N(Buffer buffer)
                {
                    var view = buffer.AsSpan();
                    view[0] = 1;
                    {{appendOne.Replace("{|BUF1001:", string.Empty).Replace("|}", string.Empty)}}
                    buffer.AsSpan()[0] = 2;
                }
            }
            """));
    }

    private static Task Verify(LanguageVersion version, string source) =>
        new CSharpAnalyzerTest<BufferLintAnalyzer> { TestCode = source, LanguageVersion = version }.RunAsync();
}
