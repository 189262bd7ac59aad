// Registers with Roslyn and runs the stages in order; nothing else.
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Checks;
using BufferLint.Graph;
using BufferLint.Model;
using BufferLint.Reporting;
using BufferLint.Screen;
using BufferLint.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint;

/// <summary>
/// Finds buffer-lifetime bugs. One analyzer drives all rules over one set of facts, so that a body is walked once
/// however many rules are on.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BufferLintAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<ICheck> Checks = CheckTable.All;

    private readonly IAnalysisObserver? _observer;
    private readonly TreeMemory _memory = new();

    /// <summary>Makes the analyzer as a build runs it.</summary>
    public BufferLintAnalyzer()
    {
    }

    /// <summary>Makes an analyzer that is listened to.</summary>
    internal BufferLintAnalyzer(IAnalysisObserver observer) => _observer = observer;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Checks.Select(check => check.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var known = _memory.Of(context.Compilation);
        var gates = AnnotationReader.AreKnownTo(context.Compilation)
            ? NameGate.OfTables.Add(NameGate.OfAnnotations(context.Compilation, known, tree => context.TryGetValue(tree, AnnotationIndex.PerTree, out var names) ? names : AnnotatedNames.None, context.CancellationToken))
            : NameGate.OfTables;
        var analysis = new CompilationAnalysis(
            context.Compilation,
            gates,
            known,
            tree => context.TryGetValue(tree, MemberWords.PerTree, out var words) ? words : null,
            tree => context.TryGetValue(tree, TreeSummaries.PerTree, out var remembered) ? remembered : null,
            tree => AnalysisOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree)),
            _observer);
        var rules = new RuleSwitch(Checks, context.Compilation.Options);
        context.RegisterSemanticModelAction(tree => Analyze(tree, analysis, rules.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken)));
    }

    private void Analyze(SemanticModelAnalysisContext context, CompilationAnalysis compilation, RulesOn rules)
    {
        if (rules.Checks.IsEmpty)
        {
            return;
        }

        var options = AnalysisOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.SemanticModel.SyntaxTree));
        foreach (var member in CodeOfMembers.In(context.SemanticModel, context.FilterSpan, context.CancellationToken))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Analyze(context, member, compilation, rules, options);
        }
    }

    private void Analyze(SemanticModelAnalysisContext context, CodeOfMember member, CompilationAnalysis compilation, RulesOn rules, AnalysisOptions options)
    {
        var screening = Screen(member, compilation, rules, options.Scope != SummaryScope.Off, out var measures, out var checks, context.CancellationToken);
        if (screening == Screening.Leave)
        {
            if (!measures)
            {
                return;
            }

            checks = checks.RemoveAll(static check => check is not SizeCheck);
        }

        if (BodySize.Exceeds(member.Code, options.MaxBlocks, context.CancellationToken))
        {
            return;
        }

        Func<SyntaxNode, bool>? isQuiet = screening == Screening.AnalyzeWhole || measures ? null : compilation.Quiet.Contain;
        var analysis = compilation.Body(checks, options, context.CancellationToken, _observer);
        foreach (var graph in BodyGraphs.Of(member.Code, context.SemanticModel, compilation.RecentGraphs, context.CancellationToken, isQuiet))
        {
            analysis.Run(graph, member.Owner, screening, measures, finding => Report(context, finding));
        }
    }

    /// <summary>What the words of a body say; one that shows nothing but what its type has in fields, or that it may keep memory it is given, is asked by the rules that look for this only.</summary>
    private static Screening Screen(CodeOfMember member, CompilationAnalysis compilation, RulesOn rules, bool followsCalls, out bool measures, out ImmutableArray<ICheck> checks, CancellationToken cancellation)
    {
        var screening = compilation.Screen.Screen(member.Code, member.Owner, rules.Signs, followsCalls, out measures, cancellation);
        var signs = SignsBesideWords(member, compilation, rules.Signs, cancellation);
        checks = signs != Signs.None && screening == Screening.Leave ? rules.LookingFor(signs | Signs.Sizes) : rules.Checks;
        return signs != Signs.None ? Screening.AnalyzeWhole : screening;
    }

    private static Signs SignsBesideWords(CodeOfMember member, CompilationAnalysis compilation, Signs signs, CancellationToken cancellation)
    {
        var type = member.Owner.ContainingType;
        return
            ((signs & Signs.WorkInFields) != 0 && type is not null && compilation.WorkInFields.MayMatter(member.Code, type, cancellation) ? Signs.WorkInFields : Signs.None) |
            ((signs & Signs.KeptFields) != 0 && type is not null && !compilation.FieldProtocols.In(member.Code, type, cancellation).IsEmpty ? Signs.KeptFields : Signs.None) |
            ((signs & Signs.KeptMemory) != 0 && compilation.Keeping.MayKeep(member.Code) ? Signs.KeptMemory : Signs.None);
    }

    /// <summary>Generated code is not reported, except where it stands for lines a person wrote.</summary>
    private static void Report(SemanticModelAnalysisContext context, Finding finding)
    {
        var diagnostic = FindingReporter.ToDiagnostic(finding);
        if (!context.IsGeneratedCode || diagnostic.Location.GetMappedLineSpan().HasMappedPath)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
