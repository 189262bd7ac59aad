// Asks the engine about single paths, each written down as straight code: no joins, no loops, no flags. What it says there
// it says for other reasons than that paths meet.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BufferLint.Oracle.Paths;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Comparison;

internal sealed class StraightCode
{
    private const int MaxPaths = 24;

    private readonly List<Question> _questions = [];

    /// <summary>The engine must not report a finding on any path, or it is no matter of joins.</summary>
    public void ExpectNowhere(Result result, EngineFinding finding) =>
        Add(result, finding.Taken, [finding.Broken], Approximation.StatesJoined, $"reported, but not due: {finding}", [.. PathOracle.Paths(result.Program, Reading.Exact with { IgnoresCounts = true })
            .Take(2000)
            .Where(path => Passes(path.Trace, finding.Taken) && Passes(path.Trace, finding.Broken))]);

    /// <summary>The engine must report a due finding on one of its paths, or a shift that stands for it; then it is silent elsewhere by an approximation.</summary>
    public void ExpectSomewhere(Result result, Due due, IEnumerable<int> shifts, Path[] paths, Approximation excuse) =>
        Add(result, due.Taken, [due.Broken, .. shifts], excuse, $"due, but not reported: {due}", paths);

    /// <summary>Asks all questions at once.</summary>
    public async Task SettleAsync()
    {
        var texts = _questions.SelectMany(question => question.Paths.Select(path => (question, path))).ToImmutableArray();
        var answers = texts.IsEmpty ? [] : await new Batch([.. texts.Select(text => (text.question.Result.Program with { Body = text.path, IsObject = false }).Placed())]).AnalyzeAsync().ConfigureAwait(false);
        foreach (var (question, reported) in texts.Zip(answers, (text, findings) => (text.question, findings.Any(finding => IsMeant(text.question, text.path, finding)))))
        {
            question.IsReported |= reported;
        }

        foreach (var question in _questions)
        {
            if (question.IsReported == (question.Excuse != Approximation.StatesJoined))
            {
                question.Result.Count(question.Excuse);
            }
            else
            {
                question.Result.Faults.Add(question.Fault);
            }
        }
    }

    private void Add(Result result, int taken, ImmutableHashSet<int> broken, Approximation excuse, string fault, Path[] paths) =>
        _questions.Add(new Question(result, taken, broken, excuse, fault, [.. paths.Select(path => path.Trace).DistinctBy(trace => string.Join(' ', trace.Select(statement => statement.Line))).OrderBy(trace => trace.Length).Take(MaxPaths)]));

    private static bool Passes(ImmutableArray<Statement> trace, int line) => trace.Any(statement => statement.Line == line);

    /// <summary>Line n of straight code is the statement n - 1 of the path.</summary>
    private static bool IsMeant(Question question, ImmutableArray<Statement> path, EngineFinding finding) =>
        question.Broken.Contains(path[finding.Broken - 1].Line) && path[finding.Taken - 1].Line == question.Taken;

    private sealed record Question(Result Result, int Taken, ImmutableHashSet<int> Broken, Approximation Excuse, string Fault, ImmutableArray<ImmutableArray<Statement>> Paths)
    {
        public bool IsReported { get; set; }
    }
}
