// Whatever code Roslyn hands out member by member is found without its help, with the same owner.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BufferLint.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BufferLint.Tests.Engine;

public class CodeOfMembersTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;

        var first = new byte[4];
        Local(first);
        static void Local(byte[] bytes) => bytes[0] = 1;

        namespace Outer
        {
            namespace Inner
            {
                delegate int Handler(int value = 3);

                enum Kind { None = 1 << 2, Some }

                abstract partial class C<T> : List<T>, IDisposable
                {
                    private int _a = 1, _b, _c = new int[3].Length;
                    private static readonly Func<int> Make = () => 4;
                    public event Action? Changed = null;
                    public event Action Other { add { _a++; } remove => _a--; }

                    static C() => Console.WriteLine();
                    public C(int size = 5) : base(size) { }
                    public C() : this(6) => _b = 1;
                    ~C() { Dispose(); }

                    public int Auto { get; set; } = 7;
                    public int Arrow => _a + 1;
                    public int Both { get => _b; set { _b = value; } }
                    public int Only { get; init; }
                    public new int this[int index] => index;
                    public int this[string name] { get { return name.Length; } set => _c = value; }

                    [Obsolete("no")]
                    public abstract void NoBody(int size = 8);
                    public void Dispose() => GC.SuppressFinalize(this);
                    void IDisposable.Dispose() { void Nested() { } Nested(); }
                    partial void Part(int value);
                    partial void Part(int value) { _a = value; }
                    partial void Never(int value);
                    public static C<T>? operator +(C<T> left, C<T> right) => null;
                    public static implicit operator int(C<T> value) { return value._a; }

                    private struct Nested
                    {
                        public int Field;
                        public Nested(int field) => Field = field;
                    }
                }

                interface I
                {
                    int Given => 9;
                    void Do() { }
                    static int Count { get; set; } = 10;
                }

                record Base(int X);

                record Derived(int X, int Y = 11) : Base(X + 1)
                {
                    public int Sum { get; } = X + Y;
                    private readonly int _twice = X * 2;
                }

                static class Extensions
                {
                    public static int Twice(this int value) => value * 2;
                }
            }
        }
        """;

    private static readonly MetadataReference[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Select(static path => MetadataReference.CreateFromFile(path)).ToArray();

    [Fact]
    public async Task AllThatRoslynHandsOut()
    {
        var blocks = new Blocks();
        var compilation = Compile();
        await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(blocks)).GetAnalyzerDiagnosticsAsync();

        var found = Roots(CodeOfMembers.In(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, CancellationToken.None), compilation);

        Assert.True(found.Length > 25);
        Assert.Equal(Roots(blocks.Seen.Where(static block => !IsConstant(block.Owner) && block.Code is not TypeDeclarationSyntax), compilation), found);
    }

    [Fact]
    public void NothingTwice()
    {
        var compilation = Compile();

        var found = CodeOfMembers.In(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, CancellationToken.None).ToArray();

        Assert.Equal(found.Select(static member => member.Code).Distinct(), found.Select(static member => member.Code));
        Assert.Equal(["_a", "_c"], found.Select(static member => member.Owner.Name).Where(static name => name is "_a" or "_b" or "_c"));
    }

    [Theory]
    [InlineData("_b++;", "Outer.Inner.C<T>.C()")]
    [InlineData("return name.Length;", "Outer.Inner.C<T>.this[string].get")]
    [InlineData("new int[3]", "Outer.Inner.C<T>._c")]
    public void OnlyWhatIsAskedFor(string text, string owner)
    {
        var compilation = Compile(Source.Replace("_b = 1;", "_b++;"));
        var tree = compilation.SyntaxTrees[0];
        var place = new TextSpan(tree.ToString().IndexOf(text, StringComparison.Ordinal), text.Length);

        var found = CodeOfMembers.In(compilation.GetSemanticModel(tree), place, CancellationToken.None);

        Assert.Equal(owner, Assert.Single(found, static member => member.Code is not CompilationUnitSyntax).Owner.ToDisplayString());
    }

    [Fact]
    public void HalfTypedCode()
    {
        foreach (var end in Enumerable.Range(0, Source.Length / 31).Select(static part => part * 31))
        {
            var compilation = Compile(Source[..end]);

            Assert.All(CodeOfMembers.In(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, CancellationToken.None), static member => Assert.NotNull(member.Owner));
        }
    }

    /// <summary>A default value of a parameter of a delegate, and of an enumeration: no code runs there. A type with parameters is its members again.</summary>
    private static bool IsConstant(ISymbol owner) => owner is INamedTypeSymbol or { ContainingType.TypeKind: TypeKind.Enum };

    /// <summary>Of a field that is declared beside others Roslyn hands out all initialisers, for each; they are each one's own.</summary>
    private static string[] Roots(IEnumerable<CodeOfMember> members, CSharpCompilation compilation) => members
        .SelectMany(member => BodyGraphs.Of(member.Code, compilation.GetSemanticModel(member.Code.SyntaxTree), null, CancellationToken.None).Select(graph => (graph.OriginalOperation.Syntax.Span, member.Owner)))
        .OrderBy(static root => root.Span.Start).ThenBy(static root => root.Span.Length)
        .Select(static root => root.Owner is IFieldSymbol ? $"{root.Span} of a field" : $"{root.Span} of {root.Owner.ToDisplayString()}").Distinct().ToArray();

    private static CSharpCompilation Compile(string source = Source) => CSharpCompilation.Create(
        "test",
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12))],
        References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Blocks : DiagnosticAnalyzer
    {
        public ConcurrentQueue<CodeOfMember> Seen { get; } = new();

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(new DiagnosticDescriptor("T0001", "t", "t", "t", DiagnosticSeverity.Warning, isEnabledByDefault: true));

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
            context.RegisterCodeBlockAction(block => Seen.Enqueue(new CodeOfMember(block.CodeBlock, block.OwningSymbol)));
        }
    }
}
