// The texts of a project's sources, compared with those a test expects.
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BufferLint.Testing;

/// <summary>The sources of a project by path, with line endings made alike.</summary>
internal sealed record ProjectText(ImmutableSortedDictionary<string, string> Files)
{
    internal static ProjectText Of(ParsedState state) => new(state.Sources.ToImmutableSortedDictionary(
        static file => file.Path,
        static file => file.Text,
        StringComparer.Ordinal));

    internal static async Task<ProjectText> OfAsync(Project project, CancellationToken cancellationToken)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var document in project.Documents)
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            files.Add(document.FilePath ?? document.Name, LineEndings.Normalize(text.ToString()));
        }

        return new ProjectText(files.ToImmutable());
    }

    internal bool IsSameAs(ProjectText other) => Files.SequenceEqual(other.Files);

    /// <summary>Fails with a line diff of every file that is not as expected.</summary>
    internal void Verify(string stage, ProjectText actual)
    {
        if (IsSameAs(actual))
        {
            return;
        }

        var report = new StringBuilder().Append("The text ").Append(stage).Append(" is not the expected one (- expected, + found).\n");
        foreach (var path in Files.Keys.Union(actual.Files.Keys).Order(StringComparer.Ordinal))
        {
            var (wanted, found) = (Files.GetValueOrDefault(path), actual.Files.GetValueOrDefault(path));
            if (wanted != found)
            {
                report.Append('\n').Append(path)
                    .Append(wanted is null ? " is not expected" : found is null ? " is missing" : "").Append(":\n")
                    .Append(LineDiff.Between(wanted ?? "", found ?? ""));
            }
        }

        Assert.Fail(report.ToString());
    }
}
