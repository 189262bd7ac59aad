// What hosts see: all fixes of a finding in order of preference, and a fix all that leaves no mendable finding behind.
using System.Threading.Tasks;
using BufferLint.CodeFixes;
using BufferLint.Testing;
using Xunit;

namespace BufferLint.Tests.Fixes;

public class ResizeUnderViewFixesTests
{
    [Fact]
    public Task AllFixesArePreferredFirst() => new CSharpCodeFixTest<BufferLintAnalyzer, ResizeUnderViewFixes>
    {
        TestCode = """
            using System;
            using System.Collections.Generic;
            using System.Runtime.InteropServices;

            class C
            {
                int M(List<int> list)
                {
                    var view = CollectionsMarshal.AsSpan(list);
                    {|BUF1001:list.Add(1)|};
                    return view[0];
                }
            }
            """,
        FixedCode = """
            using System;
            using System.Collections.Generic;
            using System.Runtime.InteropServices;

            class C
            {
                int M(List<int> list)
                {
                    var view = CollectionsMarshal.AsSpan(list);
                    list.Add(1);
                    view = CollectionsMarshal.AsSpan(list);
                    return view[0];
                }
            }
            """,
        OfferedEquivalenceKeys = [nameof(ReacquireViewFix), nameof(ReserveCapacityFix), nameof(CopyViewFix)],
    }.RunAsync();

    [Fact]
    public Task FixAllFallsBackWhereTheChosenFixIsNoWay() => new CSharpCodeFixTest<BufferLintAnalyzer, ResizeUnderViewFixes>
    {
        TestCode = """
            using System;
            using System.Collections.Generic;
            using System.Runtime.InteropServices;

            class C
            {
                void M(List<int> list)
                {
                    var view = CollectionsMarshal.AsSpan(list);
                    {|BUF1001:list.Add(1)|};
                    view[0] = 2;
                }

                void N(Dictionary<int, int> map, int key)
                {
                    ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
                    {|BUF1001:map.Add(2, 1)|};
                    value = 2;
                }
            }
            """,
        FixedCode = """
            using System;
            using System.Collections.Generic;
            using System.Runtime.InteropServices;

            class C
            {
                void M(List<int> list)
                {
                    var view = CollectionsMarshal.AsSpan(list);
                    list.Add(1);
                    view = CollectionsMarshal.AsSpan(list);
                    view[0] = 2;
                }

                void N(Dictionary<int, int> map, int key)
                {
                    map.EnsureCapacity(map.Count + 2);
                    ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
                    map.Add(2, 1);
                    value = 2;
                }
            }
            """,
    }.RunAsync();
}
