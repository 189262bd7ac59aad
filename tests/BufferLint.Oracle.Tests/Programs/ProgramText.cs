// Prints a program: for the engine as it is, for a run with probes beside the statements. The two differ in nothing else,
// and a statement stands on the same line in both.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace BufferLint.Oracle.Programs;

/// <summary>The text of one method.</summary>
internal sealed class ProgramText
{
    private readonly ProgramTree _program;
    private readonly bool _hasProbes;
    private readonly List<string> _lines = [];
    private readonly Dictionary<int, ViewVariable> _declarations = [];

    private readonly string _name;
    private readonly Call? _method;
    private System.Func<Call, Statement, bool>? _isHidden;

    private ProgramText(ProgramTree program, string name, Call? method, bool hasProbes)
    {
        _program = program;
        _name = name;
        _method = method;
        _hasProbes = hasProbes;
    }

    /// <summary>The lines of a method; line 0 is its head.</summary>
    public static IReadOnlyList<string> Of(ProgramTree placed, string name, bool hasProbes)
    {
        var text = new ProgramText(placed, name, null, hasProbes);
        text._lines.Add(text.Head());
        text.Block(placed.Body);
        text._lines.Add("}");
        return text._lines;
    }

    /// <summary>The lines of a method that the program calls, probes on the line of the program's call.</summary>
    public static IReadOnlyList<string> Of(ProgramTree placed, Call method, string name, bool hasProbes, System.Func<Call, Statement, bool>? isHidden = null)
    {
        var text = new ProgramText(method.AsProgram(placed), name, method, hasProbes) { _isHidden = isHidden };
        var signature = new Signature(method, placed, name);
        text._lines.Add(signature.Head(hasProbes) + text.Declarations() + text.Entered());
        text.Block(method.Own);
        text._lines.Add(text.Left(signature.End));
        return text._lines;
    }

    /// <summary>What stands behind the methods of a program: the end of its type, and how it is called from outside.</summary>
    public static IReadOnlyList<string> After(ProgramTree placed, string name, bool hasProbes) => !placed.IsObject ? [] :
    [
        $"}} static void {name}({Parameters(placed, hasProbes, "")}) => new T{name}().Main(world, f0, f1, f2, {string.Join(", ", placed.Family.Parameters)});",
    ];

    private static string Parameters(ProgramTree program, bool hasProbes, string suffix) =>
        $"{(hasProbes ? "Recorder" : "IWorld")} world, bool f0, bool f1, bool f2, {string.Join(", ", (program is { IsFunction: true, IsObject: false } ? program.Family.Owners : program.Family.Parameters).Select(owner => $"{program.Family.OwnerType} {owner}{suffix}"))}";

    /// <summary>What a method's own variables held in an earlier call is gone; what its result variable holds is kept in mind.</summary>
    private string Entered() => !_hasProbes ? "" : string.Concat(_method!.Locals.Select(local => $" world.Drop({Index(local)});")) +
        (_method.Result is { } result ? $" world.Copy({Kept}, {Index(result)}); try {{" : "");

    /// <summary>Where an exception leaves a method, its result is assigned to nothing.</summary>
    private string Left(string end) => _hasProbes && _method!.Result is { } result ? $"{end} catch {{ world.Copy({Index(result)}, {Kept}); throw; }} }}" : end;

    private int Kept => -_method!.Number;

    private string Head()
    {
        var family = _program.Family;
        if (_program.IsObject)
        {
            return $"sealed class T{_name} {{ {family.OwnerType} {string.Join(", ", family.Owners)}; public void Main({Parameters(_program, _hasProbes, "0")}) {{ "
                + string.Concat(family.Owners.Select(owner => $"{owner} = {(owner == family.Local ? family.Parameters[0] : owner)}0; ")) + Declarations();
        }

        var head = $"static void {_name}({Parameters(_program, _hasProbes, "")}) {{";
        if (!_program.IsFunction && family.Local is not null && _program.Body.SelectMany(Variables.OwnersIn).Contains(family.Local))
        {
            head += $" {family.OwnerType} {family.Local} = {family.Parameters[0]};";
        }

        return head + Declarations();
    }

    /// <summary>The variables that are declared at the head; the places of the others are noted.</summary>
    private string Declarations()
    {
        var head = "";
        foreach (var variable in Variables.In(_program.Body).Distinct().Where(variable => _method is null || !_method.Parameters.Contains(variable)).OrderBy(variable => variable.Name, System.StringComparer.Ordinal))
        {
            if (variable.Kind == "ref int" && _method?.Parameters.FirstOrDefault(view => view.Kind == variable.Kind) is { } parameter)
            {
                // May be given what came in by reference, which goes no further out than this one.
                head += $" ref int {variable.Name} = ref {parameter.Name}; {variable.Name} = ref world.Spare;";
            }
            else if (Variables.DeclaredAt(_program.Body, variable) is { } line)
            {
                _declarations.Add(line, variable);
            }
            else
            {
                head += " " + variable.Declaration;
            }
        }

        return head;
    }

    private void Block(ImmutableArray<Statement> block)
    {
        foreach (var statement in block)
        {
            Print(statement);
        }
    }

