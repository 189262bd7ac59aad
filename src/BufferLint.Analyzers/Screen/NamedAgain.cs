// Names that were given to a member which releases: a body in which one of them stands again may use what is gone.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Looks for names behind the calls that got them, in the order of the source.</summary>
internal struct NamedAgain
{
    private Dictionary<string, int>? _given;
    private Dictionary<string, string>? _aliases;
    private Dictionary<SyntaxNode, Dictionary<string, int>>? _inLoops;

    /// <summary>Whether a name was given to a call that ends before it.</summary>
    public readonly bool Has(SyntaxToken name) => _given is not null && _given.TryGetValue(name.ValueText, out var end) && name.SpanStart > end && name.Parent is IdentifierNameSyntax;

    /// <summary>Takes note of a variable that is another name: <c>var items = _items;</c>.</summary>
    public void Alias(string variable, SimpleNameSyntax named) => (_aliases ??= new Dictionary<string, string>())[variable] = named.Identifier.ValueText;

    /// <summary>Takes note of a call of a member that releases.</summary>
    /// <param name="callee">Its name.</param>
    /// <param name="own">The fields of its own object that it releases.</param>
    /// <returns>Whether a loop around it names what is given elsewhere too.</returns>
    public bool Note(SyntaxToken callee, ImmutableArray<string> own)
    {
        if (CallOf(callee) is not { } call)
        {
            return false;
        }

        var given = Given(call);
        given.UnionWith(own);
        given.UnionWith(given.Select(AliasOf).OfType<string>().ToArray());
        if (given.Count == 0)
        {
            return false;
        }

        foreach (var name in given)
        {
            _given ??= new Dictionary<string, int>();
            if (!_given.ContainsKey(name))
            {
                _given.Add(name, call.Span.End);
            }
        }

        var loop = call.Ancestors().TakeWhile(static around => around is not MemberDeclarationSyntax).FirstOrDefault(static around => around is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        return loop is not null && IsNamedBeside(call, loop, given);
    }

    /// <summary>Whether one of some names stands in a loop outside a call in it. The names of a loop are counted once, however many calls are in it.</summary>
    private bool IsNamedBeside(InvocationExpressionSyntax call, SyntaxNode loop, HashSet<string> given)
    {
        _inLoops ??= new Dictionary<SyntaxNode, Dictionary<string, int>>();
        if (!_inLoops.TryGetValue(loop, out var inLoop))
        {
            _inLoops.Add(loop, inLoop = CountNames(loop));
        }

        var inCall = default(Dictionary<string, int>);
        foreach (var name in given)
        {
            if (inLoop.TryGetValue(name, out var all) && all > ((inCall ??= CountNames(call)).TryGetValue(name, out var own) ? own : 0))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, int> CountNames(SyntaxNode code)
    {
        var counts = new Dictionary<string, int>();
        foreach (var name in code.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            counts[name.Identifier.ValueText] = counts.TryGetValue(name.Identifier.ValueText, out var count) ? count + 1 : 1;
        }

        return counts;
    }

    private readonly string? AliasOf(string name) => _aliases is not null && _aliases.TryGetValue(name, out var named) ? named : null;

    private static InvocationExpressionSyntax? CallOf(SyntaxToken callee) => callee.Parent switch
    {
        SimpleNameSyntax { Parent: InvocationExpressionSyntax call } => call,
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name when access.Name == name => call,
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax call } } => call,
        _ => null,
    };

    /// <summary>The names in the arguments; without any, what an extension is called on.</summary>
    private static HashSet<string> Given(InvocationExpressionSyntax call)
    {
        SyntaxNode? within = call.ArgumentList.Arguments.Count > 0 ? call.ArgumentList : (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        return new HashSet<string>(within?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText) ?? Enumerable.Empty<string>());
    }
}
