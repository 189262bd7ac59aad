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

/// <summary>The words of one member that has code.</summary>
/// <param name="Name">What it is called by; a type's name for its constructors, <see cref="MemberWords.Indexer"/> for indexers.</param>
/// <param name="Result">The names in the types of what it hands out; <c>ref</c>, <c>*</c> and <c>array</c> stand for references, pointers and arrays.</param>
/// <param name="Words">Every name in its code, each once.</param>
/// <param name="Assigns">Whether it assigns anything but its own new variables.</param>
/// <param name="MakesArrays">Whether it makes new storage.</param>
/// <param name="IsName">Whether it only gives what some name stands for, so that its result is that under another name.</param>
internal sealed record MemberWords(string Name, ImmutableArray<string> Result, ImmutableArray<string> Words, bool Assigns, bool MakesArrays, bool IsName)
{
    public const string Indexer = "[]";
    public const string IndexerSet = "[]=";
    public const string Reference = "ref";
    public const string Pointer = "*";
    public const string Array = "array";

    /// <summary>What a <c>using</c> calls without naming it.</summary>
    public static readonly ImmutableArray<string> CalledByUsing = ImmutableArray.Create("Dispose", "DisposeAsync");

    /// <summary>What a <c>foreach</c> calls without naming it.</summary>
    public static readonly ImmutableArray<string> CalledByForEach = ImmutableArray.Create("GetEnumerator", "MoveNext", "Current", "Dispose");

    private static readonly ImmutableHashSet<string> Allocations = ImmutableHashSet.Create(
        "Rent", "AllocateUninitializedArray", "AllocateArray", "Alloc", "AllocZeroed", "AlignedAlloc", "AllocHGlobal", "Clone", "ToArray", "CreateInstance");

    /// <summary>Lets Roslyn keep one answer per tree.</summary>
    public static readonly SyntaxTreeValueProvider<TreeWords> PerTree = new(static tree => TreeWords.Of(tree, CancellationToken.None));

    /// <summary>The name under which the words of a method are kept.</summary>
    public static string NameOf(IMethodSymbol method) => method switch
    {
        { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => Indexer,
        { AssociatedSymbol: { } member } => member.Name,
        { MethodKind: MethodKind.Constructor } => method.ContainingType.Name,
        _ => method.Name,
    };

    /// <summary>Reads one member.</summary>
    /// <param name="name">What it is called by.</param>
    /// <param name="result">The types of what it hands out.</param>
    /// <param name="code">Its code.</param>
    public static MemberWords Of(string name, IEnumerable<TypeSyntax?> result, SyntaxNode code)
    {
        var made = new HashSet<string>();
        var words = new HashSet<string>();
        bool assigns = false, makesArrays = false;
        foreach (var node in code.DescendantNodes())
        {
            switch (node)
            {
                case SimpleNameSyntax { Identifier.ValueText: var word } simple:
                    if (simple.Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var receiver } } access || access.Name != simple || !made.Contains(receiver))
                    {
                        words.Add(word);
                    }

                    makesArrays |= Allocations.Contains(word);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } } local:
                    made.Add(local.Identifier.ValueText);
                    break;
                case ElementAccessExpressionSyntax element:
                    words.Add(Indexer);
                    if (element.Parent is PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax || (element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element))
                    {
                        words.Add(IndexerSet);
                    }

                    break;
                case UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }:
                    words.UnionWith(CalledByUsing);
                    break;
                case CommonForEachStatementSyntax:
                    words.UnionWith(CalledByForEach);
                    break;
                case ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax:
                    makesArrays = true;
                    break;
                case AssignmentExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }:
                    assigns = true;
                    break;
            }
        }

        return new MemberWords(name, result.SelectMany(Names).ToImmutableArray(), words.ToImmutableArray(), assigns, makesArrays, IsOnlyAName(code));
    }

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

