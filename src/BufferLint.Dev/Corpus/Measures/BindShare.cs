// How much of the code the compiler understood with the references there were.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Dev.Corpus.Measures;

/// <summary>Bodies in which the compiler reports no error, of all bodies.</summary>
/// <param name="Bound">Bodies without an error within their braces or behind their arrow.</param>
/// <param name="All">Bodies of methods, constructors, operators, accessors and programs; initialisers are none.</param>
internal readonly record struct BindShare(int Bound, int All)
{
    public static BindShare operator +(BindShare left, BindShare right) => new(left.Bound + right.Bound, left.All + right.All);

    /// <summary>Counts the bodies of one project.</summary>
    public static BindShare Of(IEnumerable<SyntaxTree> trees, ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is not null)
            .ToLookup(diagnostic => diagnostic.Location.SourceTree!, diagnostic => diagnostic.Location.SourceSpan);
        var share = default(BindShare);
        foreach (var tree in trees)
        {
            var spans = errors[tree].OrderBy(span => span.Start).ToArray();
            foreach (var body in Bodies(tree.GetRoot()))
            {
                share += new BindShare(IsHit(body, spans) ? 0 : 1, 1);
            }
        }

        return share;
    }

    private static IEnumerable<TextSpan> Bodies(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodesAndSelf(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)))
        {
            switch (node)
            {
                case BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax } or ArrowExpressionClauseSyntax:
                    yield return node.Span;
                    break;
                case CompilationUnitSyntax unit when unit.Members.OfType<GlobalStatementSyntax>().Any():
                    var statements = unit.Members.OfType<GlobalStatementSyntax>().ToList();
                    yield return TextSpan.FromBounds(statements[0].SpanStart, statements[^1].Span.End);
                    break;
            }
        }
    }

    /// <summary>Errors are short, so the ones that begin before the body hardly matter; those that reach into it are looked for all the same.</summary>
    private static bool IsHit(TextSpan body, TextSpan[] errors)
    {
        var first = Array.FindIndex(errors, error => error.End >= body.Start);
        return first >= 0 && errors.Skip(first).TakeWhile(error => error.Start <= body.End).Any(error => error.IntersectsWith(body));
    }
}
