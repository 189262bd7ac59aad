// The exact text of every wording, and the three places in their order: resize, acquire, use.
using System.Threading.Tasks;
using BufferLint.Testing;
using Xunit;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Messages
{
    [Fact]
    public Task MayMove() => VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            void M(List<int> prices)
            {
                Span<int> goods = {|#1:CollectionsMarshal.AsSpan(prices)|};
                {|#0:prices.Add(499)|};
                {|#2:goods[0]|} -= 100;
            }
        }
        """,
        "'prices.Add(499)' may move the storage of 'prices' while its view 'goods' is still in use: (1) taken at line 9, (2) moved at line 10, (3) used at line 11");

    [Fact]
    public Task Changes() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            string M(List<string> names)
            {
                var view = {|#1:CollectionsMarshal.AsSpan(names)|};
                {|#0:names.Clear()|};
                return {|#2:view[0]|};
            }
        }
        """,
        "'names.Clear()' changes what is stored in 'names' while its view 'view' is still in use: (1) taken at line 8, (2) changed at line 9, (3) used at line 10");

    [Fact]
    public Task GivesAway() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            void M(Dictionary<string, int> counts)
            {
                ref int count = ref {|#1:CollectionsMarshal.GetValueRefOrNullRef(counts, "a")|};
                {|#0:counts.Remove("a")|};
                {|#2:count = 1|};
            }
        }
        """,
        "'counts.Remove(\"a\")' gives away the storage in 'counts' while its view 'count' is still in use: (1) taken at line 8, (2) given away at line 9, (3) used at line 10");

    [Fact]
    public Task RefusedAndNeverReleased() => Verify.VerifyAnalyzerAsync(
        AnnotatedSource.WithByteArray("""
            void M(ByteArray data)
            {
                var view = {|#1:data.View()|};
                {|#0:data.Append(1)|};
            }
            """),
        Verify.Diagnostic("BUF1001").WithLocation(0).WithLocation(1).WithMessage(
            "'data.Append(1)' refuses to resize 'data' while its view 'view' is not released: (1) taken at line 10, (2) refused at line 11, (3) never released in this method"));

    [Fact]
    public Task RefusedAndReleasedLater() => VerifyAsync(
        AnnotatedSource.WithByteArray("""
            void M(ByteArray data)
            {
                var view = {|#1:data.View()|};
                {|#0:data.Append(1)|};
                {|#2:view.Release()|};
            }
            """),
        "'data.Append(1)' refuses to resize 'data' while its view 'view' is not released: (1) taken at line 10, (2) refused at line 11, (3) released only at line 12");

    [Fact]
    public Task RefusedAndUsedLater() => VerifyAsync(
        AnnotatedSource.WithByteArray("""
            void M(ByteArray data)
            {
                var view = {|#1:data.View()|};
                {|#0:data.Append(1)|};
                {|#2:view[0] = 2|};
                view.Release();
            }
            """),
        "'data.Append(1)' refuses to resize 'data' while its view 'view' is not released: (1) taken at line 10, (2) refused at line 11, (3) used at line 12");

    [Fact]
    public Task RefusedInItsUsingScope() => VerifyAsync(
        AnnotatedSource.WithByteArray("""
            void M(ByteArray data)
            {
                using var {|#2:view = {|#1:data.View()|}|};
                {|#0:data.Append(1)|};
            }
            """),
        "'data.Append(1)' refuses to resize 'data' while its view 'view' is not released: (1) taken at line 10, (2) refused at line 11, (3) released only at the end of its scope");

    [Fact]
    public Task NextTurnOfTheLoop() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            void M(List<int> list)
            {
                var view = {|#1:CollectionsMarshal.AsSpan(list)|};
                while (list.Count < 10)
                {
                    {|#2:view[0]|}++;
                    {|#0:list.Add(1)|};
                }
            }
        }
        """,
        "'list.Add(1)' may move the storage of 'list' while its view 'view' is still in use: (1) taken at line 8, (2) moved at line 12, (3) used at line 11 in the next turn of the loop");

    [Fact]
    public Task ForeachNamesTheExpression() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            void M(List<int> list)
            {
                foreach ({|#2:var|} item in {|#1:CollectionsMarshal.AsSpan(list)|})
                    {|#0:list.Add(item)|};
            }
        }
        """,
        "'list.Add(item)' may move the storage of 'list' while its view 'CollectionsMarshal.AsSpan(list)' is still in use: (1) taken at line 8, (2) moved at line 9, (3) used at line 8 in the next turn of the loop");

    [Fact]
    public Task UnnamedViewNamesTheExpression() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            void M(List<int> list) => CollectionsMarshal.AsSpan(list).Clear();

            void N(List<int> list)
            {
                {|#2:{|#1:CollectionsMarshal.AsSpan(list)|}.Fill({|#0:list.EnsureCapacity(9)|})|};
            }
        }
        """,
        "'list.EnsureCapacity(9)' may move the storage of 'list' while its view 'CollectionsMarshal.AsSpan(list)' is still in use: (1) taken at line 10, (2) moved at line 10, (3) used at line 10");

    [Fact]
    public Task LongCallIsCutAndPutOnOneLine() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            int M(List<int> measurements)
            {
                var view = {|#1:CollectionsMarshal.AsSpan(measurements)|};
                {|#0:measurements.AddRange(
                    new[]
                    {
                        10000, 20000, 30000, 40000, 50000, 60000,
                    })|};
                return {|#2:view[0]|};
            }
        }
        """,
        "'measurements.AddRange( new[] { 10000, 20000, 30000, 40000, …' may move the storage of 'measurements' while its view 'view' is still in use: (1) taken at line 8, (2) moved at line 9, (3) used at line 14");

    [Fact]
    public Task OwnerInAField() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            private readonly List<int> _items = new();

            int M()
            {
                ref var first = ref {|#1:CollectionsMarshal.AsSpan(_items)|}[0];
                {|#0:_items.Add(1)|};
                return {|#2:first|};
            }
        }
        """,
        "'_items.Add(1)' may move the storage of '_items' while its view 'first' is still in use: (1) taken at line 10, (2) moved at line 11, (3) used at line 12");

    [Fact]
    public Task PartOfAView() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            int M(List<int> list)
            {
                var view = {|#1:CollectionsMarshal.AsSpan(list)|};
                var tail = view[1..];
                {|#0:list.Add(1)|};
                return {|#2:tail[0]|};
            }
        }
        """,
        "'list.Add(1)' may move the storage of 'list' while its view 'tail' is still in use: (1) taken at line 8, (2) moved at line 10, (3) used at line 11");

    [Fact]
    public Task LinesAreThoseOfTheMappedFile() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        class C
        {
            int M(List<int> list)
            {
        #line 100 "Page.razor"
                var view = {|#1:CollectionsMarshal.AsSpan(list)|};
        #line 200
                {|#0:list.Add(1)|};
        #line 300
                return {|#2:view[0]|};
            }
        }
        """,
        "'list.Add(1)' may move the storage of 'list' while its view 'view' is still in use: (1) taken at line 100, (2) moved at line 200, (3) used at line 300");

    [Fact]
    public Task ArrayKeptUnderAnotherName() => VerifyAsync(
        """
        using System;

        class C
        {
            int M(int[] items)
            {
                var {|#1:old = items|};
                {|#0:Array.Resize(ref items, 10)|};
                {|#2:old[0] = 1|};
                return items[0];
            }
        }
        """,
        "'Array.Resize(ref items, 10)' may move the storage of 'items' while its view 'old' is still in use: (1) taken at line 7, (2) moved at line 8, (3) used at line 9");

    private static Task VerifyAsync(string source, string message) => Verify.VerifyAnalyzerAsync(
        source,
        Verify.Diagnostic("BUF1001").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(message));
}
