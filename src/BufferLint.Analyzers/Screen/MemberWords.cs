// What each member of a tree says by its words alone: whom it may call, whether it hands out a view, whether it may
// replace storage. Kept by Roslyn for as long as the tree lives, so that an edit of one file rereads that file only.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Screen;

/// <summary>What a member is, as far as that says how its name stands where it is called.</summary>
internal enum MemberKind
{
    /// <summary>A property, an indexer or an event.</summary>
    Property,
    Method,
    Constructor,
    Operator,
    Conversion,
}

/// <summary>The words of one member that has code.</summary>
/// <param name="Name">What it is called by; a type's name for its constructors, <see cref="MemberWords.Indexer"/> for indexers.</param>
/// <param name="Result">The names in the types of what it hands out; <c>ref</c>, <c>type*</c> and <c>array</c> stand for references, pointers and arrays.</param>
/// <param name="Words">Every name in its code, each once.</param>
/// <param name="Assigns">Whether it assigns anything but its own new variables.</param>
/// <param name="MakesArrays">Whether it makes new storage.</param>
/// <param name="IsName">Whether it only gives what some name stands for, so that its result is that under another name.</param>
internal sealed record MemberWords(string Name, ImmutableArray<string> Result, ImmutableArray<string> Words, bool Assigns, bool MakesArrays, bool IsName)
{
    /// <summary>Those of <see cref="Words"/> whose code may run there: no names of types that are only mentioned, no comparisons, no release of what is the member's own.</summary>
    public ImmutableArray<CallShape> Run { get; init; } = ImmutableArray<CallShape>.Empty;

    /// <summary>The types that it stands in.</summary>
    public EnclosingTypes Within { get; init; } = EnclosingTypes.None;

    /// <summary>How many arguments a call of it may have.</summary>
    public ArgumentCounts Takes { get; init; } = ArgumentCounts.Any;

    /// <summary>Whether it can be called on an object of another type as if it were a member of that.</summary>
    public bool IsExtension { get; init; }

    /// <summary>Whether it is called without an object.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Every name in its code as it stands there.</summary>
    public ImmutableArray<CallShape> Mentioned { get; init; } = ImmutableArray<CallShape>.Empty;

    /// <summary>What it is.</summary>
    public MemberKind Kind { get; init; }

    /// <summary>Whether it is called where no member is named: a constructor, an operator or a conversion. None of these gives back what is somebody else's.</summary>
    public bool IsUnnamed => Kind is MemberKind.Constructor or MemberKind.Operator or MemberKind.Conversion;

    /// <summary>Whether it is given an address, an array or a view that outlives the call, and so may keep it.</summary>
    public bool TakesStorage { get; init; }

    /// <summary>Whether it is given a task, and so may wait for it, or leave it running.</summary>
    public bool TakesTask { get; init; }

    /// <summary>Whether it may begin work and leave it running.</summary>
    public bool StartsWork { get; init; }

