// A test state after its markup was read: plain files, and expectations at resolved places.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Testing;

internal sealed class ParsedState
{
    private readonly Dictionary<int, SourcePlace> keys = [];
    private readonly SolutionState state;

    private ParsedState(SolutionState state) => this.state = state;

    internal ImmutableArray<(string Path, string Text)> Sources { get; private set; }

    internal ImmutableArray<(string Path, string Text)> AdditionalFiles { get; private set; }

    internal SolutionState State => state;

    internal ImmutableArray<ExpectedDiagnostic> Expected { get; private set; }

    /// <summary>Reads the markup of a state; <paramref name="explicitResults"/> stand beside what the markup expects.</summary>
    internal static ParsedState Parse(SolutionState state, IEnumerable<DiagnosticResult> explicitResults, Func<string> defaultId)
    {
        var parsed = new ParsedState(state);
        var marked = new List<ExpectedDiagnostic>();
        parsed.Sources = parsed.Strip(state.Sources, marked, defaultId);
        parsed.AdditionalFiles = parsed.Strip(state.AdditionalFiles, marked, defaultId);
        parsed.Expected = [.. explicitResults.Select(parsed.Resolve), .. marked];
        return parsed;
    }

    /// <summary>A state whose sources are taken as they are.</summary>
    internal static ParsedState Plain(SolutionState state) => new(state)
    {
        Sources = [.. state.Sources.Select(static file => (file.FileName, LineEndings.Normalize(file.Content)))],
        AdditionalFiles = [],
        Expected = [],
    };

    internal bool HasSameSources(ParsedState other) => Sources.SequenceEqual(other.Sources);

    /// <summary>The same files with further expectations, as for a fixed state that repeats the state before it.</summary>
    internal ParsedState WithExpected(ImmutableArray<ExpectedDiagnostic> expected) =>
        new(state) { Sources = Sources, AdditionalFiles = AdditionalFiles, Expected = expected };

    private ImmutableArray<(string Path, string Text)> Strip(SourceFileList files, List<ExpectedDiagnostic> marked, Func<string> defaultId)
    {
        var stripped = ImmutableArray.CreateBuilder<(string Path, string Text)>(files.Count);
        foreach (var (path, content) in files)
        {
            var parsed = MarkupText.Parse(content);
            var lines = SourceText.From(parsed.Text).Lines;
            stripped.Add((path, parsed.Text));
            foreach (var span in parsed.Spans)
            {
                var range = lines.GetLinePositionSpan(span.Span);
                var place = new SourcePlace(path, range.Start, range.End);
                if (span.Key is not { } key)
                {
                    marked.Add(ExpectedDiagnostic.FromMarkup(span.Label ?? defaultId(), place));
                }
                else if (!keys.TryAdd(key, place))
                {
                    throw new FormatException($"The markup key #{key} is used twice.");
                }
            }
        }

        return stripped.DrainToImmutable();
    }

    private ExpectedDiagnostic Resolve(DiagnosticResult result) => new(
        result,
        result.Locations.Select(Resolve).ToImmutableArray(),
        IsMarkup: false);

    private SourcePlace Resolve(DiagnosticLocation location)
    {
        if (location.MarkupKey is { } key)
        {
            return keys.TryGetValue(key, out var place)
                ? place
                : throw new FormatException($"No markup {{|#{key}:…|}} stands in the sources.");
        }

        var path = location.Path ?? (state.Sources.Count > 0 ? state.Sources[0].FileName : SourceFileList.FirstPath);
        return new SourcePlace(path, location.Start, location.End);
    }
}
