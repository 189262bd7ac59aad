// Bodies over the budget are told by their syntax: short ones by their length alone, others by counting where they branch.
using System.Linq;
using System.Threading;
using BufferLint.Screen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BufferLint.Tests.Engine;

public class BodySizeTests
{
    private const int Branches = 50;

    /// <summary>However little is written between them, every place where a body branches counts.</summary>
    [Theory]
    [InlineData("?b:c", "(a", ")")]
    [InlineData("_=>a,", "a switch{", "}")]
    [InlineData("if(a);", "()=>{", "}")]
    [InlineData("case 1:break;", "()=>{switch(a){", "}}")]
    public void CountsWhatIsWrittenClosely(string branch, string before, string after)
    {
        var parsed = SyntaxFactory.ParseExpression(before + string.Concat(Enumerable.Repeat(branch, Branches)) + after);
        var body = (parsed as ParenthesizedLambdaExpressionSyntax)?.Block ?? (SyntaxNode)parsed;

        Assert.True(BodySize.Exceeds(body, Branches - 1, CancellationToken.None));
        Assert.False(BodySize.Exceeds(body, Branches, CancellationToken.None));
    }

    /// <summary>What is written in functions of a body's own is no part of it.</summary>
    [Fact]
    public void LeavesFunctionsOut()
    {
        var body = SyntaxFactory.ParseStatement("{ var f = () => { " + string.Concat(Enumerable.Repeat("if(a);", Branches)) + " }; if(a); }");

        Assert.True(BodySize.Exceeds(body, 0, CancellationToken.None));
        Assert.False(BodySize.Exceeds(body, 1, CancellationToken.None));
    }
}
