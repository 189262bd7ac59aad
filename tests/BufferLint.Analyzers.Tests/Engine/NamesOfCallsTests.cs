// What the screen makes of a compilation's own names: who gives back what is somebody else's, and who only looks as if.
using System.Threading;
using BufferLint.Screen;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BufferLint.Tests.Engine;

public class NamesOfCallsTests
{
    private const string Source = """
        using System;
        using System.Buffers;
        using System.Collections.Generic;

        class Pools
        {
            private int[] _kept = ArrayPool<int>.Shared.Rent(4);

            static void Given(int[] a) => ArrayPool<int>.Shared.Return(a);

            void Field() => ArrayPool<int>.Shared.Return(_kept);

            static void Through(int[] a) => Given(a);

            void Taken()
            {
                int[]? a = null;
                (a, _kept) = (_kept, Array.Empty<int>());
                ArrayPool<int>.Shared.Return(a);
            }

            void Named()
            {
                var a = _kept;
                ArrayPool<int>.Shared.Return(a);
            }

            static int Own(int n)
            {
                var a = ArrayPool<int>.Shared.Rent(n);
                a[0] = n;
                ArrayPool<int>.Shared.Return(a);
                return n;
            }

            static int Larger(int n)
            {
                int[]? rented = null;
                Span<int> room = n < 64 ? stackalloc int[n] : (rented = ArrayPool<int>.Shared.Rent(n));
                var sum = room.Length;
                if (rented != null)
                {
                    ArrayPool<int>.Shared.Return(rented);
                }

                return sum;
            }
        }

        class Child
        {
            public Child(List<Child> all) => all.Add(this);
        }

        class Parents
        {
            static void Mentions(Child child) { Child? other = null; _ = other is Child; }

            static void Makes(List<Child> all) => new Child(all).ToString();

            static void MakesShortly(List<Child> all) { Child made = new(all); }
        }
        """;

    [Theory]
    [InlineData("Given", true)]
    [InlineData("Field", true)]
    [InlineData("Through", true)]
    [InlineData("Taken", true)]
    [InlineData("Named", true)]
    [InlineData("Own", false)]
    [InlineData("Larger", false)]
    public void WhoGivesBackWhatIsSomebodyElses(string member, bool gives) =>
        Assert.Equal(gives, (Calls().Of(member).Breaking & CallNames.Release) != 0);

    [Theory]
    [InlineData("Makes", true)]
    [InlineData("MakesShortly", true)]
    [InlineData("Mentions", false)]
    public void WhoRunsTheConstructor(string member, bool runs) => Assert.Equal(runs, Calls().Of(member).Breaking != 0);

    private static CallNames Calls() =>
        new BodyScreen(NameGate.OfTables, static () => new[] { TreeWords.Of(CSharpSyntaxTree.ParseText(Source), CancellationToken.None) }).Calls.Value;
}
