// Rust: programs the borrow checker refuses (E0499, E0502, E0505, E0506), and those it lets pass, in C#.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class PortedFromRust
{
    // let first = &v[0]; v.push(6); println!("{first}");
    [Fact]
    public Task PushWhileFirstIsBorrowed() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var v = new List<int> { 1, 2, 3, 4, 5 };
            ref int first = ref CollectionsMarshal.AsSpan(v)[0];
            {|BUF1001:v.Add(6)|};
            Console.WriteLine($"The first element is: {first}");
        }
        """));

    // Non-lexical lifetimes: the borrow ends at its last use.
    [Fact]
    public Task PushAfterTheLastUseOfTheBorrow() => Verify.VerifyAnalyzerAsync(Members("""
        void M()
        {
            var v = new List<int> { 1, 2, 3, 4, 5 };
            ref int first = ref CollectionsMarshal.AsSpan(v)[0];
            Console.WriteLine($"The first element is: {first}");
            v.Add(6);
        }
        """));

    // for i in &v { v.push(*i); }
    [Fact]
    public Task PushWhileIterating() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> v)
        {
            foreach (ref readonly int i in CollectionsMarshal.AsSpan(v))
                {|BUF1001:v.Add(i)|};
        }

        void Collected(List<int> v)
        {
            var more = new List<int>();
            foreach (ref readonly int i in CollectionsMarshal.AsSpan(v))
                more.Add(i);
            v.AddRange(more);
        }
        """));

    // v.push(v.len()): two-phase borrows.
    [Fact]
    public Task TwoPhaseBorrow() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> v)
        {
            v.Add(v.Count);
            v.Add(CollectionsMarshal.AsSpan(v).Length);
            v.Add(CollectionsMarshal.AsSpan(v)[0]);
        }
        """));

    // let s = first_word(&text); text.clear(); println!("{s}");
    [Fact]
    public Task ClearWhileTheFirstWordIsBorrowed() => Verify.VerifyAnalyzerAsync(Members("""
        static Span<char> FirstWord(Span<char> text)
        {
            var end = text.IndexOf(' ');
            return end < 0 ? text : text[..end];
        }

        void M(List<char> text)
        {
            var word = FirstWord(CollectionsMarshal.AsSpan(text));
            {|BUF1001:text.Clear()|};
            Console.WriteLine(word.ToString());
        }

        void N(List<char> text)
        {
            var word = FirstWord(CollectionsMarshal.AsSpan(text)).ToString();
            text.Clear();
            Console.WriteLine(word);
        }
        """));

    // Problem case 1: let slice = &mut data[..]; capitalize(slice); data.push('d');
    [Fact]
    public Task NllProblemCase1() => Verify.VerifyAnalyzerAsync(Members("""
        static void Capitalize(Span<char> data) { }

        void M()
        {
            var data = new List<char> { 'a', 'b', 'c' };
            var slice = CollectionsMarshal.AsSpan(data);
            Capitalize(slice);
            data.Add('d');
            data.Add('e');
        }

        void Reversed()
        {
            var data = new List<char> { 'a', 'b', 'c' };
            var slice = CollectionsMarshal.AsSpan(data);
            {|BUF1001:data.Add('d')|};
            data.Add('e');
            Capitalize(slice);
        }
        """));

    // Problem case 2: conditional control flow. match map.get_mut(&key) { Some(v) => process(v), None => map.insert(key, default) }
    [Fact]
    public Task NllProblemCase2() => Verify.VerifyAnalyzerAsync(Members("""
        static void Process(ref int value) => value++;

        void M(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            if (Unsafe.IsNullRef(ref value))
                map.Add(key, 0);
            else
                Process(ref value);
        }

        void Wrong(Dictionary<int, int> map, int key, int other)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            if (!Unsafe.IsNullRef(ref value))
            {
                {|BUF1001:map.Add(other, 0)|};
                Process(ref value);
            }
        }
        """));

    // Problem case 3: conditional control flow across functions: get_default.
    [Fact]
    public Task NllProblemCase3() => Verify.VerifyAnalyzerAsync(Members("""
        static ref int GetDefault(Dictionary<int, int> map, int key)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            if (!Unsafe.IsNullRef(ref value))
                return ref value;
            map.Add(key, 0);
            return ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
        }

        static ref int WrongDefault(Dictionary<int, int> map, int key, int other)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            {|BUF1001:map.Add(other, 0)|};
            if (!Unsafe.IsNullRef(ref value))
                return ref value;
            return ref CollectionsMarshal.GetValueRefOrNullRef(map, other);
        }
        """));

    // Problem case 4: the reference moves on in the loop (a linked list walked by &mut).
    [Fact]
    public Task NllProblemCase4() => Verify.VerifyAnalyzerAsync(Types("""
        struct Node { public int Next, Value; }

        class C
        {
            void M(List<Node> nodes)
            {
                ref var node = ref CollectionsMarshal.AsSpan(nodes)[0];
                while (node.Next != 0)
                {
                    node.Value++;
                    node = ref CollectionsMarshal.AsSpan(nodes)[node.Next];
                }

                nodes.Add(default);
            }

            void Wrong(List<Node> nodes)
            {
                ref var node = ref CollectionsMarshal.AsSpan(nodes)[0];
                while (node.Next != 0)
                {
                    {|BUF1001:nodes.Add(default)|};
                    node = ref CollectionsMarshal.AsSpan(nodes)[node.Next];
                }
            }
        }
        """));

    // let (a, b) = v.split_at_mut(1): disjoint halves are both fine until the vector changes.
    [Fact]
    public Task SplitAtMut() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> v)
        {
            var all = CollectionsMarshal.AsSpan(v);
            var left = all[..1];
            var right = all[1..];
            left[0] = right[0];
            right[0] = left[0];
            v.Add(1);
        }

        void Wrong(List<int> v)
        {
            var all = CollectionsMarshal.AsSpan(v);
            var left = all[..1];
            var right = all[1..];
            {|BUF1001:v.Add(1)|};
            left[0] = right[0];
        }
        """));

    // E0505: moving out while borrowed: here the variable only gets another vector.
    [Fact]
    public Task VectorReplacedWhileBorrowed() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> v)
        {
            var view = CollectionsMarshal.AsSpan(v);
            v = new List<int> { 1 };
            v.Add(2);
            return view[0];
        }
        """));

    // struct with two fields: borrowing one, growing the other.
    [Fact]
    public Task DisjointFields() => Verify.VerifyAnalyzerAsync(Types("""
        class World
        {
            readonly List<int> _positions = new(), _events = new();

            void Step()
            {
                foreach (ref var position in CollectionsMarshal.AsSpan(_positions))
                {
                    position++;
                    _events.Add(position);
                }
            }

            void Spawn()
            {
                foreach (ref var position in CollectionsMarshal.AsSpan(_positions))
                {
                    position++;
                    {|BUF1001:_positions.Add(position)|};
                }
            }
        }
        """));

    // let x = &mut v; x.push(1); v.push(2); x.push(3): two names of the owner are no views.
    [Fact]
    public Task TwoMutableNames() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> v)
        {
            var x = v;
            x.Add(1);
            v.Add(2);
            x.Add(3);
        }
        """));

    // while let Some(last) = v.last() { … v.pop(); }
    [Fact]
    public Task PopWhileLast() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> v)
        {
            while (v.Count > 0)
            {
                ref int last = ref CollectionsMarshal.AsSpan(v)[^1];
                Console.WriteLine(last);
                v.RemoveAt(v.Count - 1);
            }
        }

        void Wrong(List<int> v)
        {
            while (v.Count > 0)
            {
                ref int last = ref CollectionsMarshal.AsSpan(v)[^1];
                {|BUF1001:v.RemoveAt(v.Count - 1)|};
                Console.WriteLine(last);
            }
        }
        """));
}
