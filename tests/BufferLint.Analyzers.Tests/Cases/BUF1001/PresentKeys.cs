// Setting a key that is surely there writes in place: no growth.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class PresentKeys
{
    [Theory]
    [InlineData("if (map.ContainsKey(key)) map[key] = 3;")]
    [InlineData("if (!map.ContainsKey(key)) return; map[key] = 3;")]
    [InlineData("if (map.TryGetValue(key, out var old)) map[key] = old + 3;")]
    [InlineData("map[key] = map[key] + 3;")]
    [InlineData("map[key] += 3;")]
    [InlineData("map[key]++;")]
    public Task KeyIsThere(string change) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(Dictionary<string, int> map, string key, string other)
        {
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, other, out _);
            {{change}}
            value = 1;
        }
        """));

    [Theory]
    [InlineData("if (!map.ContainsKey(key)) {|BUF1001:map[key] = 3|};")]
    [InlineData("if (map.ContainsKey(key)) {|BUF1001:map[key + key] = 3|};")]
    [InlineData("if (map.ContainsKey(key)) { map.Remove(key); {|BUF1001:map[key] = 3|}; }")]
    [InlineData("if (elsewhere.ContainsKey(key)) {|BUF1001:map[key] = 3|};")]
    [InlineData("{|BUF1001:map[key] = elsewhere[key]|};")]
    public Task KeyMayBeNew(string change) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(Dictionary<string, int> map, Dictionary<string, int> elsewhere, string key, string other)
        {
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, other, out _);
            {{change}}
            value = 1;
        }
        """));

    [Fact]
    public Task KeySetBefore() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map, string key, string other)
        {
            map[key] = 1;
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, other, out _);
            map[key] = 2;
            value = 1;
        }

        void OnOneWayOnly(Dictionary<string, int> map, string key, string other, bool first)
        {
            if (first)
                map[key] = 1;
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, other, out _);
            {|BUF1001:map[key] = 2|};
            value = 1;
        }
        """));

    // The getter has thrown already if the key is not there.
    [Fact]
    public Task EntryFilledIfNull() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, string?> map, string key, string other)
        {
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, other, out _);
            map[key] ??= "none";
            value = "one";
        }

        void Added(Dictionary<string, string?> map, string key, string other)
        {
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, other, out _);
            {|BUF1001:map.TryAdd(key, "none")|};
            value = "one";
        }
        """));
}
