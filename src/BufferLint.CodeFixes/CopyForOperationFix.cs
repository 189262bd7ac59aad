// `var write = stream.WriteAsync(a, 0, 8);` becomes `var write = stream.WriteAsync(a.AsSpan().ToArray(), 0, 8);`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Gives an operation that only reads a copy of its own.</summary>
public sealed class CopyForOperationFix : FindingFix
{
    internal override string RuleId => RuleIds.ReleaseUnderWork;

    internal override string Title => "Give the operation a copy";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.Taken is not InvocationExpressionSyntax { ArgumentList: { } given } start || site.Model.GetSymbolInfo(start, cancellation).Symbol is not IMethodSymbol method ||
            OffLimits.IsConditional((SyntaxNode?)Functions.StatementAround(start) ?? start))
        {
            return null;
        }

        var views = given.Arguments.Where(argument => site.Model.GetTypeInfo(argument.Expression, cancellation).Type is { } type && LeaseCopy.IsCopied(type)).ToArray();
        return views is [{ RefKindKeyword.RawKind: 0, Expression: var view } only] && site.Model.GetTypeInfo(view, cancellation).Type is { } type &&
            IsOnlyRead(method, ParameterOf(only, given, method)) && LeaseCopy.Of(view, type, site.Model) is { } copy
            ? FixPlan.Of(new Edit(view.Span, copy))
            : null;
    }

    /// <summary>Whether the operation fills nothing: it says so by the type it takes, or by its name.</summary>
    private static bool IsOnlyRead(IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter is not null && (LeaseCopy.IsOnlyRead(parameter.Type) || method.Name.StartsWith("Write", System.StringComparison.Ordinal) || method.Name.StartsWith("Send", System.StringComparison.Ordinal));

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, ArgumentListSyntax given, IMethodSymbol method) => argument.NameColon is { Name.Identifier.ValueText: var name }
        ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        : method.Parameters.ElementAtOrDefault(given.Arguments.IndexOf(argument));
}
