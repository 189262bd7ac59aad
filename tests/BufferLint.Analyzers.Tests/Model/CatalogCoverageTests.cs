// Every member of .NET that hands out views or ends them is either described by the tables or listed with a reason why
// not: buffer-members.tsv is the catalogue, members-not-described.tsv the list.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using BufferLint.Summaries;
using BufferLint.Testing;
using BufferLint.Tests.Conventions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Tests.Model;

public class CatalogCoverageTests
{
    private const string Framework = ".NET";

    /// <summary>Why a member may be left out of the tables. No other reason counts.</summary>
    private static readonly ImmutableDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["address"] = "It gives an address that no release of a lease ends: BUF5003 is about those.",
        ["copy"] = "It copies elements or text out; the copy owes nothing to the storage.",
        ["ended"] = "What it would end has ended before: it throws otherwise.",
        ["in-place"] = "It reads or writes where the elements lie: no view ends.",
        ["inherited"] = "It overrides a member that has a row, which speaks for it.",
        ["interface"] = "It is described where it is called through the interface that it implements.",
        ["lent"] = "The memory is lent to an operation or a callback: BUF4001, BUF4003 and BUF5004 are about those.",
        ["never-moves"] = "What it shows is never replaced as long as anything refers to it.",
        ["no-word"] = "What it ends depends on more than the vocabulary can say yet; silence is the safe side.",
        ["object"] = "An object keeps the memory; what objects keep is not followed yet.",
        ["owner"] = "It gives an owner, not a view of one.",
        ["position"] = "It says where, not what: nothing is read through its result.",
        ["read-only"] = "It changes who may write, not where anything lies: BUF3001 is about that.",
        ["ref-safety"] = "What its result can reach follows from C#'s own rules of ref safety, or from the language's conversions.",
        ["released"] = "The view ends when its owner is released, in a way that no table can say for all owners of the type; silence is the safe side.",
        ["wrapper"] = "It wraps the owner, not its storage, and outlives every move.",
    }.ToImmutableDictionary();

    private static readonly ImmutableArray<string[]> Members = Read("buffer-members.tsv");

    private static readonly ImmutableDictionary<string, string> Roles = Members.ToImmutableDictionary(line => line[0], line => line[1]);

    private static readonly ImmutableDictionary<string, string> NotDescribed = Read("members-not-described.tsv").ToImmutableDictionary(line => line[0], line => line[1]);

    private static readonly Lazy<Task<Compilation>> Compiled = new(async () => await SourceCompilation.CreateAsync("class C;"));

    [Fact]
    public async Task EveryMemberIsDescribedOrSaysWhyNot()
    {
        var model = new BufferModel(await Compiled.Value, static _ => []);
        AssertNone(Members.Where(line => !NotDescribed.ContainsKey(line[0]) && !IsDescribed(model, line[0])).Select(line => line[0]));
    }

    [Fact]
    public async Task NoMemberIsBoth()
    {
        var model = new BufferModel(await Compiled.Value, static _ => []);
        AssertNone(NotDescribed.Keys.Where(id => IsDescribed(model, id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OnlyMembersOfTheCatalogueAreLeftOut() => Assert.Empty(NotDescribed.Keys.Except(Members.Select(line => line[0])));

    [Fact]
    public void NoReasonIsMadeUp() => Assert.Empty(NotDescribed.Values.Where(reason => !Reasons.ContainsKey(reason)).Distinct());

    [Fact]
    public void EveryReasonIsNeeded() => Assert.Empty(Reasons.Keys.Except(NotDescribed.Values));

    /// <summary>An indexer with a name of its own is the one thing that Roslyn does not find by its id.</summary>
    [Fact]
    public async Task MembersOfTheFrameworkExist()
    {
        var framework = await Compiled.Value;
        AssertNone(Members.Where(line => line[2] == Framework && !line[0].StartsWith("P:System.Text.StringBuilder.Chars(", StringComparison.Ordinal) && DocumentationCommentId.GetFirstSymbolForDeclarationId(line[0], framework) is null).Select(line => line[0]));
    }

    /// <summary>All of them in the message, not the first few.</summary>
    private static void AssertNone(IEnumerable<string> ids)
    {
        var all = string.Join("\n", ids);
        Assert.True(all.Length == 0, all);
    }

    /// <summary>
    /// Described by a row, its own or that of what it overrides; or a view that a carrier carries on. Packages that are
    /// not at hand are told by name.
    /// </summary>
    private static bool IsDescribed(BufferModel model, string id)
    {
        if (!ApiCatalog.EffectsOf(id).IsEmpty)
        {
            return true;
        }

        return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Compiled.Value.Result) is { } member
            ? !model.EffectsOf(member).IsEmpty || (model.IsCarrier(member) && GivesView(member))
            : ViewApis.Carriers.Contains(TypeOf(id)) && !id.Contains(".op_Implicit(", StringComparison.Ordinal) && !Roles[id].Contains("copies", StringComparison.Ordinal);
    }

    private static bool GivesView(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => ViewTypes.IsView(constructor.ContainingType),
        IMethodSymbol method => method.RefKind != RefKind.None || ViewTypes.IsView(method.ReturnType) || method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out && ViewTypes.IsView(parameter.Type)),
        IPropertySymbol property => property.RefKind != RefKind.None || ViewTypes.IsView(property.Type),
        _ => false,
    };

    private static string TypeOf(string id)
    {
        var end = id.IndexOf('(', StringComparison.Ordinal);
        var path = end < 0 ? id[2..] : id[2..end];
        return path[..path.LastIndexOf('.')];
    }

    private static ImmutableArray<string[]> Read(string file) =>
        [.. File.ReadLines(Tree.In("tests", "BufferLint.Analyzers.Tests", "Model", file)).Skip(1).Select(line => line.Split('\t'))];
}