    private void Print(Statement statement)
    {
        switch (statement)
        {
            case Choose choose:
                Add($"if ({choose.If}) {{");
                Block(choose.Then);
                if (!choose.Else.IsEmpty)
                {
                    Add("} else {");
                    Block(choose.Else);
                }

                Add("}");
                break;
            case Repeat repeat:
                Enclosed(repeat.TestsLast ? "do {" : "while (world.Maybe()) {", repeat.Body, repeat.TestsLast ? "} while (world.Maybe());" : "}");
                break;
            case Count count:
                Enclosed($"for (int i{count.Line} = 0; i{count.Line} < {count.Turns}; i{count.Line}++) {{", count.Body, "}");
                break;
            case Each each:
                var item = $"e{each.Line}";
                var itemIndex = EachIndex(each);
                Enclosed(
                    Probed($"world.Enter({itemIndex}, {Index(each.View)});", $"foreach (ref {(IsReadOnly(each.View) ? "readonly " : "")}var {item} in {each.View.Name}) {{", $"if (world.HasTurnedEnough({itemIndex})) break; world.Use({itemIndex}, {Told(each.Line)}, false, ref {Writable(each.View, item)});"),
                    each.Body,
                    each.WritesItem ? Probed($"world.Use({itemIndex}, {Told(each.EndLine)}, true, ref {Writable(each.View, item)});", IsReadOnly(each.View) ? $"world.Keep({item});" : $"{item} = 1;", "") + " }" : "}");
                break;
            case Guard guard:
                Add("try {");
                Block(guard.Body);
                Add(guard.IsFinally ? "} finally {" : "} catch (Exception) {");
                Block(guard.Handler);
                Add("}");
                break;
            default:
                var code = (_declarations.TryGetValue(statement.Line, out var declared) ? declared.Kind + " " : "") + Code(statement);
                Add(_isHidden?.Invoke(_method!, statement) == true ? $"{declared?.Declaration};" : Probed(Before(statement), code, After(statement)));
                break;
        }
    }

    private void Enclosed(string head, ImmutableArray<Statement> body, string end)
    {
        Add(head);
        Block(body);
        Add(end);
    }

    private void Add(string line) => _lines.Add(line);

    private string Probed(string before, string code, string after) => _hasProbes ? $"{before} {code} {after}".Trim() : code;

    private string Code(Statement statement) => statement switch
    {
        Take take => Filled(take.How.Text, take.View.Name, take.Owner),
        TakeEither take => Filled(take.How.Text, take.View.Name, Either(take)),
        Derive derive => Filled(derive.How.Text, derive.To.Name, derive.From.Name),
        Drop { View.Kind: "ref int" } drop => $"{drop.View.Name} = ref Unsafe.NullRef<int>();",
        Drop drop => $"{drop.View.Name} = default;",
        Use use => Filled(use.How.Text, use.View.Name),
        Operate operate => Filled(operate.What.Text, operate.Owner),
        Rename rename => $"{rename.To} = {rename.From};",
        RenameEither rename => $"{rename.To} = {rename.If} ? {rename.First} : {rename.Second};",
        Swap swap => $"({swap.First}, {swap.Second}) = ({swap.Second}, {swap.First});",
        Make make => Filled(make.How.Text, make.Owner),
        SetFlag flag => $"{flag.Flag} = {(flag.Value is { } value ? (value ? "true" : "false") : "world.Maybe()")};",
        Leave { How: Completion.Throw } => "throw new InvalidOperationException();",
        Leave leave => leave.How.ToString().ToLowerInvariant() + ";",
        Call call => new Signature(call, _program, _name).Call(),
        _ => "world.Check();",
    };

    private string Before(Statement statement) => statement switch
    {
        Derive { How.Touch: not Touch.Nothing } derive => Probe(derive.From, derive.Line, derive.How.Touch),
        Use { How.Touch: not Touch.Nothing } use => Probe(use.View, use.Line, use.How.Touch),
        Operate operate => $"world.Before({operate.Owner});",
        Take { How.Before: not null } take => $"world.Before({take.Owner});",
        _ => "",
    };

    private string After(Statement statement) => statement switch
    {
        Take take => (take.How.Before is null ? "" : $"world.After({Told(take.Line)}, {take.Owner}); ") + $"world.Take({Index(take.View)}, {Told(take.Line)}, {take.Owner}, {take.How.Key ?? 0});",
        TakeEither take => $"world.Take({Index(take.View)}, {Told(take.Line)}, {Either(take)}, {take.How.Key ?? 0});",
        Derive derive => $"world.Copy({Index(derive.To)}, {Index(derive.From)});",
        Drop drop => $"world.Drop({Index(drop.View)});",
        Operate operate => $"world.After({Told(operate.Line)}, {operate.Owner}{(operate.What.Writes ? ", writes: true" : "")});",
        _ => "",
    };

    /// <summary>The line as the program sees it.</summary>
    private int Told(int line) => _method?.Line ?? line;

    private static string Either(TakeEither take) => $"({take.If} ? {take.First} : {take.Second})";

    private string Probe(ViewVariable view, int line, Touch touch) => $"world.Use({Index(view)}, {Told(line)}, {(touch == Touch.Elements ? "true" : "false")}, {view.Argument});";

    private int Index(ViewVariable view) => _program.Family.Views.IndexOf(view);

    private int EachIndex(Each each) => _program.Family.Views.Length + each.Line + 1000 * (_method?.Number ?? 0);

    private static bool IsReadOnly(ViewVariable view) => view.Kind.StartsWith("ReadOnly", System.StringComparison.Ordinal);

    private static string Writable(ViewVariable view, string item) => IsReadOnly(view) ? $"Unsafe.AsRef(in {item})" : item;

    private static string Filled(string text, params string[] names) => string.Format(CultureInfo.InvariantCulture, text, names);
}
