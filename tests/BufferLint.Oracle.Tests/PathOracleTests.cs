// The oracle on programs small enough to be judged by eye.
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Oracle.Paths;
using BufferLint.Oracle.Programs;
using Xunit;

namespace BufferLint.Oracle;

public class PathOracleTests
{
    private static readonly ViewVariable V0 = Families.List.Views[0];
    private static readonly Acquisition AsSpan = Families.List.Acquisitions[0];
    private static readonly UseForm Write = Families.List.Uses.Single(use => use.Text == "{0}[0] = 1;");

    [Fact]
    public void UsedAfterAdd() => Assert.Equal([(1, 2, 3)], Judge(Take("a"), Do("a", "Add"), Use()));

    [Fact]
    public void UsedBeforeAdd() => Assert.Empty(Judge(Take("a"), Use(), Do("a", "Add")));

    [Fact]
    public void OtherListGrows() => Assert.Empty(Judge(Take("a"), Do("b", "Add"), Use()));

    [Fact]
    public void AliasGrows() => Assert.Equal([(2, 3, 4)], Judge(new Rename("x", "b"), Take("b"), Do("x", "Add"), Use()));

    [Fact]
    public void TakenAgain() => Assert.Empty(Judge(Take("a"), Do("a", "Add"), Take("a"), Use()));

    [Fact]
    public void RoomWasReserved() => Assert.Equal([(2, 5, 6)], Judge(Do("a", "EnsureCapacity({0}.Count"), Take("a"), Do("a", "Add(1)"), Do("a", "Add(1)"), Do("a", "Add(1)"), Use()));

    [Fact]
    public void FlagContradictsItself() => Assert.Empty(Judge(
        Take("a"),
        new Choose(new Condition("f0", false), [Do("a", "Add")], []),
        new Choose(new Condition("f0", true), [Use()], [])));

    [Fact]
    public void UsedInTheNextTurn() => Assert.Equal([(1, 4, 3)], Judge(Take("a"), new Repeat([Use(), Do("a", "Add")], TestsLast: false)));

    [Fact]
    public void ConstantLoopOfOneTurn() => Assert.Empty(Judge(Take("a"), new Count(1, [Use(), Do("a", "Add")])));

    [Fact]
    public void GrownInATryUsedInItsHandler() => Assert.Equal([(1, 3, 6)], Judge(Take("a"), new Guard([Do("a", "Add"), new Check()], [Use()], IsFinally: false)));

    [Fact]
    public void NothingThrowsAfterTheGrowth() => Assert.Empty(Judge(Take("a"), new Guard([Do("a", "Add")], [Use()], IsFinally: false)));

    [Fact]
    public void GrownInFinally() => Assert.Equal([(1, 5, 7)], Judge(Take("a"), new Guard([new Check()], [Do("a", "Add")], IsFinally: true), Use()));

    [Fact]
    public void ReturnRunsFinally() => Assert.Equal([(1, 2, 6)], Judge(
        Take("a"),
        Do("a", "Add"),
        new Guard([new Leave(Completion.Return)], [Use()], IsFinally: true)));

    [Fact]
    public void GrownUnderForEach() => Assert.Equal([(1, 3, 2)], Judge(Take("a"), new Each(V0, [Do("a", "Add")], WritesItem: false)));

    private static (int, int, int)[] Judge(params ImmutableArray<Statement> body) =>
        [.. PathOracle.Judge(new ProgramTree(Families.List, body).Placed(), Reading.Exact, maxPaths: 1000)!.Dues.Select(due => (due.Taken, due.Broken, due.Used))];

    private static Take Take(string owner) => new(V0, owner, AsSpan);

    private static Operate Do(string owner, string text) => new(owner, Families.List.Operations.First(what => what.Text.StartsWith("{0}." + text, System.StringComparison.Ordinal)));

    private static Use Use() => new(V0, Write);
}
