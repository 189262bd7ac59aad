// Registers with Roslyn and runs the stages in order; nothing else.
using System;
using System.Collections.Immutable;
using System.Linq;
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
        context.RegisterSemanticModelAction(tree => Analyze(tree, analysis));
    }

    private void Analyze(SemanticModelAnalysisContext context, CompilationAnalysis compilation)
    {
        foreach (var member in CodeOfMembers.In(context.SemanticModel, context.FilterSpan, context.CancellationToken))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Analyze(context, member.Code, member.Owner, compilation);
        }
    }

    private void Analyze(SemanticModelAnalysisContext context, SyntaxNode code, ISymbol owner, CompilationAnalysis compilation)
    {
        var checks = RuleSwitch.On(Checks, context);
        if (checks.IsEmpty)
        {
            return;
        }

        var screening = Screen(context, code, owner, compilation, asksSizes: checks.Any(static check => check is SizeCheck), out var measures, ref checks);
        if (screening == Screening.Leave)
        {
            if (!measures)
            {
                return;
            }

            checks = checks.RemoveAll(static check => check is not SizeCheck);
        }

        var options = AnalysisOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(code.SyntaxTree));
        if (BodySize.Exceeds(code, options.MaxBlocks, context.CancellationToken))
        {
            return;
        }

        Func<SyntaxNode, bool>? isQuiet = screening == Screening.AnalyzeWhole || measures ? null : compilation.Quiet.Contain;
        var analysis = compilation.Body(checks, options, context.CancellationToken, _observer);
        foreach (var graph in BodyGraphs.Of(code, context.SemanticModel, compilation.RecentGraphs, context.CancellationToken, isQuiet))
        {
            analysis.Run(graph, owner, screening, measures, finding => Report(context, finding));
        }
    }

    /// <summary>What the words of a body say; one that no other rule is about, but that may keep memory it is given, is asked by those rules only.</summary>
    private static Screening Screen(SemanticModelAnalysisContext context, SyntaxNode code, ISymbol owner, CompilationAnalysis compilation, bool asksSizes, out bool measures, ref ImmutableArray<ICheck> checks)
    {
        var callbacksOf = checks.Any(static check => check is ResizeInCallbackCheck) ? owner : null;
        var waitsOf = checks.Any(static check => check is ViewAfterAwaitCheck or ViewAcrossAwaitCheck) ? owner : null;
        var screening = compilation.Screen.Screen(code, callbacksOf, waitsOf, asksSizes, out measures, context.CancellationToken);
        if (owner.ContainingType is { } type && checks.Any(static check => check is ReleaseUnderWorkCheck) && compilation.WorkInFields.MayMatter(code, type, context.CancellationToken))
        {
            checks = screening == Screening.Leave ? checks.RemoveAll(static check => check is not (ReleaseUnderWorkCheck or ReleaseUnderAbandonedWorkCheck)) : checks;
            return Screening.AnalyzeWhole;
        }

        if (owner.ContainingType is { } declaring && checks.Any(static check => check is KeptReleasedFieldCheck) && !compilation.FieldProtocols.In(code, declaring, context.CancellationToken).IsEmpty)
        {
            checks = screening == Screening.Leave ? checks.RemoveAll(static check => check is not (KeptReleasedFieldCheck or SizeCheck)) : checks;
            return Screening.AnalyzeWhole;
        }

        if (!checks.Any(static check => check is KeptLentMemoryCheck or KeptMemoryParameterCheck) || !compilation.Keeping.MayKeep(code))
        {
            return screening;
        }

        checks = screening == Screening.Leave ? checks.RemoveAll(static check => check is not (KeptLentMemoryCheck or KeptMemoryParameterCheck or SizeCheck)) : checks;
        return Screening.AnalyzeWhole;
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
