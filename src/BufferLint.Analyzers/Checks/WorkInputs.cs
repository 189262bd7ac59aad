// Where in the source work gets what it uses.
using System.Linq;
using BufferLint.Facts;
using BufferLint.Flow;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Checks;

internal static class WorkInputs
{
    /// <summary>The mention in code that is handed over, or the argument, by which work gets a value.</summary>
    public static SyntaxNode? HandedOver(SolvedBody body, Start start, int value, HeldValues held)
    {
        var places = body.Resolution.Loans.Holds(held, start.Task).ToArray().Select(id => body.Resolution.Values[id]).OfType<Created>().Where(static made => WorkTypes.StandsForWork(made.Site.Type)).Select(static made => made.Site.Syntax).Append(start.Syntax).ToArray();
        foreach (var use in body.Facts.All.OfType<Use>().Where(use => places.Any(place => place.Span.Contains(use.Syntax.Span)) && !use.Origin.IsTemporary && body.Resolution.WithParts(held, use.Origin).Contains(value)))
        {
            return use.Kind == UseKind.Capture && use.Origin.Symbol is { } captured
                ? use.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText == captured.Name) ?? use.Syntax
                : use.Syntax;
        }

        return start.Given;
    }
}
