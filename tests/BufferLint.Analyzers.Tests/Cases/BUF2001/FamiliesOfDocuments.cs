// JSON documents: elements used after the document was disposed of, or returned out of its using; and copies of them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class FamiliesOfDocuments
{
    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync("using System.Text.Json;\n" + Types("class C\n{\n" + members + "\n}\n"));

    [Fact]
    public Task ElementAfterDispose() => VerifyAsync("""
        string? M(string text)
        {
            var document = JsonDocument.Parse(text);
            var name = document.RootElement.GetProperty("name");
            document.Dispose();
            return {|BUF2001:name.GetString()|};
        }

        string? N(string text)
        {
            var document = JsonDocument.Parse(text);
            var name = document.RootElement.GetProperty("name").GetString();
            document.Dispose();
            return name;
        }

        string? Cloned(string text)
        {
            var document = JsonDocument.Parse(text);
            var name = document.RootElement.GetProperty("name").Clone();
            document.Dispose();
            document.Dispose();
            return name.GetString();
        }
        """);

    [Fact]
    public Task ElementAndDisposeByHelpers() => VerifyAsync("""
        static JsonElement NameIn(JsonDocument document) => document.RootElement.GetProperty("name");

        static void End(JsonDocument document) => document.Dispose();

        string? M(JsonDocument document)
        {
            var name = NameIn(document);
            End(document);
            return {|BUF2001:name.GetString()|};
        }

        string? N(JsonDocument document)
        {
            var name = NameIn(document).GetString();
            End(document);
            return name;
        }
        """);

    [Fact]
    public Task ElementReturned() => VerifyAsync("""
        JsonElement M(string text)
        {
            using var document = JsonDocument.Parse(text);
            return {|BUF5001:document.RootElement|};
        }

        JsonElement Found(string text)
        {
            using (var document = JsonDocument.Parse(text))
            {
                if (document.RootElement.TryGetProperty("name", out var name))
                {
                    return {|BUF5001:name|};
                }
            }

            return default;
        }

        JsonElement N(string text)
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }

        List<int> Numbers(string text)
        {
            using var document = JsonDocument.Parse(text);
            var numbers = new List<int>();
            foreach (var element in document.RootElement.EnumerateArray())
            {
                numbers.Add(element.GetInt32());
            }

            return numbers;
        }

        JsonDocument HandedOver(string text)
        {
            var document = JsonDocument.Parse(text);
            return document;
        }
        """);

    [Fact]
    public Task ElementsOfALoop() => VerifyAsync("""
        string? M(string text)
        {
            JsonElement last = default;
            using (var document = JsonDocument.Parse(text))
            {
                foreach (var property in document.RootElement.EnumerateObject())
                {
                    last = property.Value;
                }
            }

            return {|BUF2001:last.GetString()|};
        }

        string? N(string text)
        {
            JsonElement last = default;
            using (var document = JsonDocument.Parse(text))
            {
                foreach (var property in document.RootElement.EnumerateObject())
                {
                    last = property.Value.Clone();
                }
            }

            return last.GetString();
        }
        """);

    [Fact]
    public Task RawTextAfterDispose() => VerifyAsync("""
        byte M(string text)
        {
            var document = JsonDocument.Parse(text);
            var raw = JsonMarshal.GetRawUtf8Value(document.RootElement);
            document.Dispose();
            return {|BUF2001:raw[0]|};
        }

        char N(string text)
        {
            var document = JsonDocument.Parse(text);
            var raw = document.RootElement.GetRawText();
            document.Dispose();
            return raw[0];
        }
        """);

    [Fact]
    public Task DocumentOverRentedMemory() => VerifyAsync("""
        int M(int n)
        {
            var rented = ArrayPool<byte>.Shared.Rent(n);
            using var document = JsonDocument.Parse(rented.AsMemory(0, n));
            ArrayPool<byte>.Shared.Return(rented);
            return {|BUF2001:document.RootElement|}.GetInt32();
        }

        int N(int n)
        {
            var rented = ArrayPool<byte>.Shared.Rent(n);
            using var document = JsonDocument.Parse(rented.AsMemory(0, n));
            var number = document.RootElement.GetInt32();
            ArrayPool<byte>.Shared.Return(rented);
            return number;
        }

        int Read(int n)
        {
            var rented = ArrayPool<byte>.Shared.Rent(n);
            var reader = new Utf8JsonReader(rented.AsSpan(0, n));
            using var document = JsonDocument.ParseValue(ref reader);
            ArrayPool<byte>.Shared.Return(rented);
            return document.RootElement.GetInt32();
        }
        """);

    [Fact]
    public Task DocumentGivenByReference() => VerifyAsync("""
        JsonElement M(ref Utf8JsonReader reader)
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return default;
            }

            var root = document.RootElement;
            document.Dispose();
            return {|BUF2001:root|};
        }

        JsonElement N(ref Utf8JsonReader reader)
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return default;
            }

            var root = document.RootElement.Clone();
            document.Dispose();
            return root;
        }
        """);
}
