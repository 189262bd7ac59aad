// Solved members as text: stable, one thing a line, facts beside their source.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BufferLint.Checks;
using BufferLint.Facts;
using BufferLint.Graph;
using BufferLint.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Dev.Dump;

/// <summary>Prints members; <see cref="NodeDump"/> prints what is in each node.</summary>
internal static class MemberDump
{
    public static string Print(IEnumerable<SolvedMember> members)
    {
        var text = new StringBuilder();
        foreach (var member in members)
        {
            foreach (var body in member.Bodies)
            {
                text.Append(text.Length == 0 ? string.Empty : "\n");
                text.Append("== ").Append(Name(member.Member, body)).Append('\n');
                if (body == member.Bodies[0] && !member.Summary.IsUnknown)
                {
                    foreach (var line in SummaryPrinter.Print(member.Summary))
                    {
                        text.Append("   summary: ").Append(line).Append('\n');
                    }
                }

                Print(body, text);
            }
        }

        return text.ToString();
    }

    private static void Print(SolvedBody body, StringBuilder text)
    {
        var nodes = NodeDump.Of(body);
        foreach (var node in body.Graph.Nodes)
        {
            text.Append(NodeNames.Print(node)).Append(NodeNames.Ways(node, body.Facts)).Append('\n');
            foreach (var line in nodes.Lines(node))
            {
                text.Append(line).Append('\n');
            }
        }

        foreach (var finding in Findings(body))
        {
            text.Append(finding).Append('\n');
        }
    }

    /// <summary>The findings of all rules in one body.</summary>
    public static IEnumerable<string> Findings(SolvedBody body)
    {
        var findings = new List<Finding>();
        foreach (var check in CheckTable.All)
        {
            check.Run(body, findings.Add);
        }

        foreach (var diagnostic in MostSpecific.Of(findings).Select(FindingReporter.ToDiagnostic))
        {
            var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
            yield return $"!! line {line}: {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        }
    }

    private static string Name(ISymbol member, SolvedBody body)
    {
        var name = member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        return body.Graph.Source.OriginalOperation switch
        {
            ILocalFunctionOperation function => $"{name}, local function {function.Symbol.Name}",
            IAnonymousFunctionOperation lambda => $"{name}, lambda at line {lambda.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1}",
            _ => name,
        };
    }
}
