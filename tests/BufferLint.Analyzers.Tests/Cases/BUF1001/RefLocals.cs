// References: writing through one is a use, re-seating it is not.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class RefLocals
{
    [Fact]
    public Task WrittenThroughAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ref int first = ref CollectionsMarshal.AsSpan(list)[0];
            {|BUF1001:list.Add(1)|};
            first = 2;
        }
        """));

    [Fact]
    public Task ReseatedAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ref int first = ref CollectionsMarshal.AsSpan(list)[0];
            first = 1;
            list.Add(1);
            first = ref CollectionsMarshal.AsSpan(list)[0];
            first = 2;
        }
        """));

    [Fact]
    public Task ReadAfterAdd() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            ref readonly int first = ref CollectionsMarshal.AsSpan(list)[0];
            {|BUF1001:list.Add(1)|};
            return first;
        }
        """));

    [Fact]
    public Task ValueCopiedBeforeAdd() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            int first = CollectionsMarshal.AsSpan(list)[0];
            list.Add(1);
            return first;
        }
        """));

    [Fact]
    public Task FieldOfElementWrittenAfterAdd() => Verify.VerifyAnalyzerAsync(Types("""
        struct Order { public int Count; public string Name { get; set; } public void Touch() => Count++; }

        class C
        {
            void Field(List<Order> list)
            {
                ref var order = ref CollectionsMarshal.AsSpan(list)[0];
                {|BUF1001:list.Add(default)|};
                order.Count++;
            }

            void Property(List<Order> list)
            {
                ref var order = ref CollectionsMarshal.AsSpan(list)[0];
                {|BUF1001:list.Add(default)|};
                order.Name = "x";
            }

            void Method(List<Order> list)
            {
                ref var order = ref CollectionsMarshal.AsSpan(list)[0];
                {|BUF1001:list.Add(default)|};
                order.Touch();
            }

            void RefToField(List<Order> list)
            {
                ref var count = ref CollectionsMarshal.AsSpan(list)[0].Count;
                {|BUF1001:list.Add(default)|};
                count++;
            }

            void Copy(List<Order> list)
            {
                var order = CollectionsMarshal.AsSpan(list)[0];
                list.Add(order);
                order.Count++;
            }

            void Before(List<Order> list)
            {
                ref var order = ref CollectionsMarshal.AsSpan(list)[0];
                order.Count++;
                list.Add(order);
            }
        }
        """));

    [Fact]
    public Task ObjectReachedThroughReferenceBefore() => Verify.VerifyAnalyzerAsync(Types("""
        class Node { public int Count; }

        class C
        {
            void Copied(List<Node> list)
            {
                ref var slot = ref CollectionsMarshal.AsSpan(list)[0];
                var node = slot;
                list.Add(node);
                node.Count++;
            }

            void Read(List<Node> list)
            {
                ref var slot = ref CollectionsMarshal.AsSpan(list)[0];
                {|BUF1001:list.Add(null)|};
                slot.Count++;
            }
        }
        """));

    [Fact]
    public Task AliasOfReference() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ref int a = ref CollectionsMarshal.AsSpan(list)[0];
            ref int b = ref a;
            {|BUF1001:list.Add(1)|};
            b = 2;
        }

        void N(List<int> list)
        {
            ref int a = ref CollectionsMarshal.AsSpan(list)[0];
            int b = a;
            list.Add(1);
            b = 2;
        }
        """));

    [Fact]
    public Task ConditionalReference() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int fallback, bool first)
        {
            ref int slot = ref first ? ref CollectionsMarshal.AsSpan(list)[0] : ref fallback;
            {|BUF1001:list.Add(1)|};
            slot = 2;
        }

        void N(List<int> list, int a, int b, bool first)
        {
            ref int slot = ref first ? ref a : ref b;
            list.Add(1);
            slot = 2;
        }
        """));

    [Fact]
    public Task ReturnedReference() => Verify.VerifyAnalyzerAsync(Members("""
        ref int M(List<int> list)
        {
            ref int first = ref CollectionsMarshal.AsSpan(list)[0];
            {|BUF1001:list.Add(1)|};
            return ref first;
        }

        ref int N(List<int> list)
        {
            list.Add(1);
            return ref CollectionsMarshal.AsSpan(list)[0];
        }
        """));

    [Fact]
    public Task ReferenceToElementOfSpanVariable() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            ref int first = ref view[0];
            {|BUF1001:list.Add(1)|};
            view = CollectionsMarshal.AsSpan(list);
            first = view[0];
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            ref int first = ref view[0];
            first = 1;
            list.Add(1);
            view = CollectionsMarshal.AsSpan(list);
            first = ref view[0];
            first = 2;
        }
        """));

    [Fact]
    public Task NullReferenceTestIsNoUse() => Verify.VerifyAnalyzerAsync(Members("""
        void M(Dictionary<string, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            map.Add("b", 1);
            if (Unsafe.IsNullRef(ref value))
                map.Add("c", 2);
        }

        void N(Dictionary<string, int> map)
        {
            ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
            {|BUF1001:map.Add("b", 1)|};
            if (!Unsafe.IsNullRef(ref value))
                value++;
        }
        """));

    [Fact]
    public Task RefOfLocalIsNoView() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var count = CollectionsMarshal.AsSpan(list).Length;
            ref int slot = ref count;
            list.Add(1);
            slot = 2;
        }
        """));

    [Fact]
    public Task InterlockedThroughReference() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            ref int first = ref CollectionsMarshal.AsSpan(list)[0];
            {|BUF1001:list.Add(1)|};
            System.Threading.Interlocked.Increment(ref first);
        }

        void N(List<int> list)
        {
            ref int first = ref CollectionsMarshal.AsSpan(list)[0];
            System.Threading.Interlocked.Increment(ref first);
            list.Add(1);
        }
        """));

    [Fact]
    public Task ReferenceHandedThroughAHelper() => Verify.VerifyAnalyzerAsync(Types("""
        struct Point { public int X; public static ref int RefX(ref Point point) => ref point.X; }

        class C
        {
            void M(List<Point> list)
            {
                ref int x = ref Point.RefX(ref CollectionsMarshal.AsSpan(list)[0]);
                {|BUF1001:list.Add(default)|};
                x = 1;
            }

            void N(List<Point> list)
            {
                int x = Point.RefX(ref CollectionsMarshal.AsSpan(list)[0]);
                list.Add(default);
                x = 1;
            }
        }
        """));

    [Fact]
    public Task RefOfAListVariable() => Verify.VerifyAnalyzerAsync(Members("""
        void GrownByTheOtherName(List<int> list)
        {
            ref var name = ref list;
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:name.Add(1)|};
            view[0] = 2;
        }

        void AssignedByTheOtherName(List<int> list)
        {
            ref var name = ref list;
            var view = CollectionsMarshal.AsSpan(list);
            name = new List<int>();
            list.Add(1);
            view[0] = 2;
        }

        void AssignedUnderTheOtherName(List<int> list)
        {
            ref var name = ref list;
            var view = CollectionsMarshal.AsSpan(list);
            list = new List<int>();
            name.Add(1);
            view[0] = 2;
        }

        void GivenTheViewedList(List<int> list, List<int> other)
        {
            ref var name = ref list;
            var view = CollectionsMarshal.AsSpan(other);
            name = other;
            {|BUF1001:list.Add(1)|};
            view[0] = 2;
        }
        """));
}
