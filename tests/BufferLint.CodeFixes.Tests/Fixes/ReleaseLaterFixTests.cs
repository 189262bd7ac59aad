// Releasing behind the last use: where it is done, how it is written, and where it would change what the code does.
using System.Threading.Tasks;
using Xunit;
using Case = BufferLint.CodeFixes.Tests.Fixes.LeaseCase<BufferLint.CodeFixes.ReleaseLaterFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class ReleaseLaterFixTests
{
    [Fact]
    public Task Array() => Case.Applied(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        Read([|a[0]|]);
        Poke();
        """,
        """
        var a = pool.Rent(n);
        Read(a[0]);
        pool.Return(a);
        Poke();
        """);

    [Fact]
    public Task ViewsOfIt() => Case.Applied(
        """
        var a = ArrayPool<byte>.Shared.Rent(n);
        var s = a.AsSpan(0, n);
        ArrayPool<byte>.Shared.Return(a, clearArray: true);
        var t = [|s.Slice(1)|];
        if (on)
        {
            [|t[0]|] = 2;
        }

        Poke();
        """,
        """
        var a = ArrayPool<byte>.Shared.Rent(n);
        var s = a.AsSpan(0, n);
        var t = s.Slice(1);
        if (on)
        {
            t[0] = 2;
        }
        ArrayPool<byte>.Shared.Return(a, clearArray: true);

        Poke();
        """);

    [Fact]
    public Task CommentsGoAlong() => Case.Applied(
        """
        var a = pool.Rent(n);

        // Done.
        pool.Return(a); // with it
        // The first.
        Read([|a[0]|]); // one
        Poke();
        """,
        """
        var a = pool.Rent(n);

        // The first.
        Read(a[0]); // one
        // Done.
        pool.Return(a); // with it
        Poke();
        """);

    [Fact]
    public Task TwoFindingsOneMove() => Case.Applied(
        """
        var a = pool.Rent(n);
        var s = a.AsSpan();
        pool.Return(a);
        Read([|a[0]|]);
        Read([|s|]);
        """,
        """
        var a = pool.Rent(n);
        var s = a.AsSpan();
        Read(a[0]);
        Read(s);
        pool.Return(a);
        """,
        iterations: 1);

    [Fact]
    public Task Owner() => Case.Applied(
        """
        var o = memory.Rent(n);
        var s = o.Memory.Span;
        o.Dispose();
        Fill([|s|]);
        """,
        """
        var o = memory.Rent(n);
        var s = o.Memory.Span;
        Fill(s);
        o.Dispose();
        """);

    [Fact]
    public Task BeforeItIsGivenAnother() => Case.Applied(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        Read([|a[0]|]);
        a = given;
        Read(a[0]);
        """,
        """
        var a = pool.Rent(n);
        Read(a[0]);
        pool.Return(a);
        a = given;
        Read(a[0]);
        """);

    [Fact]
    public Task Field() => Case.Applied(
        """
        _pool.Return(_sure);
        Read([|_sure[0]|]);
        """,
        """
        Read(_sure[0]);
        _pool.Return(_sure);
        """);

    [Fact]
    public Task InACase() => Case.Applied(
        """
        var a = given;
        switch (n)
        {
            case 1:
                pool.Return(a);
                Read([|a[0]|]);
                break;
            default:
                Poke();
                break;
        }
        """,
        """
        var a = given;
        switch (n)
        {
            case 1:
                Read(a[0]);
                pool.Return(a);
                break;
            default:
                Poke();
                break;
        }
        """);

    [Fact]
    public Task TopLevelStatements()
    {
        const string Usings = "using System;\nusing System.Buffers;\n";
        var test = FixCase<ReleaseLaterFix>.TestOf(Usings + "var a = ArrayPool<byte>.Shared.Rent(4);\nArrayPool<byte>.Shared.Return(a);\nConsole.WriteLine([|a[0]|]);\n");
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        test.FixedState.Sources.Add(Usings + "var a = ArrayPool<byte>.Shared.Rent(4);\nConsole.WriteLine(a[0]);\nArrayPool<byte>.Shared.Return(a);\n");
        test.FixedState.Sources.Add(Buffers.Source);
        return test.RunAsync();
    }

    [Fact]
    public Task TwoReleasesBehindOneUse() => Case.Applied(
        """
        var a = pool.Rent(n);
        var b = pool.Rent(n);
        pool.Return(a);
        pool.Return(b);
        Read([|b[0]|]);
        Read([|a[0]|]);
        """,
        """
        var a = pool.Rent(n);
        var b = pool.Rent(n);
        Read(b[0]);
        pool.Return(b);
        Read(a[0]);
        pool.Return(a);
        """,
        iterations: 1);

    [Fact]
    public Task InATurnOfALoop() => Case.Applied(
        """
        while (on)
        {
            var a = pool.Rent(n);
            pool.Return(a);
            Read([|a[0]|]);
        }
        """,
        """
        while (on)
        {
            var a = pool.Rent(n);
            Read(a[0]);
            pool.Return(a);
        }
        """);

    [Theory]
    [InlineData("if (on) return;")]
    [InlineData("if (on) throw new Exception();")]
    [InlineData("lock (_pool) { Poke(); }")]
    [InlineData("pool = _other;")]
    [InlineData("await Task.Yield();")]
    public Task NotAcross(string between) => Case.NotOffered(
        $"""
        var a = pool.Rent(n);
        pool.Return(a);
        {between}
        Read([|a[0]|]);
        """,
        between.Contains("await") ? "Task" : "void");

    [Fact]
    public Task WhatIsReturnedIsComputedBefore() => Case.Applied(
        """
        var result = pool.Rent(n);

        // Done.
        pool.Return(result); // with it
        Poke();
        return Encoding.UTF8.GetString([|result|], 0, n); // all
        """,
        """
        var result = pool.Rent(n);

        Poke();
        var result2 = Encoding.UTF8.GetString(result, 0, n); // all
        // Done.
        pool.Return(result); // with it
        return result2;
        """,
        result: "string");

    [Fact]
    public Task CopyThatIsReturned() => Case.Applied(
        """
        var a = pool.Rent(n);
        if (on) { pool.Return(a); return [|a|].AsSpan(0, n).ToArray(); }
        pool.Return(a);
        return given;
        """,
        """
        var a = pool.Rent(n);
        if (on) { var result = a.AsSpan(0, n).ToArray(); pool.Return(a); return result; }
        pool.Return(a);
        return given;
        """,
        result: "byte[]");

    [Theory]
    [InlineData("return [|a|].AsMemory();", "Memory<byte>")]
    [InlineData("return [|a[0]|];", "int")]
    [InlineData("return await Task.FromResult([|a[0]|]);", "Task<byte>")]
    [InlineData("if (on) return [|a[0]|]; return 1;", "byte")]
    public Task NotWhereTheUseLeaves(string use, string result) => Case.NotOffered(
        $"""
        var a = pool.Rent(n);
        pool.Return(a);
        {use}
        """,
        result);

    [Fact]
    public Task NotWhereAFinallyHasItToo() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        try
        {
            pool.Return(a);
            return [|a[0]|];
        }
        finally
        {
            {|BUF2002:pool.Return(a)|};
        }
        """,
        "byte");

    [Fact]
    public Task NotWhereItIsReleasedUnderAnotherName() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        var b = a;
        pool.Return(a);
        Read([|a[0]|]);
        {|BUF2002:_pool.Return(b)|};
        """);

    [Fact]
    public Task NotWhereTheReleaseIsConditional() => Case.NotOffered(
        """
        var a = {|BUF2006:pool.Rent(n)|};
        if (on)
            pool.Return(a);
        Read([|a[0]|]);
        """);

    [Fact]
    public Task NotWhereTheUseIsOutsideOfTheBlock() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        {
            pool.Return(a);
            Poke();
        }
        Read([|a[0]|]);
        """);

    [Fact]
    public Task NotIntoTheNextTurn() => Case.NotOffered(
        """
        var a = {|BUF2006:pool.Rent(n)|};
        while (on)
        {
            Read(a[0]);
            {|BUF2002:pool.Return(a)|};
            Read([|a[1]|]);
        }
        """);

    [Fact]
    public Task NotWhereALambdaHasIt() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        Action later = () => a[0] = 1;
        pool.Return(a);
        Read([|a[0]|]);
        """);

    [Fact]
    public Task NotWhereThePoolIsAFieldThatCallsMayChange() => Case.NotOffered(
        """
        var a = _other.Rent(n);
        _other.Return(a);
        Poke();
        Read([|a[0]|]);
        """);

    [Fact]
    public Task NotUnderASymbol() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        #if !OTHER
        Read([|a[0]|]);
        #endif
        """);

    [Fact]
    public Task NotWhereItIsReleasedOnceMore() => Case.NotOffered(
        """
        var a = pool.Rent(n);
        pool.Return(a);
        Read([|a[0]|]);
        {|BUF2002:pool.Return(a)|};
        Read(a[1]);
        """);
}
