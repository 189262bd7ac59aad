// How a method is declared and called: parameters have the names of what is given for them.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Oracle.Programs;

/// <summary>The text of a method's head, its end, and its call.</summary>
/// <param name="Method">The method, by its one call.</param>
/// <param name="Program">The program it belongs to.</param>
/// <param name="Caller">The name of the method that calls it, or its own.</param>
internal sealed record Signature(Call Method, ProgramTree Program, string Caller)
{
    private const string Left = "left";

    /// <summary>How often a method that calls itself does.</summary>
    private const int Depth = 2;

    /// <summary>Methods are numbered by program.</summary>
    private string Name => $"{Caller.Split('_')[0]}_{Method.Number}";

    private string Type => Method.Result?.Kind ?? "void";

    /// <summary>What is returned is a reference that has to be asked for.</summary>
    private string Reference => Method.Result?.Kind.StartsWith("ref ", System.StringComparison.Ordinal) == true ? "ref " : "";

    private string Static => Program.IsObject ? "" : "static ";

    /// <summary>The end of the method.</summary>
    public string End => Method.Result is { } result ? $"return {Reference}{result.Name}; }}" : "}";

    /// <summary>The head of the method, up to its body.</summary>
    public string Head(bool hasProbes)
    {
        var head = $"{Static}{Type} {Name}({Parameters(hasProbes)}) {{";
        return Method.Descent switch
        {
            Descent.Self => $"{head} if ({Left} > 0) {{ {Handed(Arguments(Name, Left + " - 1"))} }}",
            Descent.Mutual => $"{Static}{Type} {Name}Again({Parameters(hasProbes)}) {{ {Handed(Arguments(Name, Left + " - 1"))} }} {head} if ({Left} > 0) {{ {Handed(Arguments(Name + "Again", Left))} }}",
            _ => head,
        };
    }

    /// <summary>The statement that calls it.</summary>
    public string Call() => (Method.Result is { } result ? $"{result.Name} = {Reference}" : "") + Arguments(Name, Depth.ToString(System.Globalization.CultureInfo.InvariantCulture)) + ";";

    private string Handed(string call) => Method.Result is null ? call + "; return;" : $"return {Reference}{call};";

    private string Arguments(string name, string left) =>
        $"{name}({string.Join(", ", Variables().Select(variable => variable.Passing + variable.Name).Prepend("world").Concat(Method.Descent == Descent.None ? [] : [left]))})";

    private string Parameters(bool hasProbes) => string.Join(", ", Variables().Select(variable => $"{(variable.IsScoped ? "scoped " : "")}{variable.Passing}{variable.Type} {variable.Name}")
        .Prepend(hasProbes ? "Recorder world" : "IWorld world").Concat(Method.Descent == Descent.None ? [] : ["int " + Left]));

    private IEnumerable<(bool IsScoped, string Passing, string Type, string Name)> Variables()
    {
        var set = Programs.Variables.FlagsSetIn(Method.Body).ToImmutableHashSet();
        var assigned = Programs.Variables.OwnersAssignedIn(Method.Body).ToImmutableHashSet();
        var given = Method.Given;
        return Programs.Variables.FlagsIn(Method.Body).Distinct().Order().Select(flag => Variable(set.Contains(flag), "bool", flag))
            .Concat(Method.Body.SelectMany(Programs.Variables.OwnersIn).Where(_ => !Program.IsObject).Distinct().Order().Select(owner => Variable(assigned.Contains(owner), Program.Family.OwnerType, owner)))
            .Concat(Method.Parameters.Select(view => view.Kind.Split(' ') is ["ref", var of] ? (Method.Result is not null && Reference.Length == 0, "ref ", of, view.Name) : Variable(given.Contains(view), view.Kind, view.Name)));
    }

    /// <summary>Where a view is returned, the compiler must not take it to be a reference to one of the variables.</summary>
    private (bool IsScoped, string Passing, string Type, string Name) Variable(bool isByReference, string type, string name) =>
        (isByReference && Method.Result is not null, isByReference ? "ref " : "", type, name);
}
