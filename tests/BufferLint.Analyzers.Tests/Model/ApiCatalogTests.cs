// The tables of the model against the framework they speak of: an id with a slip in it would be a silent gap.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using BufferLint.Screen;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Tests.Model;

public class ApiCatalogTests
{
    /// <summary>Packages that are no part of the framework, by the root of their names; nothing here can resolve them.</summary>
    private static readonly ImmutableArray<string> Packages = ["CommunityToolkit.HighPerformance.", "Microsoft.Extensions.ObjectPool.", "Microsoft.IO.", "System.Numerics.Tensors."];

    public static TheoryData<string> Ids => [.. Rows.Select(row => row.Id).Where(id => !IsOfPackage(id[2..])).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsOfPackage(string name) => Packages.Any(package => name.StartsWith(package, StringComparison.Ordinal));

    private static IEnumerable<ApiRow> Rows => ApiCatalog.Families.SelectMany(family => family.Rows);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task IdResolvesToOneMember(string id)
    {
        var member = Assert.Single(DocumentationCommentId.GetSymbolsForDeclarationId(id, await Framework));
        Assert.Equal(id, member.GetDocumentationCommentId());
        Assert.True(SymbolEqualityComparer.Default.Equals(member, member.OriginalDefinition));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task SlotsExistAndFit(string id)
    {
        var member = Assert.Single(DocumentationCommentId.GetSymbolsForDeclarationId(id, await Framework));
        foreach (var effect in ApiCatalog.EffectsOf(id))
        {
            foreach (var slot in new[] { effect.Of, effect.Into, effect.Key, effect.Amount }.Where(slot => slot.Ordinal >= 0))
            {
                // The setter of a property takes its value as one more argument.
                var arguments = member is IPropertySymbol property ? property.Parameters.Length + 1 : ((IMethodSymbol)member).Parameters.Length;
                Assert.True(slot.Ordinal < arguments, $"{id}: {slot}");
            }

            Assert.False(effect.Of.Equals(Slot.This) && member.IsStatic, $"{id} is static and speaks of this");
            Assert.False(effect.Of.Equals(Slot.Result) && member is not IMethodSymbol { ReturnsVoid: false } and not IMethodSymbol { MethodKind: MethodKind.Constructor }, $"{id} makes nothing");
            Assert.False(effect.Of.Equals(Slot.This) && member is IMethodSymbol { MethodKind: MethodKind.Constructor }, $"{id}: what is made is spoken of as a result");
            Assert.False(effect.Kind == EffectKind.ViewOf && effect.Into.IsResult && member is IMethodSymbol { ReturnsVoid: true, MethodKind: not MethodKind.Constructor }, $"{id} results in nothing");
            Assert.True((effect.Growth == Growth.Fixed) == (effect.Elements > 0), $"{id}: how many?");
            Assert.True(effect.Kind == EffectKind.Shifts || effect.Growth is Growth.Unknown or Growth.CapacityIsCount or Growth.One or Growth.Fixed || !effect.Amount.IsNone, $"{id}: {effect.Growth} of which argument?");
        }
    }

    /// <summary>The screen has a bit a gate, one for annotations, and three for what is the compilation's own.</summary>
    [Fact]
    public void TheScreenHasBitsForAllGates() => Assert.InRange(NameGate.OfTables.Length, 1, 60);

    /// <summary>Such a gate would let every body through.</summary>
    [Fact]
    public void NoGateStandsOpen() => Assert.DoesNotContain(NameGate.OfTables, gate => gate.TakesSilently && gate.BreaksSilently);

    /// <summary>Families overlap where they share an interface; they must not contradict each other there.</summary>
    [Fact]
    public void NoIdSaysTwoThings() =>
        Assert.Empty(Rows.GroupBy(row => row.Id).Where(rows => rows.Any(row => !row.Effects.SequenceEqual(rows.First().Effects))).Select(rows => rows.Key));

    [Fact]
    public void EveryRowSaysSomething() => Assert.DoesNotContain(Rows, row => row.Effects.IsEmpty);

    [Fact]
    public async Task CarriersExist()
    {
        var framework = await Framework;
        Assert.All(ViewApis.Carriers.Where(name => !IsOfPackage(name)), name => Assert.IsAssignableFrom<INamedTypeSymbol>(DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + name, framework)));
    }

    /// <summary>The screen looks for these names: each must be the one a user writes.</summary>
    [Theory]
    [InlineData("M:System.Collections.Generic.List`1.Add(`0)", "Add")]
    [InlineData("M:System.Runtime.InteropServices.CollectionsMarshal.AsSpan``1(System.Collections.Generic.List{``0})", "AsSpan")]
    [InlineData("P:System.Collections.Generic.Dictionary`2.Item(`0)", "Item")]
    [InlineData("M:System.IO.MemoryStream.#ctor(System.Byte[])", "#ctor")]
    [InlineData("P:System.IO.MemoryStream.Capacity", "Capacity")]
    public void NameIsTheOneInSource(string id, string name) => Assert.Equal(name, new ApiRow(id, Effect.View(Slot.This)).Name);

    private static readonly Lazy<Task<Compilation>> Compiled = new(async () => await SourceCompilation.CreateAsync("class C;"));

    private static Task<Compilation> Framework => Compiled.Value;
}
