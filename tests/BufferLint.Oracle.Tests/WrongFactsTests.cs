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

    /// <summary>What the engine reads of a called method lacks what breaks views there: as if its summary did.</summary>
    [Fact]
    public Task CalleesAreSaidToMoveNothing() => FaultOfCallsIsFound((call, statement) => statement is Operate { What.Asks: not Asks.Nothing }, "due, but not reported");

    /// <summary>... lacks what hands out another view.</summary>
    [Fact]
    public Task CalleesAreSaidToHandOutNothing() => FaultOfCallsIsFound((call, statement) => statement is Take take && (take.View == call.Result || call.Given.Contains(take.View)), "due, but not reported");

    [Fact]
    public async Task NothingIsFoundInCallsWithTheRightFacts() =>
        Assert.Empty((await Comparer.CompareAsync(ProgramGenerator.WithCalls(ProgramGenerator.Of(Families.List)).Sample(300, 7))).SelectMany(result => result.Faults));

    private static async Task FaultOfCallsIsFound(System.Func<Call, Statement, bool> isHidden, string fault)
    {
        var results = await Comparer.CompareAsync(ProgramGenerator.WithCalls(ProgramGenerator.Of(Families.List)).Sample(300, 7), isHidden);
        Assert.Contains(results.SelectMany(result => result.Faults), found => found.StartsWith(fault, System.StringComparison.Ordinal));
    }

    private static async Task FaultIsFound(string operation, System.Func<Operation, Operation> spoil, string fault)
    {
        var family = Families.List with { Operations = [.. Families.List.Operations.Select(what => what.Text == operation ? spoil(what) : what)] };
        Assert.NotEqual(Families.List.Operations.AsEnumerable(), family.Operations);
        var results = await Comparer.CompareAsync(ProgramGenerator.Of(family).Sample(300, 7));
        Assert.Contains(results.SelectMany(result => result.Faults), found => found.StartsWith(fault, System.StringComparison.Ordinal));
    }
}
