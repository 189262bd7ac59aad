// Where a copy would lose writes, miss writes, or not compile.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.FixCase<BufferLint.CodeFixes.CopyViewFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopyViewNotOfferedTests
{
    [Fact]
    public Task WrittenThrough() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s[0] = 2;
        """);

    [Fact]
    public Task WrittenThroughBefore() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        s[0] = 2;
        [|list.Add(1)|];
        Read(s);
        """);

    [Fact]
    public Task WrittenThroughASlice() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        var t = s[1..];
        t[0] = 1;
        [|list.Add(1)|];
        Read(s);
        """);

    [Fact]
    public Task WrittenThroughALoopVariable() => Case.NotOffered(
        """
        foreach (ref var item in CollectionsMarshal.AsSpan(list))
        {
            [|list.Add(1)|];
            item = 2;
        }
        """);

    [Fact]
    public Task HandedToAnUnknownCall() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        s.Sort();
        """);

    [Theory]
    [InlineData("list[0] = 2;")]
    [InlineData("list[0]++;")]
    [InlineData("list.Sort();")]
    [InlineData("list.Reverse();")]
    [InlineData("Touch(list);")]
    [InlineData("CollectionsMarshal.AsSpan(list)[0] = 2;")]
    [InlineData("CollectionsMarshal.AsSpan(list).Fill(2);")]
    [InlineData("var alias = list;")]
    [InlineData("Action later = () => list[0] = 2;")]
    public Task OwnerIsWrittenBetween(string write) => Case.NotOffered(
        $"""
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        {write}
        Read(s);
        """);

    [Fact]
    public Task OwnerIsWrittenInTheNextTurn() => Case.NotOffered(
        """
        foreach (var item in CollectionsMarshal.AsSpan(list))
        {
            list[item] = 0;
            [|list.Add(1)|];
        }
        """);

    [Fact]
    public Task OwnerIsWrittenThroughAnOlderView() => Case.NotOffered(
        """
        var t = CollectionsMarshal.AsSpan(list);
        var s = CollectionsMarshal.AsSpan(list);
        {|BUF1001:{|BUF1001:list.Add(1)|}|};
        t[0] = s[0];
        """);

    [Fact]
    public Task FieldMayBeWrittenByItsOwnType() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(_list);
        Poke();
        [|_list.Add(1)|];
        Read(s);
        """);

    [Fact]
    public Task ResizeUnderAnotherName() => Case.NotOffered(
        """
        var alias = list;
        var s = CollectionsMarshal.AsSpan(list);
        [|alias.Add(1)|];
        Read(s);
        """);

    [Fact]
    public Task KeyThatMayBeTheSame() => Case.NotOffered(
        """
        var key = Console.ReadLine()!;
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        [|map[key] = 1|];
        Read(v);
        """);

    [Fact]
    public Task AskedForANullReference() => Case.NotOffered(
        """
        ref var v = ref CollectionsMarshal.GetValueRefOrNullRef(map, "a");
        [|map.Add("b", 1)|];
        if (!Unsafe.IsNullRef(ref v))
            Read(v);
        """);

    [Fact]
    public Task CallThatMayChangeTheStruct() => Case.NotOfferedInFile(
        """
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        struct Counter
        {
            private int _count;
            public int Next() => ++_count;
        }

        class C
        {
            int M(List<Counter> list)
            {
                ref var counter = ref CollectionsMarshal.AsSpan(list)[0];
                [|list.Add(default)|];
                return counter.Next();
            }
        }
        """);

    [Fact]
    public Task RawBufferOfAStream() => Case.NotOffered(
        """
        var buffer = stream.GetBuffer();
        [|stream.WriteByte(1)|];
        Read(buffer[0]);
        """);

    [Fact]
    public Task RoomOfAWriter() => Case.NotOffered(
        """
        ReadOnlySpan<byte> room = writer.GetSpan(10);
        [|writer.Write(new byte[100])|];
        Read(room[0]);
        """);

    [Fact]
    public Task CountedView() => Case.NotOffered(
        """
        var view = data.View();
        [|data.Append(1)|];
        Read(view[0]);
        """);

    [Fact]
    public Task OwnerIsACall() => Case.NotOffered(
        """
        var all = list;
        var s = CollectionsMarshal.AsSpan(all = list);
        [|all.Add(1)|];
        Read(s);
        """);

    [Fact]
    public Task TwoLocalsInOneDeclaration() => Case.NotOffered(
        """
        ref int r = ref CollectionsMarshal.AsSpan(list)[0], q = ref CollectionsMarshal.AsSpan(other)[0];
        [|list.Add(1)|];
        Read(r + q);
        """);

    [Fact]
    public Task CodeUnderASymbolInTheMember() => Case.NotOffered(
        """
        var s = CollectionsMarshal.AsSpan(list);
        [|list.Add(1)|];
        Read(s);
        #if TRACE_WRITES
        s[0] = 1;
        #endif
        """);
}
