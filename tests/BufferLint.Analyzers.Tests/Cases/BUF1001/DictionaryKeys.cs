// Dictionary: which key is viewed, set and removed decides.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class DictionaryKeys
{
    [Fact]
    public Task SameConstantKeyRemoved() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            {|BUF1001:map.Remove("a")|};
            return a;
        }
        """));

    [Fact]
    public Task OtherConstantKeyRemoved() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            map.Remove("b");
            return a;
        }
        """));

    [Fact]
    public Task SameVariableKeyRemoved() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            {|BUF1001:map.Remove(key)|};
            return value;
        }

        int N(Dictionary<int, int> map, int key, int other)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            map.Remove(other);
            return value;
        }
        """));

    [Fact]
    public Task RemovedWithItsValue() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            {|BUF1001:map.Remove(key, out var old)|};
            value = old + 1;
        }

        int N(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            var old = value;
            map.Remove(key, out _);
            return old;
        }
        """));

    [Fact]
    public Task RefWrittenAfterRemoveAndAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<int, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, 1);
            {|BUF1001:map.Remove(1)|};
            map[2] = 5;
            value = 777;
        }
        """));

    [Fact]
    public Task SameVariableKeySet() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
            map[key] = 3;
            return value;
        }

        int N(Dictionary<int, int> map, int key, int other)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
            {|BUF1001:map[other] = 3|};
            return value;
        }
        """));

    [Fact]
    public Task KeyVariableChangedBetween() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
            key++;
            {|BUF1001:map[key] = 3|};
            return value;
        }

        int N(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
            key++;
            map.Remove(key);
            return value;
        }
        """));

    [Fact]
    public Task SameKeyTakenTwice() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
            CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _)++;
            return value;
        }
        """));

    [Fact]
    public Task ConstantAndLiteralAreTheSameKey() => Verify.VerifyAnalyzerAsync(Members("""
        const string Total = "total";

        int M(Dictionary<string, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, Total);
            {|BUF1001:map.Remove("total")|};
            return value;
        }

        int N(Dictionary<string, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, Total);
            map["total"] = 1;
            return value;
        }
        """));

    [Fact]
    public Task KeyInReadonlyField() => Verify.VerifyAnalyzerAsync(Members("""
        readonly string _name = "a";

        int M(Dictionary<string, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, _name);
            map[_name] = 1;
            return value;
        }

        int N(Dictionary<string, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, _name);
            {|BUF1001:map.Remove(_name)|};
            return value;
        }
        """));

    [Fact]
    public Task KeyOfForeachTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<int, int> map, int[] keys)
        {
            foreach (var key in keys)
            {
                ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
                {|BUF1001:map.Remove(key)|};
                value = 1;
            }
        }

        void N(Dictionary<int, int> map, int[] keys)
        {
            foreach (var key in keys)
            {
                ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
                value = 1;
                map.Remove(key);
            }
        }
        """));

    [Fact]
    public Task EnumKey() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<DayOfWeek, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, DayOfWeek.Monday);
            map[DayOfWeek.Monday] = 1;
            map.Remove(DayOfWeek.Friday);
            value = 1;
        }

        void N(Dictionary<DayOfWeek, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, DayOfWeek.Monday);
            {|BUF1001:map.Remove(DayOfWeek.Monday)|};
            value = 1;
        }
        """));

    [Fact]
    public Task AlternateLookupRefAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map, ReadOnlySpan<char> name)
        {
            var lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, name, out _);
            {|BUF1001:map["total"] = 1|};
            count++;
        }

        void N(Dictionary<string, int> map, ReadOnlySpan<char> name)
        {
            var lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, name, out _);
            count++;
            map["total"] = 1;
        }
        """));

    [Fact]
    public Task AlternateLookupAdds() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map, ReadOnlySpan<char> name)
        {
            var lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
            ref int total = ref CollectionsMarshal.GetValueRefOrNullRef(map, "total");
            {|BUF1001:lookup[name] = 1|};
            total++;
        }

        void N(Dictionary<string, int> map, ReadOnlySpan<char> name)
        {
            var lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
            lookup[name] = 1;
            ref int total = ref CollectionsMarshal.GetValueRefOrNullRef(map, "total");
            total++;
        }
        """));

    [Fact]
    public Task AlternateLookupTakesRefOfSameMap() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map, ReadOnlySpan<char> name)
        {
            ref int total = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "total", out _);
            ref int count = ref {|BUF1001:CollectionsMarshal.GetValueRefOrAddDefault(map.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _)|};
            count++;
            total++;
        }

        void N(Dictionary<string, int> map, Dictionary<string, int> totals, ReadOnlySpan<char> name)
        {
            ref int total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, "total", out _);
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(map.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _);
            count++;
            total++;
        }
        """));

    [Fact]
    public Task AlternateLookupItselfLivesOn() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map, ReadOnlySpan<char> name)
        {
            var lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
            map.Add("b", 1);
            return lookup[name] + lookup.Dictionary.Count;
        }
        """));

    [Fact]
    public Task AlternateLookupRemoves() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map, ReadOnlySpan<char> name)
        {
            var lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
            ref int count = ref CollectionsMarshal.GetValueRefOrNullRef(lookup, name);
            {|BUF1001:lookup.Remove(name)|};
            count++;
        }

        void N(Dictionary<string, int> map, ReadOnlySpan<char> name, ReadOnlySpan<char> other)
        {
            var lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
            ref int count = ref CollectionsMarshal.GetValueRefOrNullRef(lookup, name);
            lookup.Remove(other);
            count++;
        }
        """));
}
