// Dictionary: references to values, and what may resize the table under them.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class DictionaryRefs
{
    [Fact]
    public Task RefWrittenAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            {|BUF1001:map.Add("b", 1)|};
            a++;
        }
        """));

    [Fact]
    public Task RefTakenAgainAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            a++;
            map.Add("b", 1);
            a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            a++;
        }
        """));

    [Fact]
    public Task RefLastUsedBeforeAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out var exists);
            a = exists ? a + 1 : 1;
            map.Add("b", a);
        }
        """));

    [Fact]
    public Task ValueCopiedBeforeAdd() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            int a = CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            map.Add("b", 1);
            return a;
        }
        """));

    [Fact]
    public Task RefReadAfterTryAdd() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            {|BUF1001:map.TryAdd("b", 1)|};
            return a;
        }
        """));

    [Fact]
    public Task RefReadAfterNewKeyIsSet() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            {|BUF1001:map["b"] = 1|};
            return a;
        }

        int N(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            map["a"] = 1;
            return a;
        }
        """));

    [Fact]
    public Task SecondRefMayAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            ref int b = ref {|BUF1001:CollectionsMarshal.GetValueRefOrAddDefault(map, "b", out _)|};
            (a, b) = (b, a);
        }

        void N(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            ref int b = ref CollectionsMarshal.GetValueRefOrNullRef(map, "b");
            (a, b) = (b, a);
        }
        """));

    [Fact]
    public Task RefReadAfterEnsureCapacity() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map, int count)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            {|BUF1001:map.EnsureCapacity(count)|};
            return a;
        }

        int N(Dictionary<string, int> map, int count)
        {
            map.EnsureCapacity(count);
            return CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        }
        """));

    [Fact]
    public Task RefReadAfterTrimExcess() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            {|BUF1001:map.TrimExcess()|};
            return a;
        }
        """));

    [Fact]
    public Task RefReadAfterClear() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            {|BUF1001:map.Clear()|};
            return a;
        }

        int N(Dictionary<string, int> map)
        {
            var a = CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            map.Clear();
            return a;
        }
        """));

    [Fact]
    public Task LookupsBetween() => Verify.VerifyAnalyzerAsync(Members("""
        int M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            var sum = map.TryGetValue("b", out var b) ? b : map["c"];
            foreach (var pair in map)
                sum += pair.Value;
            return map.ContainsKey("d") ? sum + a : map.Count;
        }
        """));

    [Fact]
    public Task OtherMapGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map, Dictionary<string, int> other)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            other.Add("b", a);
            a++;
        }
        """));

    [Fact]
    public Task MapGrowsThroughInterface() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            IDictionary<string, int> same = map;
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            {|BUF1001:same["b"] = 1|};
            a++;
        }

        void N(Dictionary<string, int> map)
        {
            IDictionary<string, int> same = map;
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            same["a"] = 1;
            a++;
        }
        """));

    [Fact]
    public Task RoomReservedBeforeTheRef() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            map.EnsureCapacity(map.Count + 2);
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            map["b"] = 1;
            a++;
        }

        void N(Dictionary<string, int> map)
        {
            map.EnsureCapacity(map.Count + 1);
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            {|BUF1001:map["b"] = 1|};
            a++;
        }
        """));

    [Fact]
    public Task RoomOfTheConstructor() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            var map = new Dictionary<string, int>(2);
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            map.Add("b", 1);
            return ++a;
        }

        int N()
        {
            var map = new Dictionary<string, int>();
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            {|BUF1001:map.Add("b", 1)|};
            return ++a;
        }
        """));

    [Fact]
    public Task AssignedAValueThatGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _) = {|BUF1001:map.EnsureCapacity(100)|};
        }

        void N(Dictionary<string, int> map)
        {
            var room = map.EnsureCapacity(100);
            CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _) = room;
        }
        """));

    [Fact]
    public Task AddedToAValueThatGrows() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            a += {|BUF1001:map.EnsureCapacity(100)|};
        }

        void N(Dictionary<string, int> map)
        {
            var room = map.EnsureCapacity(100);
            ref int a = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            a += room;
        }
        """));

    [Fact]
    public Task StructValueFieldAfterAdd() => Verify.VerifyAnalyzerAsync(Types("""
        struct Stats { public int Hits; public long Total; }

        class C
        {
            readonly Dictionary<string, Stats> _stats = new();

            void M(string name)
            {
                ref var stats = ref CollectionsMarshal.GetValueRefOrAddDefault(_stats, name, out _);
                stats.Hits++;
                {|BUF1001:_stats.TryAdd("total", default)|};
                stats.Total += 3;
            }

            void N(string name)
            {
                _stats.TryAdd("total", default);
                ref var stats = ref CollectionsMarshal.GetValueRefOrAddDefault(_stats, name, out _);
                stats.Hits++;
                stats.Total += 3;
            }
        }
        """));

    [Fact]
    public Task ListInValueIsAnotherObject() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, List<int>> map)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            list ??= new List<int>();
            list.Add(1);
            list.Add(2);
        }

        void N(Dictionary<string, List<int>> map)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "a", out _);
            {|BUF1001:map["b"] = new List<int>()|};
            list ??= new List<int>();
        }
        """));

    [Fact]
    public Task RefsInALoop() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> counts, string[] words)
        {
            foreach (var word in words)
            {
                ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _);
                count++;
            }
        }

        void N(Dictionary<string, int> counts, string[] words)
        {
            ref int total = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, "total", out _);
            foreach (var word in words)
            {
                ref int count = ref {|BUF1001:CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)|};
                count++;
                total++;
            }
        }
        """));
}
