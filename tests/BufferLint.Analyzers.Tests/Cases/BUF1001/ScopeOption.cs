// bufferlint.interprocedural: how far calls are followed.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Test = BufferLint.Testing.CSharpAnalyzerTest<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ScopeOption
{
    [Theory]
    [InlineData(null, true, true)]
    [InlineData("compilation", true, true)]
    [InlineData("Type", true, false)]
    [InlineData("off", false, false)]
    [InlineData("everything", true, true)]
    public async Task SaysHowFarCallsAreFollowed(string? scope, bool seesOwn, bool seesOthers)
    {
        var test = new Test
        {
            TestCode = Types($$"""
                static class Other
                {
                    public static void Put(List<int> list) => list.Add(1);
                }

                class C
                {
                    static void Put(List<int> list) => list.Add(1);

                    static class Inner
                    {
                        public static void Through(List<int> list) => Other.Put(list);
                    }

                    void Own(List<int> list)
                    {
                        var view = CollectionsMarshal.AsSpan(list);
                        {{Marked("Put(list)", seesOwn)}};
                        view[0] = 2;
                    }

                    void Others(List<int> list)
                    {
                        var view = CollectionsMarshal.AsSpan(list);
                        {{Marked("Other.Put(list)", seesOthers)}};
                        view[0] = 2;
                    }

                    void OthersThroughOwn(List<int> list)
                    {
                        var view = CollectionsMarshal.AsSpan(list);
                        {{Marked("Inner.Through(list)", seesOthers)}};
                        view[0] = 2;
                    }
                }
                """),
        };
        if (scope is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\nbufferlint.interprocedural = {scope}\n"));
        }

        await test.RunAsync();
    }

    private static string Marked(string call, bool isReported) => isReported ? $"{{|BUF1001:{call}|}}" : call;
}
