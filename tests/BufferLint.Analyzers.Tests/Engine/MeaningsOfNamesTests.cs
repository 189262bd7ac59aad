// Which declarations a name in code can mean for the screen: by its arguments, by where it is looked for, by what it is. Each
// member that only shares a name with what gives something back stands beside one that really may run it.
using System.Linq;
using System.Threading;
using BufferLint.Model;
using BufferLint.Screen;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BufferLint.Tests.Engine;

public class MeaningsOfNamesTests
{
    private const string Source = """
        using System;
        using System.Buffers;
        using static Loose;

        static class Pool
        {
            public static void Back(int[] a) => ArrayPool<int>.Shared.Return(a);

            public static void Back(int[] a, int b, int c) { }

            public static void Spread(int a, params int[] b) => Back(b);

            public static void Filled(int[] a, int b = 0) => Back(a);
        }

        static class Loose
        {
            public static void LetGo(int[] a) => Pool.Back(a);
        }

        static class Extending
        {
            public static void Extended(this Arguments owner, int[] a) => Pool.Back(a);
        }

        class Arguments
        {
            void One(int[] a) => Pool.Back(a);

            void Three(int[] a) => Pool.Back(a, 1, 2);

            void Group(int[] a) => Run(Pool.Back, a);

            void Many(int[] a) => Pool.Spread(1, 2, 3, 4);

            void Fewer(int[] a) => Pool.Filled(a);

            void None(int[] a) => Pool.Filled();

            void OfStatic(int[] a) => LetGo(a);

            void OfThis(int[] a) => this.Extended(a);

            void OfArgument(int[] a) => Extending.Extended(this, a);

            private void Run(Action<int[]> what, int[] a) => what(a);
        }

        interface IDrops
        {
            void Dropped(int[] a, int b = 0);
        }

        class Drops : IDrops
        {
            public void Dropped(int[] a, int b) => Pool.Back(a);
        }

        class ImplementsForOthers
        {
            public void Left(int[] a, int b) => Pool.Back(a);
        }

        interface ILeaves
        {
            void Left(int[] a, int b = 0);
        }

        class Leaves : ImplementsForOthers, ILeaves
        {
        }

        class Optional
        {
            void ThroughBase(ILeaves leaves, int[] a) => leaves.Left(a);

            void ThroughInterface(IDrops drops, int[] a) => drops.Dropped(a);
        }

        abstract class Base
        {
            void Template(int[] a) => Core(a);

            protected abstract void Core(int[] a);
        }

        class Derived : Base
        {
            protected override void Core(int[] a) => Pool.Back(a);
        }

        class Below : Derived
        {
            void OfBase(int[] a) => Core(a);

            class Inner
            {
                void OfOuter(int[] a) => Core(a);
            }
        }

        class Other
        {
            void NotOfFamily(int[] a) => Core(a);

            void Anywhere(Derived derived, int[] a) => derived.Core(a);

            private static void Core(int[] a) { }
        }

        class Held
        {
            public int[] First => ArrayPool<int>.Shared.Rent(4);

            void Pattern(Props props) { _ = props is { Freed: > 0 }; }

            void Nested(Props props) { _ = props is { Self.Freed: > 0 }; }

            void Initialized() { _ = new Props { Freed = 1 }; }

            void Read(Props props) { _ = props.Freed; }

            void Mentioned(Props Freed) { }
        }

        class Props
        {
            public int[] A = new int[1];

            public Props Self => this;

            public int Freed
            {
                get { Pool.Back(A); return 1; }
                set { Pool.Back(A); }
            }
        }
        """;

    [Theory]
    [InlineData("One", true)]
    [InlineData("Three", false)]
    [InlineData("Group", true)]
    [InlineData("Many", true)]
    [InlineData("Fewer", true)]
    [InlineData("None", false)]
    [InlineData("OfStatic", true)]
    [InlineData("OfThis", true)]
    [InlineData("OfArgument", true)]
    [InlineData("ThroughInterface", true)]
    [InlineData("ThroughBase", true)]
    [InlineData("Template", true)]
    [InlineData("OfBase", true)]
    [InlineData("OfOuter", true)]
    [InlineData("NotOfFamily", false)]
    [InlineData("Anywhere", true)]
    [InlineData("Pattern", true)]
    [InlineData("Nested", true)]
    [InlineData("Initialized", true)]
    [InlineData("Read", true)]
    [InlineData("Mentioned", false)]
    public void WhoRunsWhatGivesBack(string member, bool runs) => Assert.Equal(runs, (Calls(Source).Of(member).Breaking & CallNames.Release) != 0);

