// A small analyzer and code fixes on which the kit is tested.
using System;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.CodeFixes.Tests.Kit;

/// <summary>Reports every literal of 1.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OneAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("TOY0001", "One", "A one", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(
            static node =>
            {
                if (((LiteralExpressionSyntax)node.Node).Token.Text == "1")
                {
                    node.ReportDiagnostic(Diagnostic.Create(Rule, node.Node.GetLocation()));
                }
            },
            SyntaxKind.NumericLiteralExpression);
    }
}

/// <summary>Offers for a 1: "two", "three", "same" (changes nothing), "error" (does not compile) or "tree" (text and tree differ),
/// each only in a class whose name holds it.</summary>
public abstract class OneFixBase : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TOY0001"];

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        var literal = root.FindNode(context.Span, getInnermostNodeForTie: true);
        var name = literal.FirstAncestorOrSelf<ClassDeclarationSyntax>()!.Identifier.Text;
        foreach (var (key, text) in new[] { ("two", "2"), ("three", "3"), ("same", "1"), ("error", "nothing") })
        {
            if (name.Contains(key, StringComparison.OrdinalIgnoreCase))
            {
                context.RegisterCodeFix(CodeAction.Create("Make it " + key, _ => ReplaceText(context.Document, context.Span, text), key), context.Diagnostics);
            }
        }

        if (name.Contains("tree", StringComparison.OrdinalIgnoreCase))
        {
            var name2 = SyntaxFactory.IdentifierName("int.Parse(\"2\")");
            context.RegisterCodeFix(
                CodeAction.Create("Make it tree", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, name2))), "tree"),
                context.Diagnostics);
        }
    }

    private static async Task<Document> ReplaceText(Document document, TextSpan span, string replacement) =>
        document.WithText((await document.GetTextAsync()).WithChanges(new TextChange(span, replacement)));
}

/// <summary>Fixes all through the batch fixer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OneFix : OneFixBase
{
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;
}

/// <summary>Its fix all writes 4 instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OtherFixAll : OneFixBase
{
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (_, document, _) =>
        document.WithText(SourceText.From((await document.GetTextAsync()).ToString().Replace('1', '4'))));
}

/// <summary>Has no fix all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NoFixAll : OneFixBase
{
    public override FixAllProvider? GetFixAllProvider() => null;
}
