// Small analyzers on which the kit is tested.
using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Analyzers.Tests.Kit;

/// <summary>Reports every class whose name has an underscore; the members are additional locations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnderscoreAnalyzer : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = new(
        "TOY0001", "Underscore", "Class '{0}' has {1} members", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.ClassDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(declaration.SyntaxTree);
        var character = options.TryGetValue("toy.character", out var configured) ? configured : "_";
        if (declaration.Identifier.Text.Contains(character, StringComparison.Ordinal))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                declaration.Identifier.GetLocation(),
                declaration.Members.Select(static member => member.GetLocation()),
                declaration.Identifier.Text,
                declaration.Members.Count));
        }
    }
}

/// <summary>Has two rules: one for classes, one for each additional file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoRuleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor ClassRule = new("TOY0002", "Class", "A class", "Toy", DiagnosticSeverity.Info, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor FileRule = new("TOY0003", "File", "First word", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ClassRule, FileRule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static symbol => symbol.ReportDiagnostic(Diagnostic.Create(ClassRule, symbol.Symbol.Locations[0])),
            SymbolKind.NamedType);
        context.RegisterAdditionalFileAction(static file =>
        {
            var lines = file.AdditionalFile.GetText(file.CancellationToken)!.Lines;
            var span = new Microsoft.CodeAnalysis.Text.TextSpan(0, 2);
            file.ReportDiagnostic(Diagnostic.Create(FileRule, Location.Create(file.AdditionalFile.Path, span, lines.GetLinePositionSpan(span))));
        });
    }
}

/// <summary>Throws at every class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [UnderscoreAnalyzer.Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static _ => throw new InvalidOperationException("thrown on purpose"), SymbolKind.NamedType);
    }
}