    private const string Views = """
        using System;

        readonly struct View
        {
            public readonly Memory<int> Memory;

            public View(int[] a) => Memory = a;

            public static int Zero => 0;
        }

        class User
        {
            private int[] _a = new int[4];

            object Makes() { Renew(); return new View(_a); }

            object MakesShortly() { Renew(); View made = new(_a); return made; }

            View MakesForResult() { Renew(); return Take(new(_a)); }

            View Hands(View view) { Renew(); return view; }

            object Asks(object view) { Renew(); return view is View ? View.Zero : view; }

            void Makes(View Given) => Renew(4);

            private static int Take(object view) => 1;

            private void Renew() => _a = new int[8];

            private void Renew(int size) { }
        }
        """;

    [Theory]
    [InlineData("object Makes()", true)]
    [InlineData("object MakesShortly()", true)]
    [InlineData("View MakesForResult()", true)]
    [InlineData("View Hands(View view)", false)]
    [InlineData("object Asks(object view)", false)]
    [InlineData("void Makes(View Given)", false)]
    public void WhoMayMakeAView(string member, bool asks)
    {
        var tree = CSharpSyntaxTree.ParseText(Views);
        var screen = new BodyScreen(NameGate.OfTables, () => new[] { TreeWords.Of(tree, CancellationToken.None) });
        var body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.ToString().StartsWith(member, System.StringComparison.Ordinal));
        Assert.Equal(asks, screen.Screen(body, member: null, Signs.Words, followsCalls: true, out _, CancellationToken.None) != Screening.Leave);
    }

    [Theory]
    [InlineData("GiveBack(a); a[0] = 1;", true)]
    [InlineData("GiveBack(a); a = null;", false)]
    [InlineData("GiveBack(Kept); Kept = null;", true)]
    [InlineData("GiveBack(_kept); this._kept = null;", false)]
    [InlineData("GiveBack(_kept); this._kept[0] = 1;", true)]
    [InlineData("GiveBack(a != null ? b : c); a[0] = 1;", false)]
    [InlineData("GiveBack(a != null ? b : c); b[0] = 1;", true)]
    [InlineData("GiveBack(a ?? b); b[0] = 1;", true)]
    [InlineData("GiveBack(Get(() => a)); a[0] = 1;", false)]
    [InlineData("Get(() => GiveBack(a)); a[0] = 1;", true)]
    [InlineData("GiveBack((int[])a); a[0] = 1;", true)]
    [InlineData("var other = a; GiveBack(other); a[0] = 1;", true)]
    [InlineData("while (b != null) { GiveBack(a); _ = a; }", true)]
    public void WhatIsNamedAgain(string code, bool isUsed)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            using System;
            using System.Buffers;

            class Owner
            {
                private int[] _kept;

                private int[] Kept { get => _kept; set { GiveBack(_kept); _kept = value; } }

                private void Uses(int[] a, int[] b, int[] c) { {{code}} }

                private static int[] Get(Func<int[]> from) => null;

                private static void GiveBack(int[] a) => ArrayPool<int>.Shared.Return(a);
            }
            """);
        var screen = new BodyScreen(NameGate.OfTables, () => new[] { TreeWords.Of(tree, CancellationToken.None) });
        var body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.ValueText == "Uses");
        Assert.Equal(isUsed, screen.Screen(body, member: null, Signs.Words, followsCalls: true, out _, CancellationToken.None) == Screening.Analyze);
    }

    private static CallNames Calls(string source) =>
        new BodyScreen(NameGate.OfTables, () => new[] { TreeWords.Of(CSharpSyntaxTree.ParseText(source), CancellationToken.None) }).Calls.Value;
}
