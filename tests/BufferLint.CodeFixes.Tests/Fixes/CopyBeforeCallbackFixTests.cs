// Copying before a callback: how it is written, and where it must not be offered.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.CallbackCase<BufferLint.CodeFixes.CopyBeforeCallbackFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyBeforeCallbackFixTests
{
    [Fact]
    public Task LoopOverASnapshot() => Case.Applied(
        """
        foreach (var item in CollectionsMarshal.AsSpan(_items))
        {
            [|Changed?.Invoke(item)|];
        }
        """,
        """
        foreach (var item in _items.ToArray())
        {
            Changed?.Invoke(item);
        }
        """);

    [Fact]
    public Task ValueInsteadOfAReference() => Case.Applied(
        """
        ref var item = ref _array[n];
        [|visit(item)|];
        Read(item);
        """,
        """
        var item = _array[n];
        visit(item);
        Read(item);
        """);

    [Fact]
    public Task ArrayInsteadOfASpan() => Case.Applied(
        """
        var span = CollectionsMarshal.AsSpan(_items);
        [|visit(1)|];
        Read(span);
        """,
        """
        Span<int> span = _items.ToArray();
        visit(1);
        Read(span);
        """);

    [Fact]
    public Task FixAllMendsEachView() => Case.Applied(
        """
        ref var item = ref _array[n];
        [|visit(item)|];
        Read(item);
        foreach (var each in CollectionsMarshal.AsSpan(_items))
        {
            [|visit(each)|];
        }
        """,
        """
        var item = _array[n];
        visit(item);
        Read(item);
        foreach (var each in _items.ToArray())
        {
            visit(each);
        }
        """);

    [Fact]
    public Task NotWhereTheViewIsWritten() => Case.NotOffered(
        """
        ref var item = ref _array[n];
        [|visit(item)|];
        item = 1;
        """);

    [Fact]
    public Task NotWhereTheElementsOfTheLoopAreReferences() => Case.NotOffered(
        """
        foreach (ref var item in CollectionsMarshal.AsSpan(_items))
        {
            item = [|change(item)|];
        }
        """);

    [Fact]
    public Task NotWhereTheOwnerIsWrittenMeanwhile() => Case.NotOffered(
        """
        ref var item = ref _array[n];
        [|visit(item)|];
        _array[n] = 5;
        Read(item);
        """);

    [Fact]
    public Task NotWhereTakingAddsAKey() => Case.NotOffered(
        """
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(_map, "b", out _);
        [|visit(value)|];
        Read(value);
        """);

    [Fact]
    public Task NotWherePartsAreConditional() => Case.NotOffered(
        """
        ref var item = ref _array[n];
        #if DEBUG
        item = 1;
        #endif
        [|visit(item)|];
        Read(item);
        """);
}
