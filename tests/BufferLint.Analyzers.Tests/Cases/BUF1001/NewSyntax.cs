// C# 11 to 14: the same bugs in newer clothes.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class NewSyntax
{
    [Fact]
    public Task PrimaryConstructor() => Verify.VerifyAnalyzerAsync(Types("""
        class C(List<int> list)
        {
            void M()
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }

            void N()
            {
                list.Add(1);
                CollectionsMarshal.AsSpan(list)[0] = 2;
            }
        }
        """));

    [Fact]
    public Task CollectionExpressions() => Verify.VerifyAnalyzerAsync(Members("""
        int M()
        {
            List<int> list = [1, 2, 3];
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.AddRange([4, 5])|};
            return view[0];
        }

        int N(List<int> list)
        {
            Span<int> copy = [.. CollectionsMarshal.AsSpan(list)];
            list.Add(1);
            return copy[0];
        }
        """));

    [Fact]
    public Task ParamsSpan() => Verify.VerifyAnalyzerAsync(Members("""
        static int Sum(params ReadOnlySpan<int> items) => items.Length;

        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return Sum(view);
        }

        int N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var first = view[0];
            list.Add(1);
            return Sum(first, first);
        }
        """));

    [Fact]
    public Task ListPatterns() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            return view switch { [] => 0, [var only] => only, [var first, .., var last] => first + last };
        }

        int N(List<int> list) => CollectionsMarshal.AsSpan(list) switch
        {
            [] => list.EnsureCapacity(1),
            [var only] => list.EnsureCapacity(only),
            _ => 0,
        };
        """));

    [Fact]
    public Task SliceOfAListPattern() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            if (CollectionsMarshal.AsSpan(list) is [_, .. var rest])
            {
                {|BUF1001:list.Add(1)|};
                return rest[0];
            }

            return 0;
        }

        int N(List<int> list)
        {
            if (CollectionsMarshal.AsSpan(list) is [var first, ..])
            {
                list.Add(1);
                return first;
            }

            return 0;
        }
        """));

    [Fact]
    public Task NullConditionalAssignment() => Verify.VerifyAnalyzerAsync(Members("""
        void M(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            stream?{|BUF1001:.Capacity = 100|};
            buffer[0] = 1;
        }

        void N(MemoryStream stream)
        {
            stream?.Capacity = 100;
            stream.GetBuffer()[0] = 1;
        }
        """));

    [Fact]
    public Task FieldKeyword() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            List<int> Items
            {
                get
                {
                    var view = CollectionsMarshal.AsSpan(field);
                    {|BUF1001:field.Add(1)|};
                    view[0] = 2;
                    return field;
                }

                set
                {
                    field = value;
                    field.Add(1);
                    CollectionsMarshal.AsSpan(field)[0] = 2;
                }
            }
        }
        """));

    [Fact]
    public Task ExtensionBlock() => Verify.VerifyAnalyzerAsync(Types("""
        static class Lists
        {
            extension(List<int> list)
            {
                public int Broken()
                {
                    var view = CollectionsMarshal.AsSpan(list);
                    {|BUF1001:list.Add(1)|};
                    return view[0];
                }

                public int Fine
                {
                    get
                    {
                        list.Add(1);
                        return CollectionsMarshal.AsSpan(list)[0];
                    }
                }
            }
        }
        """));

    [Fact]
    public Task FirstClassSpans() => Verify.VerifyAnalyzerAsync(Members("""
        static int First(ReadOnlySpan<int> items) => items[0];

        int M(int[] items)
        {
            ReadOnlySpan<int> view = items;
            {|BUF1001:Array.Resize(ref items, 8)|};
            return view.IndexOf(3) + First(view);
        }

        int N(int[] items)
        {
            Array.Resize(ref items, 8);
            return items.IndexOf(3) + First(items);
        }
        """));

    [Fact]
    public Task LambdaWithModifiersAndNoTypes() => Verify.VerifyAnalyzerAsync(Types("""
        delegate void Visit(scoped Span<int> view, ref int count);

        class C
        {
            Visit M(List<int> list) => (view, ref count) =>
            {
                view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                count += view[0];
            };

            Visit N(List<int> list) => (view, ref count) =>
            {
                list.Add(1);
                view = CollectionsMarshal.AsSpan(list);
                count += view[0];
            };
        }
        """));

    [Fact]
    public Task RefReadonlyParameter() => Verify.VerifyAnalyzerAsync(Members("""
        static int Twice(ref readonly int item) => item * 2;

        int M(List<int> list)
        {
            ref readonly int first = ref CollectionsMarshal.AsSpan(list)[0];
            {|BUF1001:list.Add(1)|};
            return Twice(in first);
        }

        int N(List<int> list)
        {
            ref readonly int first = ref CollectionsMarshal.AsSpan(list)[0];
            var twice = Twice(in first);
            list.Add(1);
            return twice;
        }
        """));

    [Fact]
    public Task RefStructAsTypeArgument() => Verify.VerifyAnalyzerAsync(Members("""
        static T Same<T>(T item) where T : allows ref struct => item;

        int M(List<int> list)
        {
            var view = Same(CollectionsMarshal.AsSpan(list));
            {|BUF1001:list.Add(1)|};
            return view[0];
        }

        int N(List<int> list)
        {
            var first = Same(CollectionsMarshal.AsSpan(list)[0]);
            list.Add(1);
            return first;
        }
        """));

    [Fact]
    public Task InlineArrayIsItsOwnStorage() => Verify.VerifyAnalyzerAsync(Types("""
        [InlineArray(4)] struct Four { private int _first; }

        class C
        {
            int M(List<int> list)
            {
                var four = new Four();
                Span<int> view = four;
                list.Add(1);
                return view[0];
            }
        }
        """));

    [Fact]
    public Task AliasOfSpanType() => Verify.VerifyAnalyzerAsync("""
        using System.Collections.Generic;
        using System.Runtime.InteropServices;
        using Ints = System.Span<int>;
        using Marshal = System.Runtime.InteropServices.CollectionsMarshal;
        using static System.Runtime.InteropServices.CollectionsMarshal;

        class C
        {
            void M(List<int> list)
            {
                Ints view = Marshal.AsSpan(list);
                {|BUF1001:list.Add(1)|};
                view[0] = 2;
            }

            void Static(List<int> list)
            {
                var view = AsSpan(list);
                {|BUF1001:SetCount(list, 9)|};
                view[0] = 2;
            }

            void Fine(List<int> list)
            {
                SetCount(list, 9);
                AsSpan(list)[0] = 2;
            }
        }
        """);

    [Fact]
    public Task VerbatimAndUnicodeNames() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> @list)
        {
            var größe = CollectionsMarshal.@AsSpan(list);
            {|BUF1001:@list.\u0041dd(1)|};
            größe[0] = 2;
        }
        """));

    [Fact]
    public Task IndexFromEndAndRangeAssignments() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var tail = CollectionsMarshal.AsSpan(list)[^2..];
            {|BUF1001:list.Insert(0, 1)|};
            tail[^1] = 3;
        }

        void N(List<int> list)
        {
            list.Insert(0, 1);
            CollectionsMarshal.AsSpan(list)[^2..][^1] = 3;
        }
        """));
}
