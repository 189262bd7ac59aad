// Fix all over documents, and what a fix says of itself.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class FixAllTests
{
    private const string Before =
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        partial class Part#
        {
            void M(List<int> list, bool on)
            {
                System.ReadOnlySpan<int> s = CollectionsMarshal.AsSpan(list);
                if (on)
                    [|list.Add(1)|];
                else
                    [|list.Add(2)|];
                Read(s[0]);
                foreach (var item in CollectionsMarshal.AsSpan(list))
                    [|list.Add(item)|];
            }

            void N(List<int> list)
            {
                System.ReadOnlySpan<int> s = CollectionsMarshal.AsSpan(list);
                [|list.Add(1)|];
                Read(s[0]);
            }

            static void Read(int item) { }
        }
        """;

    private const string After =
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        partial class Part#
        {
            void M(List<int> list, bool on)
            {
                System.ReadOnlySpan<int> s = list.ToArray();
                if (on)
                    list.Add(1);
                else
                    list.Add(2);
                Read(s[0]);
                foreach (var item in list.ToArray())
                    list.Add(item);
            }

            void N(List<int> list)
            {
                System.ReadOnlySpan<int> s = list.ToArray();
                list.Add(1);
                Read(s[0]);
            }

            static void Read(int item) { }
        }
        """;

    public static TheoryData<Type> Fixes => new(typeof(FindingFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract));

    private static IEnumerable<FindingFix> Offered => typeof(RuleFixes).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(RuleFixes)))
        .SelectMany(type => (IEnumerable<FindingFix>)type.GetProperty("InOrder")!.GetValue(null)!);

    [Fact]
    public Task TwoDocuments()
    {
        var test = FixCase<CopyViewFix>.TestOf(Before.Replace("#", "One"));
        test.TestState.Sources.Add(Before.Replace("#", "Two"));
        test.FixedState.Sources.Add(After.Replace("#", "One"));
        test.FixedState.Sources.Add(Buffers.Source);
        test.FixedState.Sources.Add(After.Replace("#", "Two"));
        return test.RunAsync();
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void EveryFixIsExportedAndFixesAll(Type type)
    {
        var fix = (CodeFixProvider)Activator.CreateInstance(type)!;
        var exports = type.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false).Cast<ExportCodeFixProviderAttribute>();
        Assert.Equal(fix is FindingFix ? [] : [type.Name], exports.Select(export => export.Name));
        Assert.True(fix is not FindingFix || Offered.Any(offered => offered.GetType() == type), "a fix that no host sees");
        Assert.Single(fix.FixableDiagnosticIds);
        Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], fix.GetFixAllProvider()!.GetSupportedFixAllScopes().Take(3));
    }

    [Fact]
    public async Task PreferredFixesComeFirst()
    {
        var document = RawFix.Project(("/0/Raw.cs",
            """
            using System.Collections.Generic;
            using System.Runtime.InteropServices;

            class C
            {
                int M(List<int> list)
                {
                    System.ReadOnlySpan<int> s = CollectionsMarshal.AsSpan(list);
                    list.Add(1);
                    return s[0];
                }
            }
            """)).Documents.Single();
        var priorities = new List<CodeActionPriority>();
        foreach (CodeFixProvider fix in new CodeFixProvider[] { new ReacquireViewFix(), new ReserveCapacityFix(), new CopyViewFix() })
        {
            priorities.Add(Assert.Single(await RawFix.OfferedAsync(fix, document)).Priority);
        }

        Assert.Equal(priorities.OrderByDescending(priority => priority), priorities);
    }
}
