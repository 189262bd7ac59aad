// Releasing a counted view in time: by a new statement or by the one that comes too late.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.ReleaseViewFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReleaseViewFixTests
{
    [Fact]
    public Task NeverReleased() => Case.Applied(
        """
        var view = data.View();
        view[0] = 1;

        // One more.
        [|data.Append(2)|]; // 2 it is
        """,
        """
        var view = data.View();
        view[0] = 1;

        view.Release();
        // One more.
        data.Append(2); // 2 it is
        """);

    [Fact]
    public Task OnlyDisposeReleases() => Case.Applied(
        """
        var scope = data.Scope();
        [|data.Append(2)|];
        """,
        """
        var scope = data.Scope();
        scope.Dispose();
        data.Append(2);
        """);

    [Fact]
    public Task ViewWithoutDispose() => Case.Applied(
        """
        var view = data.OneWayView();
        [|data.Append(2)|];
        """,
        """
        var view = data.OneWayView();
        view.Free();
        data.Append(2);
        """);

    [Fact]
    public Task UsingLocal() => Case.Applied(
        """
        using var view = data.View();
        view[0] = 1;
        [|data.Append(2)|];
        """,
        """
        using var view = data.View();
        view[0] = 1;
        view.Release();
        data.Append(2);
        """);

    [Fact]
    public Task EmbeddedResizeGetsBraces() => Case.Applied(
        """
        var view = data.View();
        if (on)
            [|data.Append(2)|];
        """,
        """
        var view = data.View();
        if (on)
        {
            view.Release();
            data.Append(2);
        }
        """);

    [Fact]
    public Task EmbeddedResizeOfOneLine() => Case.Applied(
        """
        var view = data.View();
        if (on) [|data.Append(2)|];
        """,
        """
        var view = data.View();
        if (on)
        {
            view.Release();
            data.Append(2);
        }
        """);

    [Fact]
    public Task ResultIsReturned() => Case.AppliedToFile(
        """
        class C
        {
            int M(ByteArray data)
            {
                var view = data.View();
                return [|data.AppendAll(1, 2)|];
            }
        }
        """,
        """
        class C
        {
            int M(ByteArray data)
            {
                var view = data.View();
                view.Release();
                return data.AppendAll(1, 2);
            }
        }
        """);

    [Fact]
    public Task LaterReleaseIsMoved() => Case.Applied(
        """
        var view = data.View();
        view[0] = 1;
        [|data.Append(2)|];
        Read(n);

        // Done with it.
        view.Release(); // at last
        """,
        """
        var view = data.View();
        view[0] = 1;
        // Done with it.
        view.Release(); // at last
        data.Append(2);
        Read(n);
        """);

    [Fact]
    public Task LaterDisposeIsMoved() => Case.Applied(
        """
        var view = data.View();
        [|data.Append(2)|];
        view.Dispose();
        Read(n);
        """,
        """
        var view = data.View();
        view.Dispose();
        data.Append(2);
        Read(n);
        """);

    [Fact]
    public Task LaterReleaseOfAViewWithoutDisposeIsMoved() => Case.Applied(
        """
        var view = data.OneWayView();
        [|data.Append(2)|];
        view.Free();
        """,
        """
        var view = data.OneWayView();
        view.Free();
        data.Append(2);
        """);

    [Fact]
    public Task ReleaseBehindAReturnStays() => Case.Applied(
        """
        var view = data.View();
        [|data.Append(2)|];
        if (on)
            return;
        view.Release();
        """,
        """
        var view = data.View();
        view.Release();
        data.Append(2);
        if (on)
            return;
        view.Release();
        """);

    [Fact]
    public Task ReleaseBehindALockStays() => Case.Applied(
        """
        var view = data.View();
        [|data.Append(2)|];
        lock (list)
        {
            Read(n);
        }

        view.Release();
        """,
        """
        var view = data.View();
        view.Release();
        data.Append(2);
        lock (list)
        {
            Read(n);
        }

        view.Release();
        """);

    [Fact]
    public Task SeveralInOneDocument() => Case.Applied(
        """
        var view = data.View();
        [|data.Append(2)|];
        var scope = data.Scope();
        {|BUF1001:{|BUF1001:data.Append(3)|}|};
        scope.Dispose();
        """,
        """
        var view = data.View();
        view.Release();
        data.Append(2);
        var scope = data.Scope();
        scope.Dispose();
        data.Append(3);
        """);

    [Fact]
    public Task TwoViewsUnderOneResize() => Case.Applied(
        """
        var view = data.View();
        var scope = data.Scope();
        {|BUF1001:{|BUF1001:data.Append(3)|}|};
        """,
        """
        var view = data.View();
        var scope = data.Scope();
        scope.Dispose();
        view.Release();
        data.Append(3);
        """);

    [Fact]
    public Task NotOfferedBeforeALaterUse() => Case.NotOffered(
        """
        var view = data.View();
        [|data.Append(2)|];
        view[0] = 1;
        view.Release();
        """);

    [Fact]
    public Task NotOfferedBeforeAUseInTheNextTurn() => Case.NotOffered(
        """
        var view = data.View();
        foreach (var item in other)
        {
            view[0] = 1;
            [|data.Append(2)|];
        }
        """);

    [Fact]
    public Task NotOfferedWhenTheResizeReadsTheView() => Case.NotOffered(
        """
        var view = data.View();
        [|data.Append(view[0])|];
        """);

    [Fact]
    public Task NotOfferedForASecondReleaseThatCounts() => Case.NotOffered(
        """
        var view = data.OneWayView();
        if (on)
            [|data.Append(2)|];
        view.Free();
        """);

    [Fact]
    public Task NotOfferedInALoopForAReleaseThatCounts() => Case.NotOffered(
        """
        var view = data.OneWayView();
        foreach (var item in other)
        {
            [|data.Append(2)|];
        }
        """);

    [Fact]
    public Task NotOfferedWhereTheResizeIsConditional() => Case.NotOffered(
        """
        var view = data.View();
        Read(on ? [|data.AppendAll(1)|] : 0);
        """);

    [Fact]
    public Task NotOfferedInTheConditionOfALoop() => Case.NotOffered(
        """
        var view = data.View();
        while ([|data.AppendAll(1)|] > 0)
            Read(n);
        """);

    [Fact]
    public Task NotOfferedForAViewWithTwoNames() => Case.NotOffered(
        """
        var view = data.View();
        view = on ? view : data.View();
        [|data.Append(2)|];
        """);

    [Fact]
    public Task NotOfferedForAViewWithoutAName() => Case.NotOffered(
        """
        data.View()[0] = 1;
        [|data.Append(2)|];
        """);

    [Fact]
    public Task NotOfferedForAViewThatIsNotCounted() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(2)|];
        s[0] = 1;
        """);
}