/// <summary>What one tree declares, by its words.</summary>
/// <param name="Members">Its members that have code and cannot be overridden.</param>
/// <param name="Carriers">The names of its types that are ref structs or have a field or parameter that may hold a view, with the names in those fields' types.</param>
internal sealed record TreeWords(ImmutableArray<MemberWords> Members, ImmutableArray<(string Name, ImmutableArray<string> Holds)> Carriers)
{
    /// <summary>Reads a tree.</summary>
    public static TreeWords Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var members = ImmutableArray.CreateBuilder<MemberWords>();
        var carriers = ImmutableArray.CreateBuilder<(string Name, ImmutableArray<string> Holds)>();
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is TypeDeclarationSyntax type && Holds(type) is { IsEmpty: false } holds)
            {
                carriers.Add((type.Identifier.ValueText, holds));
            }

            if (node is MemberDeclarationSyntax member && !member.Modifiers.Any(SyntaxKind.OverrideKeyword) && !member.Modifiers.Any(SyntaxKind.VirtualKeyword))
            {
                Add(member, members);
            }
        }

        return new TreeWords(members.ToImmutable(), carriers.ToImmutable());
    }

    private static void Add(MemberDeclarationSyntax member, ImmutableArray<MemberWords>.Builder members)
    {
        switch (member)
        {
            case MethodDeclarationSyntax method when Code(method) is { } code:
                members.Add(MemberWords.Of(method.Identifier.ValueText, Out(method.ParameterList).Append(method.ReturnType), code));
                break;
            case ConstructorDeclarationSyntax constructor when Code(constructor) is not null:
                var words = MemberWords.Of(constructor.Identifier.ValueText, new[] { SyntaxFactory.IdentifierName(constructor.Identifier.ValueText) }, constructor);
                members.Add(words with { Words = words.Words.AddRange(Initialized(constructor)) });
                break;
            case BasePropertyDeclarationSyntax property:
                var name = (property as PropertyDeclarationSyntax)?.Identifier.ValueText ?? MemberWords.Indexer;
                SyntaxNode? arrow = (property as PropertyDeclarationSyntax)?.ExpressionBody ?? (property as IndexerDeclarationSyntax)?.ExpressionBody;
                if (arrow is not null || property.AccessorList?.Accessors.Any(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true)
                {
                    members.Add(MemberWords.Of(name, new[] { property.Type }, arrow ?? property.AccessorList!));
                }

                break;
        }
    }

    /// <summary>The names of constructors that a constructor calls first: its own type's by <c>this</c>, one of the base types' by <c>base</c>.</summary>
    private static IEnumerable<string> Initialized(ConstructorDeclarationSyntax constructor) => constructor switch
    {
        { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer } => new[] { constructor.Identifier.ValueText },
        { Parent: TypeDeclarationSyntax { BaseList.Types: var types } } => types.SelectMany(static type => type.Type.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText),
        _ => Enumerable.Empty<string>(),
    };

    private static SyntaxNode? Code(BaseMethodDeclarationSyntax method) => method.Body ?? (SyntaxNode?)method.ExpressionBody;

    private static IEnumerable<TypeSyntax?> Out(ParameterListSyntax parameters) => parameters.Parameters
        .Where(static parameter => parameter.Modifiers.Any(SyntaxKind.OutKeyword) || parameter.Modifiers.Any(SyntaxKind.RefKeyword))
        .Select(static parameter => parameter.Type);

    private static ImmutableArray<string> Holds(TypeDeclarationSyntax type)
    {
        var names = new HashSet<string>();
        if (type.Modifiers.Any(SyntaxKind.RefKeyword))
        {
            names.Add(MemberWords.Reference);
        }

        var fields = type.Members.OfType<FieldDeclarationSyntax>().Where(static field => !field.Modifiers.Any(SyntaxKind.StaticKeyword)).Select(static field => field.Declaration.Type);
        var properties = type.Members.OfType<PropertyDeclarationSyntax>().Where(static property => property.ExpressionBody is null).Select(static property => property.Type);
        foreach (var name in fields.Concat(properties).SelectMany(static field => field.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>())
        {
            names.Add(name.Identifier.ValueText);
        }

        return names.ToImmutableArray();
    }
}