    /// <summary>The names that it gives to a release without assigning them, apart from its own parameters and variables.</summary>
    public ImmutableArray<string> Released { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The names of members that are called on objects made there.</summary>
    public ImmutableArray<string> OnNewObjects { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether it makes writable what may only be read, a text or by one of the members that do so.</summary>
    public bool CastsReadOnlyAway { get; init; }

    /// <summary>Whether it may write through one of its parameters.</summary>
    public bool WritesGiven { get; init; }

    /// <summary>Whether it may make an array of a known size for its caller.</summary>
    public bool GivesSize { get; init; }

    /// <summary>Whether it may need something of a known size of its caller.</summary>
    public bool NeedsSize { get; init; }

    /// <summary>Whether it is native code that writes a text that it is given.</summary>
    public bool WritesText { get; init; }

    public const string Indexer = "[]";
    public const string IndexerSet = "[]=";
    public const string Reference = "ref";
    public const string Pointer = "type*";
    public const string Array = "array";

    /// <summary>What a <c>using</c> calls without naming it.</summary>
    public static readonly ImmutableArray<string> CalledByUsing = ImmutableArray.Create("Dispose", "DisposeAsync");

    /// <summary>What a <c>foreach</c> calls without naming it.</summary>
    public static readonly ImmutableArray<string> CalledByForEach = ImmutableArray.Create("GetEnumerator", "MoveNext", "Current");

    private static readonly HashSet<string> Allocations =
    [
        "Rent", "AllocateUninitializedArray", "AllocateArray", "Alloc", "AllocZeroed", "AlignedAlloc", "AllocHGlobal", "Clone", "ToArray", "CreateInstance",
    ];

    /// <summary>Lets Roslyn keep one answer per tree.</summary>
    public static readonly SyntaxTreeValueProvider<TreeWords> PerTree = new(static tree => TreeWords.Of(tree, CancellationToken.None));

    /// <summary>Whether it may give a variable of its caller's what another one holds.</summary>
    public bool MayExchange { get; init; }

    /// <summary>Whether it takes something back into a pool written by hand.</summary>
    public bool PutsBack { get; init; }

    /// <summary>The name under which the words of a method are kept.</summary>
    public static string NameOf(IMethodSymbol method) => method switch
    {
        { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => Indexer,
        { AssociatedSymbol: { } member } => member.Name,
        { MethodKind: MethodKind.Constructor } => method.ContainingType.Name,
        { ExplicitInterfaceImplementations: [var implemented, ..] } => NameOf(implemented),
        _ => method.Name,
    };

    /// <summary>The name under which the words of a conversion to a type are kept: code that converts mostly names the type.</summary>
    public static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        PredefinedTypeSyntax name => name.Keyword.ValueText,
        ArrayTypeSyntax => Array,
        _ => Pointer,
    };

    /// <summary>Reads one member.</summary>
    /// <param name="name">What it is called by.</param>
    /// <param name="result">The types of what it hands out.</param>
    /// <param name="code">Its code.</param>
    public static MemberWords Of(string name, IEnumerable<TypeSyntax?> result, SyntaxNode code)
    {
        var made = new HashSet<string>();
        var onMade = new HashSet<string>();
        var words = new HashSet<string>();
        var run = new HashSet<CallShape>();
        var mentioned = new HashSet<CallShape>();
        var own = default(LocalLeases);
        var values = default(HashSet<string>);
        var types = result.SelectMany(Names).ToImmutableArray();
        bool assigns = false, makesArrays = false, startsWork = false, casts = false, makesOfContext = false;
        foreach (var node in code.DescendantNodes())
        {
            if (ValueNames.DeclaredIn(node) is { ValueText: { } value } && ValueNames.IsTypical(value))
            {
                (values ??= new HashSet<string>()).Add(value);
            }

            switch (node)
            {
                case SimpleNameSyntax { Identifier.ValueText: var word } simple:
                    if (simple.Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var receiver } } access || access.Name != simple || !made.Contains(receiver))
                    {
                        words.Add(word);
                        var shape = CallShape.Of(simple);
                        mentioned.Add(shape);
                        if (!run.Contains(shape) && shape.Arguments != CallShape.OnlyType && !(NameGate.Releasing.Contains(word) && (own ??= new LocalLeases(code)).AreAllThatIsGivenTo(simple)))
                        {
                            run.Add(shape);
                        }
                    }
                    else
                    {
                        onMade.Add(word);
                    }

                    makesArrays |= Allocations.Contains(word);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } } local:
                    made.Add(local.Identifier.ValueText);
                    break;
                case InvocationExpressionSyntax call:
                    startsWork |= Starting.MayLeaveRunning(call, types);
                    break;
                case ImplicitObjectCreationExpressionSyntax:
                    words.UnionWith(types);
                    run.UnionWith(types.Select(CallShape.OfName));
                    makesOfContext = true;
                    break;
                case ElementAccessExpressionSyntax element:
                    words.Add(Indexer);
                    run.Add(CallShape.OfName(Indexer));
                    if (element.Parent is PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax || (element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element))
                    {
                        words.Add(IndexerSet);
                        run.Add(CallShape.OfName(IndexerSet));
                    }

                    break;
                case FixedStatementSyntax { Declaration.Type: PointerTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.CharKeyword } } }:
                    casts = true;
                    break;
                case UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }:
                    words.UnionWith(CalledByUsing);
                    run.UnionWith(Mentions.DisposesOfGiven(node) ? CalledByUsing.Select(CallShape.OfName) : Enumerable.Empty<CallShape>());
                    break;
                case CommonForEachStatementSyntax:
                    words.UnionWith(CalledByForEach);
                    run.UnionWith(CalledByForEach.Select(CallShape.OfName));
                    break;
                case BinaryExpressionSyntax { OperatorToken: var token }:
                    words.Add(token.ValueText);
                    if (!Mentions.OnlyAsks(token.Kind()))
                    {
                        run.Add(CallShape.OfName(token.ValueText));
                    }

                    break;
                case PrefixUnaryExpressionSyntax { OperatorToken: var token }:
                    words.Add(token.ValueText);
                    if (!Mentions.OnlyAsks(token.Kind()))
                    {
                        run.Add(CallShape.OfName(token.ValueText));
                    }

                    break;
                case PostfixUnaryExpressionSyntax { OperatorToken: var token }:
                    words.Add(token.ValueText);
                    run.Add(CallShape.OfName(token.ValueText));
                    break;
                case CastExpressionSyntax { Type: PredefinedTypeSyntax type }:
                    words.Add(type.Keyword.ValueText);
                    run.Add(CallShape.OfName(type.Keyword.ValueText));
                    break;
                case ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax:
                    makesArrays = true;
                    break;
                case AssignmentExpressionSyntax compound when !compound.IsKind(SyntaxKind.SimpleAssignmentExpression):
                    words.UnionWith(CalledBy(compound));
                    run.UnionWith(CalledBy(compound).Select(CallShape.OfName));
                    assigns = true;
                    break;
                case AssignmentExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }:
                    assigns = true;
                    break;
            }
        }

        // What is called without being named is named by its words; what is made of a type that is not named there, may be of any that is.
        var shaped = new HashSet<string>(mentioned.Select(static mention => mention.Name));
        mentioned.UnionWith(words.Where(word => makesOfContext || !shaped.Contains(word)).Select(CallShape.OfName));
        if (values is not null)
        {
            run = new HashSet<CallShape>(run.Select(OfAnyValue));
            mentioned = new HashSet<CallShape>(mentioned.Select(OfAnyValue));
        }

        var member = new MemberWords(name, types, words.ToImmutableArray(), assigns, makesArrays, IsOnlyAName(code)) { Run = run.ToImmutableArray(), Mentioned = mentioned.ToImmutableArray(), OnNewObjects = onMade.ToImmutableArray(), StartsWork = startsWork };
        return casts || ReadOnlyScreen.IsCaster(member) || words.Contains("TryGetArray") ? member with { CastsReadOnlyAway = true } : member;

        CallShape OfAnyValue(CallShape call) => call.Owner is { } owner && values.Contains(owner) ? call.OfAnyOwner() : call;
    }

    /// <summary>The operators that a compound assignment calls: its own, or the one it is made of.</summary>
    public static ImmutableArray<string> CalledBy(AssignmentExpressionSyntax compound) =>
        ImmutableArray.Create(compound.OperatorToken.ValueText, compound.OperatorToken.ValueText.TrimEnd('='));

    /// <summary>Whether an address, an array or a view that outlives the call comes in by a parameter.</summary>
    public static bool IsStorage(ParameterSyntax parameter) => Names(parameter.Type).Any(static name => name is Pointer or Array or "IntPtr" or "nint" or "Memory" or "ReadOnlyMemory" or "ArraySegment" or "ReadOnlySequence" or "IMemoryOwner");

    /// <summary>Whether a task comes in by a parameter.</summary>
    public static bool IsTask(ParameterSyntax parameter) => parameter.Type switch
    {
        QualifiedNameSyntax { Right.Identifier.ValueText: "Task" or "ValueTask" } or SimpleNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } => true,
        _ => false,
    };

    /// <summary>Whether what comes in by a parameter may be written.</summary>
    public static bool IsWritable(ParameterSyntax parameter) =>
        parameter.Modifiers.Any(SyntaxKind.RefKeyword) || Names(parameter.Type).Any(static name => name is Pointer or Array or "Span" or "Memory" or "ArraySegment" or "IntPtr" or "nint");

    private static bool IsOnlyAName(SyntaxNode code)
    {
        var result = code switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            BlockSyntax { Statements: [ReturnStatementSyntax { Expression: { } returned }] } => returned,
            AccessorListSyntax { Accessors: [{ ExpressionBody: { } arrow }, ..] } => arrow.Expression,
            AccessorListSyntax { Accessors: [{ Body.Statements: [ReturnStatementSyntax { Expression: { } returned }] }, ..] } => returned,
            _ => null,
        };
        return result?.DescendantNodesAndSelf().All(static part => part is SimpleNameSyntax or RefExpressionSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or ConditionalExpressionSyntax) == true;
    }

    private static IEnumerable<string> Names(TypeSyntax? type) => type is null ? Enumerable.Empty<string>() : type.DescendantNodesAndSelf().Select(static part => part switch
    {
        RefTypeSyntax => Reference,
        PointerTypeSyntax => Pointer,
        ArrayTypeSyntax => Array,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    }).OfType<string>();
}
