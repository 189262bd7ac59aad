// The comparison can fail: with one wrong fact in the oracle's tables it does.
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Oracle.Comparison;
using BufferLint.Oracle.Programs;
using Xunit;

namespace BufferLint.Oracle;

public class WrongFactsTests
{
    [Fact]
    public Task AddIsSaidToMoveNothing() =>
        FaultIsFound("{0}.Add(1);", add => add with { Asks = Asks.Nothing }, "a run shows what the oracle does not know");

    [Fact]
    public Task RemovalIsSaidToShiftNothing() =>
        FaultIsFound("{0}.RemoveAt(0);", remove => remove with { Shifts = false }, "reported, but not due");

    [Fact]
    public Task SortIsSaidToMove() =>
        FaultIsFound("{0}.Sort();", sort => sort with { Asks = Asks.ToReallocate }, "due, but not reported");

    [Fact]
    public async Task NothingIsFoundWithTheRightFacts() =>
        Assert.Empty((await Comparer.CompareAsync(ProgramGenerator.Of(Families.List).Sample(300, 7))).SelectMany(result => result.Faults));

    private static async Task FaultIsFound(string operation, System.Func<Operation, Operation> spoil, string fault)
    {
        var family = Families.List with { Operations = [.. Families.List.Operations.Select(what => what.Text == operation ? spoil(what) : what)] };
        Assert.NotEqual(Families.List.Operations.AsEnumerable(), family.Operations);
        var results = await Comparer.CompareAsync(ProgramGenerator.Of(family).Sample(300, 7));
        Assert.Contains(results.SelectMany(result => result.Faults), found => found.StartsWith(fault, System.StringComparison.Ordinal));
    }
}
