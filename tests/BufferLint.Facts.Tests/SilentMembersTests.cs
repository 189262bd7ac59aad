// Members that the tables leave out because they end no view: they are called on full owners, and the storage must stay.
using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.ExecutedFacts.Subjects;
using BufferLint.Model;
using Xunit;

namespace BufferLint.ExecutedFacts;

public class SilentMembersTests
{
    private const string InPlace = "in-place";

    private static readonly ImmutableArray<string> Members =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "members-not-described.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .Where(line => line[1] == InPlace)
            .Select(line => line[0]),
    ];

    /// <summary>Those whose owner can be watched; pointers cannot be made up.</summary>
    public static TheoryData<string> Watched => [.. Members.Where(id => MethodOf(id) is { } method && SubjectOf(method) is not null && !id.Contains('*', StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Watched))]
    public void StorageStays(string id)
    {
        var method = MethodOf(id)!;
        var subject = SubjectOf(method)!;
        var call = Arrangement.Call(method, Nothing(method), subject, 1);
        Assert.True(subject.Watch(() => call()) is Outcome.Stayed or Outcome.Shifted, id);
    }

    /// <summary>Owners that are only here for what ends none of their views; should one be watched one day, this list says so.</summary>
    [Fact]
    public void TheRestIsNamed()
    {
        string[] named =
        [
            "System.Buffers.SequenceReader`1",
            "System.IO.MemoryMappedFiles.MemoryMappedFile",
            "System.IO.Pipelines.PipeReader",
            "System.IO.Pipelines.PipeWriter",
            "System.MemoryExtensions",
            "System.Net.Sockets.SocketAsyncEventArgs",
            "System.Text.Json.Utf8JsonReader",
        ];
        var rest = Members.Select(MethodOf).OfType<MethodBase>().Where(method => SubjectOf(method) is null).Select(method => method.DeclaringType!.FullName!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(string.Join("\n", named), string.Join("\n", rest));
    }

    /// <summary>What is said of each: it is called on its receiver, or first argument, and changes contents at most.</summary>
    private static Effect Nothing(MethodBase method) => Effect.Shift(method.IsStatic ? Slot.Parameter(0) : Slot.This);

    private static Subject? SubjectOf(MethodBase method) => SubjectTable.Make(Arrangement.OwnerType(method, Nothing(method)), 0);

    private static MethodBase? MethodOf(string id) => DocumentationId.Find(id) switch
    {
        MethodBase method => method,
        PropertyInfo property => property.SetMethod ?? property.GetMethod,
        _ => null,
    };
}
