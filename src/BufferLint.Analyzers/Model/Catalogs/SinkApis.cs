// What bytes and text are written into, by whatever way they come: shared by the families whose storage can lie below.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

internal static class SinkApis
{
    public static ImmutableArray<ApiRow> Rows => StreamApis.Writing
        .AddRange(WrapperApis.Rows)
        .AddRange(TextWriterApis.Rows)
        .AddRange(JsonWriterApis.Rows);
}
