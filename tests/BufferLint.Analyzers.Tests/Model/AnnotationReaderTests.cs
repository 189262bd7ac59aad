// What each attribute says in the vocabulary of effects.
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Model;
using BufferLint.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Tests.Model;

public class AnnotationReaderTests
{
    /// <summary>A pasted copy: the attributes are matched by their full names.</summary>
    private const string Attributes = """
        namespace BufferLint.Annotations
        {
            using System;
            [AttributeUsage(AttributeTargets.All)] public sealed class ViewOfAttribute : Attribute { public ViewOfAttribute() { } public ViewOfAttribute(string owner) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class MovesAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.All)] public sealed class ReleasesAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.All)] public sealed class ReadOnlyViewAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.All)] public sealed class LentAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.All)] public sealed class KeepsAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.All)] public sealed class RefusesWhileViewedAttribute : Attribute { public RefusesWhileViewedAttribute(Type exception) { } }
        }
        """;

    [Theory]
    [InlineData("[ViewOf] public Span<byte> M() => default;", "ViewOf this into result")]
    [InlineData("[ViewOf(\"owner\")] public Span<byte> M(int x, byte[] owner) => default;", "ViewOf parameter 1 into result")]
    [InlineData("public void M([ViewOf] out Span<byte> view) => view = default;", "ViewOf this into parameter 0")]
    [InlineData("public void M(byte[] owner, [ViewOf(\"owner\")] out Span<byte> view) => view = default;", "ViewOf parameter 0 into parameter 1")]
    [InlineData("[ViewOf, ReadOnlyView] public Span<byte> M() => default;", "ViewOf this into result, read-only")]
    [InlineData("[ViewOf] public Counted M() => new();", "ViewOf this into result, counted")]
    [InlineData("[Moves] public void M() { }", "Moves this into result")]
    [InlineData("public void M([Moves] byte[] other) { }", "Moves parameter 0 into result")]
    [InlineData("[RefusesWhileViewed(typeof(InvalidOperationException))] public void M() { }", "RefusesWhileViewed this into result, InvalidOperationException; Moves this into result")]
    [InlineData("[Releases] public void M() { }", "Releases this into result")]
    [InlineData("public void M([Releases] Counted view) { }", "Releases parameter 0 into result")]
    [InlineData("public void M([Lent] ReadOnlyMemory<byte> body) { }", "Lent parameter 0 into result")]
    [InlineData("public void M([Keeps] ReadOnlyMemory<byte> body) { }", "Keeps parameter 0 into result")]
    [InlineData("[ViewOf] public Span<byte> M => default;", "ViewOf this into result")]
    [InlineData("public void M() { }", "")]
    [InlineData("[ViewOf(\"nobody\")] public Span<byte> M(byte[] owner) => default;", "")]
    public async Task StatesItsEffect(string member, string expected)
    {
        var symbol = await MemberAsync(member);
        Assert.Equal(expected, string.Join("; ", AnnotationReader.Read(symbol).Select(Shown)));
    }

    [Fact]
    public async Task ConstructorsViewTheParameterTheyName()
    {
        var compilation = await SourceCompilation.CreateAsync(Attributes, "using BufferLint.Annotations; public class Window { [ViewOf(nameof(owner))] public Window(byte[] owner) { } }");
        var constructor = compilation.GetTypeByMetadataName("Window")!.InstanceConstructors.Single();
        Assert.Equal("ViewOf parameter 0 into result", Shown(Assert.Single(AnnotationReader.Read(constructor))));
    }

    [Fact]
    public async Task AttributesAreKnownByFullName()
    {
        Assert.True(AnnotationReader.AreKnownTo(await SourceCompilation.CreateAsync(Attributes)));
        Assert.False(AnnotationReader.AreKnownTo(await SourceCompilation.CreateAsync("public class ViewOfAttribute : System.Attribute;")));
    }

    private static string Shown(Effect effect) =>
        $"{effect.Kind} {effect.Of} into {effect.Into}{(effect.IsReadOnly ? ", read-only" : null)}{(effect.IsCounted ? ", counted" : null)}{(effect.Exception is { } exception ? ", " + exception.Name : null)}";

    private static async Task<ISymbol> MemberAsync(string member)
    {
        var compilation = await SourceCompilation.CreateAsync(Attributes, $$"""
            using System;
            using BufferLint.Annotations;
            public class Counted { [Releases] public void Release() { } }
            public class C { {{member}} }
            """);
        return compilation.GetTypeByMetadataName("C")!.GetMembers("M").Single();
    }
}
