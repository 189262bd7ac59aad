// Names that were given to a member which releases: a body in which one of them stands again may use what is gone.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Looks for names behind the calls that got them, in the order of the source.</summary>
internal struct NamedAgain
{
    private Dictionary<string, int>? _given;
    private Dictionary<string, string>? _aliases;
    private Dictionary<SyntaxNode, Dictionary<string, int>>? _inLoops;

    /// <summary>Whether a name was given to a call that ends before it. What only gets something new is not used by that, unless code of that name gives something back.</summary>
    /// <param name="name">The name.</param>
    /// <param name="releases">Whether a member of that name may release.</param>
    public readonly bool Has(SyntaxToken name, bool releases) =>
        _given is not null && _given.TryGetValue(name.ValueText, out var end) && name.SpanStart > end && name.Parent is IdentifierNameSyntax named && (releases || !IsOnlySet(named));

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
        if (given.Count == 0)
        {
            return false;
        }

        if (_aliases is not null)
        {
            given.UnionWith(given.Select(AliasOf).OfType<string>().ToArray());
        }

        _given ??= new Dictionary<string, int>();
        foreach (var name in given)
        {
            if (!_given.ContainsKey(name))
            {
                _given.Add(name, call.Span.End);
            }
        }

        return LoopAround(call) is { } loop && IsNamedBeside(call, loop, given);
    }

    private static SyntaxNode? LoopAround(SyntaxNode call)
    {
        for (var around = call.Parent; around is not null and not MemberDeclarationSyntax; around = around.Parent)
        {
            if (around is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            {
                return around;
            }
        }

        return null;
    }

    private static bool IsOnlySet(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax, Left: var target } => target == name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax, Left: var target } } access => target == access,
        _ => false,
    };

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
        var given = new HashSet<string>();
        if ((call.ArgumentList.Arguments.Count > 0 ? call.ArgumentList : (SyntaxNode?)(call.Expression as MemberAccessExpressionSyntax)?.Expression) is { } within)
        {
            foreach (var node in within.DescendantNodesAndSelf(MayBeGivenIn))
            {
                if (node is IdentifierNameSyntax name)
                {
                    given.Add(name.Identifier.ValueText);
                }
            }
        }

        return given;
    }

    /// <summary>
    /// Whether what stands in a part of an argument may be given with it: not what is only asked for an answer, not types, and
    /// not what a function names that is handed over. Calls within each of these are taken note of by themselves.
    /// </summary>
    private static bool MayBeGivenIn(SyntaxNode part) => part switch
    {
        AnonymousFunctionExpressionSyntax or IsPatternExpressionSyntax or TypeArgumentListSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or SizeOfExpressionSyntax => false,
        BinaryExpressionSyntax { OperatorToken: var operation } => operation.IsKind(SyntaxKind.QuestionQuestionToken) || operation.IsKind(SyntaxKind.AsKeyword) || !Mentions.OnlyAsks(operation.Kind()),
        PrefixUnaryExpressionSyntax { OperatorToken: var operation } => !Mentions.OnlyAsks(operation.Kind()),
        ExpressionSyntax { Parent: ConditionalExpressionSyntax { Condition: var condition } } => condition != part,
        _ => true,
    };
}
