// Top-level statements: the program itself is a body.
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Tests.Cases.BUF1001;

public class TopLevel
{
    [Fact]
    public Task ViewUsedAfterAdd() => VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        var list = new List<int> { 1 };
        var view = CollectionsMarshal.AsSpan(list);
        {|BUF1001:list.Add(2)|};
        Console.WriteLine(view[0]);
        """);

    [Fact]
    public Task ViewTakenAfterAdd() => VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        var list = new List<int> { 1 };
        list.Add(2);
        var view = CollectionsMarshal.AsSpan(list);
        Console.WriteLine(view[0]);
        """);

    [Fact]
    public Task LocalFunctionOfTheProgram() => VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;

        Console.WriteLine(First([1]) + Fine([1]));

        static int First(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(2)|};
            return view[0];
        }

        static int Fine(List<int> list)
        {
            list.Add(2);
            return CollectionsMarshal.AsSpan(list)[0];
        }
        """);

    private static Task VerifyAsync(string source)
    {
        var test = new CSharpAnalyzerTest<BufferLintAnalyzer> { TestCode = source };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return test.RunAsync();
    }
}
