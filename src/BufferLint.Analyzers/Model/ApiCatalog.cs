// All tables in one: documentation id -> effects.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>The members the product knows by table.</summary>
internal static class ApiCatalog
{
    /// <summary>Every family; a new file of rows is added here.</summary>
    public static ImmutableArray<ApiFamily> Families { get; } = ImmutableArray.Create(
        ListApis.Family,
        DictionaryApis.Family,
        StreamApis.Family,
        BufferWriterApis.Family,
        PipeApis.Family,
        ArrayApis.Family,
        ImmutableArrayApis.Family,
        ImmutableTreeApis.Family,
        StringBuilderApis.Family,
        BitArrayApis.Family,
        InterpolatedTextApis.Family,
        NativeMemoryApis.Family,
        NativeTextApis.Family,
        HandleApis.Untyped,
        HandleApis.Typed,
        HandleApis.Names,
        PinApis.Family,
        SafeBufferApis.Pointers,
        SafeBufferApis.Counts,
        MappedViewApis.Family,
        MappedViewApis.Questions,
        JsonDocumentApis.Family,
        JsonDocumentApis.Elements,
        ToolkitApis.Family,
        ToolkitOwnerApis.Family,
        RecyclableStreamApis.Family,
        TaskApis.Family,
        ExchangeApis.Family,
        WorkApis.Family,
        TensorApis.Family,
        PoolApis.Arrays,
        PoolApis.Memory,
        PoolApis.OfObjects,
        ViewApis.Family);

    private static readonly ImmutableDictionary<string, ImmutableArray<Effect>> ById = Families
        .SelectMany(family => family.Rows)
        .GroupBy(row => row.Id)
        .ToImmutableDictionary(rows => rows.Key, rows => rows.First().Effects);

    /// <summary>The names in <see cref="ById"/>, as metadata has them: of other members nobody needs the id.</summary>
    private static readonly HashSet<string> Names = new(ById.Keys.Select(NameIn), System.StringComparer.Ordinal);

    private static readonly ImmutableDictionary<string, Effect> Disposables = Families.SelectMany(family => family.Disposables).ToImmutableDictionary();

    /// <summary>What <c>Dispose</c> of a type, by its metadata name, gives back; <see langword="null"/> if no table knows it.</summary>
    public static Effect? DisposalOf(string type) => Disposables.TryGetValue(type, out var effect) ? effect : null;

    /// <summary>The effects of a member; none if no table knows it.</summary>
    public static ImmutableArray<Effect> EffectsOf(ISymbol member) =>
        Names.Contains(member.MetadataName.Replace('.', '#')) ? EffectsOf(member.GetDocumentationCommentId()) : ImmutableArray<Effect>.Empty;

    /// <summary>The effects of the member with a documentation id; none if no table knows it.</summary>
    public static ImmutableArray<Effect> EffectsOf(string? documentationId) =>
        documentationId is not null && ById.TryGetValue(documentationId, out var effects) ? effects : ImmutableArray<Effect>.Empty;

    /// <summary>The name in a documentation id, without type parameters and parameters.</summary>
    private static string NameIn(string documentationId)
    {
        var end = documentationId.IndexOf('(');
        var path = end < 0 ? documentationId : documentationId.Substring(0, end);
        var name = path.Substring(path.LastIndexOf('.') + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
