// What the screen takes from the type before a name, and from what a type stores: beside each body that need not ask its callees
// stands one that must, where the name before is a value after all, or the type has the view, or the lease, itself.
using System.Linq;
using System.Threading;
using BufferLint.Model;
using BufferLint.Screen;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BufferLint.Tests.Engine;

public class TypesBeforeNamesTests
{
    private const string Source = """
        using System;
        using System.Buffers;

        class Note
        {
            public static Note Create(int[] a) => new Note();

            public void Send(int[] a) { }
        }

        class Lent : Note
        {
            public new static Lent Create(int[] a) { ArrayPool<int>.Shared.Return(a); return null; }

            public void Send(int[] a) => ArrayPool<int>.Shared.Return(a);
        }

        class Plain
        {
            public static Plain Create(int[] a) => new Plain();
        }

        static class PlainExtensions
        {
            extension(Plain)
            {
                public static Plain Make(int[] a) { ArrayPool<int>.Shared.Return(a); return null; }
            }
        }

        class Calls
        {
            void OfType(int[] a) => Plain.Create(a);

            void OfReleasing(int[] a) => Lent.Create(a);

            void OfRelative(int[] a) => Note.Create(a);

            void OfInstances(int[] a) => Note.Send(a);

            void OfExtension(int[] a) => Plain.Make(a);

            void OfLocal(Lent lent, int[] a) { Lent Plain = lent; Plain.Create(a); }

            void OfLambda(int[] a) { Action<Lent> act = Plain => Plain.Create(a); }

            void OfPattern(object o, int[] a) { if (o is Lent Plain) Plain.Create(a); }

            void OfMany(Lent[] all, int[] a) { foreach (Lent Plain in all) Plain.Create(a); }

            void OfSomethingElse(int[] a) => Calls.Plain.Create(a);
        }

        class Given
        {
            void OfParameter(Lent Plain, int[] a) => Plain.Create(a);
        }

        class OtherOwner
        {
            public Lent Plain { get; set; }

            void OfProperty(int[] a) => Plain.Create(a);

            class Within
            {
                void OfOuterProperty(int[] a) => Plain.Create(a);
            }
        }

        class Derived : OtherOwner
        {
            void OfInherited(int[] a) => Plain.Create(a);
        }

        class Generic<Plain>
        {
            void OfTypeParameter(int[] a) => Plain.Create(a);
        }

        class SameName
        {
            public Plain? Plain { get; set; }

            void OfColor(int[] a) => Plain.Create(a);
        }
        """;

    [Theory]
    [InlineData("OfType", false)]
    [InlineData("OfColor", false)]
    [InlineData("OfReleasing", true)]
    [InlineData("OfRelative", true)]
    [InlineData("OfInstances", true)]
    [InlineData("OfExtension", true)]
    [InlineData("OfLocal", true)]
    [InlineData("OfLambda", true)]
    [InlineData("OfPattern", true)]
    [InlineData("OfMany", true)]
    [InlineData("OfSomethingElse", true)]
    [InlineData("OfParameter", true)]
    [InlineData("OfProperty", true)]
    [InlineData("OfOuterProperty", true)]
    [InlineData("OfInherited", true)]
    [InlineData("OfTypeParameter", true)]
    public void WhoRunsWhatGivesBack(string member, bool runs) => Assert.Equal(runs, (Calls(Source).Of(member).Breaking & CallNames.Release) != 0);

    [Fact]
    public void ABodyHasValuesOfItsOwn()
    {
        var tree = CSharpSyntaxTree.ParseText(Source);
        var screen = new BodyScreen(NameGate.OfTables, () => new[] { TreeWords.Of(tree, CancellationToken.None) });
        var uses = CSharpSyntaxTree.ParseText("class C { void Type(int[] a) { Plain.Create(a); a[0] = 1; } void Value(Lent Plain, int[] a) { Plain.Create(a); a[0] = 1; } }");
        var asked = uses.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(body => screen.Screen(body, member: null, Signs.Words, followsCalls: true, out _, CancellationToken.None)).ToArray();
        Assert.Equal(new[] { Screening.Leave, Screening.Analyze }, asked);
    }

    [Theory]
    [InlineData("public Span<int> View { get; }", true)]
    [InlineData("public Span<int> View { get => field; }", true)]
    [InlineData("public Span<int> View { get { return default; } }", false)]
    [InlineData("public static Span<int> View { get { return default; } }", false)]
    [InlineData("private Memory<int> _view; public Span<int> View { get { return _view.Span; } }", true)]
    [InlineData("private int[] _a; public Span<int> View { get { return _a; } }", false)]
    [InlineData("private int[] _a; public Span<int> View { get { return _a; } } public void Dispose() { }", true)]
    public void WhatATypeHolds(string members, bool holds)
    {
        var calls = Calls($$"""
            using System;

            class Shown { {{members}} }

            class Holder { private Shown _shown; }

            class Maker { Holder Make() => new Holder(); }
            """);
        Assert.Equal(holds, (calls.Of("Make").Taking & CallNames.OwnStorage) != 0);
    }

    [Fact]
    public void WhatShowsAnArrayIsWorthALook()
    {
        var calls = Calls("using System; class Part { private int[] _a; public Span<int> View { get { return _a; } } } class Maker { Part Cut() => new Part(); object Other() => new Part(); }");
        Assert.Equal((0UL, true, false), (calls.Of("Cut").Taking, calls.MayMatter("Cut"), calls.MayMatter("Other")));
    }

    private static CallNames Calls(string source) =>
        new BodyScreen(NameGate.OfTables, () => new[] { TreeWords.Of(CSharpSyntaxTree.ParseText(source), CancellationToken.None) }).Calls.Value;
}
