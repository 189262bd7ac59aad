// Taking the view again after a callback: where it is done, and where it must not be offered.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.CallbackCase<BufferLint.CodeFixes.LookUpAgainFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class LookUpAgainFixTests
{
    [Fact]
    public Task RefLocal() => Case.Applied(
        """
        ref var first = ref CollectionsMarshal.AsSpan(_items)[n];
        [|visit(first)|];
        first = 1;
        """,
        """
        ref var first = ref CollectionsMarshal.AsSpan(_items)[n];
        visit(first);
        first = ref CollectionsMarshal.AsSpan(_items)[n];
        first = 1;
        """);

    [Fact]
    public Task SpanAndEvent() => Case.Applied(
        """
        var span = CollectionsMarshal.AsSpan(_items);
        [|Changed?.Invoke(1)|];
        span[0] = 1;
        """,
        """
        var span = CollectionsMarshal.AsSpan(_items);
        Changed?.Invoke(1);
        span = CollectionsMarshal.AsSpan(_items);
        span[0] = 1;
        """);

    [Fact]
    public Task ElementOfAnArrayAndAnOverride() => Case.Applied(
        """
        ref var item = ref _array[n];
        [|OnItem(item)|];
        item++;
        """,
        """
        ref var item = ref _array[n];
        OnItem(item);
        item = ref _array[n];
        item++;
        """);

    [Fact]
    public Task ResultKeptInALocal() => Case.Applied(
        """
        ref var item = ref _array[n];
        var changed = [|change(item)|];
        item = changed;
        """,
        """
        ref var item = ref _array[n];
        var changed = change(item);
        item = ref _array[n];
        item = changed;
        """);

    [Fact]
    public Task FixAllMendsEachView() => Case.Applied(
        """
        ref var item = ref _array[n];
        [|visit(item)|];
        item++;
        ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
        [|OnItem(first)|];
        first++;
        """,
        """
        ref var item = ref _array[n];
        visit(item);
        item = ref _array[n];
        item++;
        ref var first = ref CollectionsMarshal.AsSpan(_items)[0];
        OnItem(first);
        first = ref CollectionsMarshal.AsSpan(_items)[0];
        first++;
        """);

    [Fact]
    public Task NotWhereTheCallIsInTheStatementThatWrites() => Case.NotOffered(
        """
        ref var item = ref _array[n];
        item = [|change(item)|];
        """);

    [Fact]
    public Task NotWhereTakingAddsAKey() => Case.NotOffered(
        """
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(_map, "b", out _);
        [|visit(value)|];
        value = 1;
        """);

    [Fact]
    public Task NotWhereTheKeyMayBeGone() => Case.NotOffered(
        """
        ref var value = ref CollectionsMarshal.GetValueRefOrNullRef(_map, "b");
        [|visit(value)|];
        value = 1;
        """);

    [Fact]
    public Task NotWhereTheCallbackMayChangeTheIndex() => Case.NotOffered(
        """
        ref var last = ref _array[_count];
        [|visit(last)|];
        last = 1;
        """);

    [Fact]
    public Task NotWhereTheIndexGoesOn() => Case.NotOffered(
        """
        ref var item = ref _array[n++];
        [|visit(item)|];
        item = 1;
        """);

    [Fact]
    public Task NotInALoopOverTheSpan() => Case.NotOffered(
        """
        foreach (ref var item in CollectionsMarshal.AsSpan(_items))
        {
            [|visit(item)|];
            item = 0;
        }
        """);

    [Fact]
    public Task NotInACondition() => Case.NotOffered(
        """
        ref var item = ref _array[n];
        if ([|change(item)|] > 0)
        {
            item = 0;
        }
        """);
}
