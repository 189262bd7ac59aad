// Every row of the tables of sizes, executed: what just fits is done, what just does not fit is refused, or done all the
// same where the row says that nobody checks; and results are as long as is said.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using BufferLint.ExecutedFacts.Sizes;
using BufferLint.Model;
using Xunit;

namespace BufferLint.ExecutedFacts;

public class SizeFactsTests
{
    private const string NoSizeTold = "nobody can ask the allocator how long a block is";

    /// <summary>Rows that no experiment here can show, with the reason.</summary>
    private static readonly ImmutableDictionary<string, string> NobodyCouldMeasure = new[]
    {
        "NativeMemory.Alloc(byteCount)", "NativeMemory.AllocZeroed(byteCount)", "NativeMemory.Alloc(elementCount, elementSize)", "NativeMemory.AllocZeroed(elementCount, elementSize)",
        "NativeMemory.AlignedAlloc(byteCount, alignment)", "NativeMemory.Realloc(ptr, byteCount)", "Marshal.AllocHGlobal(cb)", "Marshal.AllocCoTaskMem(cb)", "Marshal.ReAllocHGlobal(pv, cb)", "Marshal.ReAllocCoTaskMem(pv, cb)",
    }.ToImmutableDictionary(static member => "System.Runtime.InteropServices." + member, static _ => NoSizeTold);

    private static readonly ImmutableDictionary<string, SizeApi> Rows = SizeCatalog.Rows.ToImmutableDictionary(Id);

    /// <summary>All rows.</summary>
    public static TheoryData<string> All => [.. Rows.Keys.Order(StringComparer.Ordinal)];

    /// <summary>All rows that demand something, with the number of the demand.</summary>
    public static TheoryData<string, int> Demands
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var id in Rows.Keys.Order(StringComparer.Ordinal))
            {
                for (var demand = 0; demand < Rows[id].Demands.Length; demand++)
                {
                    all.Add(id, demand);
                }
            }

            return all;
        }
    }

    /// <summary>All rows that say how long the result is.</summary>
    public static TheoryData<string> Gifts => [.. Rows.Keys.Where(static id => Rows[id].Gives is not null).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void RowDescribesAMember(string id) => Assert.NotEmpty(SizedMembers.Of(Rows[id]));

    [Theory]
    [MemberData(nameof(Demands))]
    public void WhatFitsIsDone(string id, int demand)
    {
        foreach (var member in SizedMembers.Of(Rows[id]))
        {
            Assert.False(Refuses(id, demand, member, missing: 0), member.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public void WhatDoesNotFitIsRefusedOrUnchecked(string id, int demand)
    {
        var row = Rows[id];
        foreach (var member in SizedMembers.Of(row))
        {
            var isAddress = Experiment.Names(row.Demands[demand].Available).Any(name => SizedCall.IsAddress(member, name));
            Assert.True(!isAddress || row.IsUnchecked, $"Nobody can check an address: {member}");
            Assert.True(Refuses(id, demand, member, missing: 1) == !isAddress, member.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Gifts))]
    public void ResultIsAsLong(string id)
    {
        var row = Rows[id];
        if (NobodyCouldMeasure.ContainsKey(id))
        {
            return;
        }

        foreach (var member in SizedMembers.Of(row))
        {
            foreach (var sizes in row.Demands.Select(demand => Experiment.Sizes(row, demand, member, missing: 0)).Append(Experiment.Sizes(row, null, member, missing: 0)))
            {
                using var call = new SizedCall(member, sizes);
                var length = call.Run();
                var said = SizedCall.Value(row.Gives!, member, sizes);
                Assert.True(row.GivesAtLeast ? length >= said : length == said, $"{member}: {length}, said {said}");
            }
        }
    }

    [Fact]
    public void WhatNobodyCouldMeasureIsInTheTables() => Assert.All(NobodyCouldMeasure.Keys, static id => Assert.True(Rows[id].Demands.IsEmpty && Rows[id].Gives is not null));

    /// <summary>Whether a call is refused for its sizes. One that is not has written as much as it needs, where it writes by address.</summary>
    private static bool Refuses(string id, int demand, MethodBase member, int missing)
    {
        var asked = Rows[id].Demands[demand];
        var sizes = Experiment.Sizes(Rows[id], asked, member, missing);
        using var call = new SizedCall(member, sizes);
        try
        {
            call.Run();
        }
        catch (Exception refusal) when (refusal is ArgumentException or IndexOutOfRangeException)
        {
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            // Not connected: asked after the sizes.
            return false;
        }

        foreach (var name in Experiment.Names(asked.Available).Where(name => SizedCall.IsAddress(member, name) && name is "destination" or "ptr" or "startAddress"))
        {
            Assert.Contains(call.Written(name), new[] { 0, SizedCall.Value(asked.Needed, member, sizes) });
        }

        return false;
    }

    private static string Id(SizeApi row) => $"{row.Type}.{row.Name}({string.Join(", ", row.Parameters)})";
}
