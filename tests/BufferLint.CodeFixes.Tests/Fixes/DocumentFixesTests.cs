// Elements of a document that is disposed: they are cloned, not copied into arrays.
using System.Threading.Tasks;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class DocumentFixesTests
{
    [Fact]
    public Task ReturnedElement() => LeaseCase<CopyReturnedFix>.Applied(
        """
        using var document = JsonDocument.Parse(new ReadOnlyMemory<byte>(given));
        return [|document.RootElement|];
        """,
        """
        using var document = JsonDocument.Parse(new ReadOnlyMemory<byte>(given));
        return document.RootElement.Clone();
        """,
        result: "JsonElement");

    [Fact]
    public Task ElementBehindTheRelease() => LeaseCase<CopyBeforeReleaseFix>.Applied(
        """
        var document = JsonDocument.Parse(new ReadOnlyMemory<byte>(given));
        var root = document.RootElement;
        document.Dispose();
        return [|root.GetInt32()|];
        """,
        """
        var document = JsonDocument.Parse(new ReadOnlyMemory<byte>(given));
        var root = document.RootElement;
        var rootCopy = root.Clone();
        document.Dispose();
        return rootCopy.GetInt32();
        """,
        result: "int");
}
