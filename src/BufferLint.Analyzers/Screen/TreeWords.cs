// What one tree declares, by its words: members with code, types that hold views, base lists.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>What one tree declares, by its words.</summary>
/// <param name="Members">Its members that have code.</param>
/// <param name="Carriers">The names of its types that are ref structs or have a field or parameter that may hold a view, with the names in those fields' types.</param>
/// <param name="Bases">The names in its base lists, with the metadata names of the types that they are of.</param>
/// <param name="Aliases">The names that it gives to types of other names.</param>
internal sealed record TreeWords(ImmutableArray<MemberWords> Members, ImmutableArray<(string Name, ImmutableArray<string> Holds)> Carriers, ImmutableArray<(string Base, string Type)> Bases, ImmutableArray<(string Name, string Of)> Aliases)
{
    /// <summary>The names of its types that have something for each thread.</summary>
    public ImmutableArray<string> ThreadBound { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether it declares a struct that may own storage.</summary>
    public bool DeclaresOwner { get; init; }

    /// <summary>The types whose members it names without them.</summary>
    public ImmutableArray<string> Statics { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The names of its types that only show a view of an array that they keep, with the names in what shows it.</summary>
    public ImmutableArray<(string Name, ImmutableArray<string> Shows)> Showing { get; init; } = ImmutableArray<(string Name, ImmutableArray<string> Shows)>.Empty;

    /// <summary>What it declares that may stand for a value under the name of a type, with the types that it does so in: fields, properties, parameters, type parameters.</summary>
    public ImmutableArray<(string Name, string Type)> Values { get; init; } = ImmutableArray<(string Name, string Type)>.Empty;

    /// <summary>What every object has, and calls of which are all over: not looked into where it is overridden.</summary>
    private static readonly HashSet<string> OfEveryObject = [nameof(ToString), nameof(Equals), nameof(GetHashCode)];

    /// <summary>Whether code of the tree names something.</summary>
    public bool Names(string name) => Members.Any(member => member.Words.Contains(name) || member.OnNewObjects.Contains(name));

    /// <summary>Reads a tree.</summary>
    public static TreeWords Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var members = ImmutableArray.CreateBuilder<MemberWords>();
        var carriers = ImmutableArray.CreateBuilder<(string Name, ImmutableArray<string> Holds)>();
        var bases = ImmutableArray.CreateBuilder<(string Base, string Type)>();
        var aliases = ImmutableArray.CreateBuilder<(string Name, string Of)>();
        var statics = ImmutableArray.CreateBuilder<string>();
        var showing = ImmutableArray.CreateBuilder<(string Name, ImmutableArray<string> Shows)>();
        var values = new HashSet<(string Name, string Type)>();
        var threadBound = ImmutableArray.CreateBuilder<string>();
        var pools = new HashSet<string>();
        var declaresOwner = false;
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias, NamespaceOrType: var named }:
                    aliases.Add((alias, LastName(named)));
                    break;
                case UsingDirectiveSyntax { StaticKeyword.RawKind: not 0, NamespaceOrType: var named }:
                    statics.Add(LastName(named));
                    break;
                case TypeDeclarationSyntax type:
                    values.UnionWith(ValueNames.DeclaredBy(type).Select(name => (name, type.Identifier.ValueText)));
                    pools.UnionWith(PoolShape.Of(new[] { type }).Select(static back => back.Method));
                    declaresOwner |= OwningStructs.MayBe(type);
                    if (type.Members.Any(Model.ThreadBound.MayBe))
                    {
                        threadBound.Add(type.Identifier.ValueText);
                    }

                    if (HeldTypes.StoredIn(type) is { IsEmpty: false } holds)
                    {
                        carriers.Add((type.Identifier.ValueText, holds));
                    }

                    if (HeldTypes.ShownBy(type) is { IsEmpty: false } shows)
                    {
                        showing.Add((type.Identifier.ValueText, shows));
                    }

                    foreach (var parent in type.BaseList?.Types.SelectMany(static parent => parent.Type.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>() ?? Enumerable.Empty<SimpleNameSyntax>())
                    {
                        bases.Add((parent.Identifier.ValueText, MetadataNameOf(type)));
                    }

                    break;
                case MemberDeclarationSyntax member:
                    var known = members.Count;
                    values.UnionWith(ValueNames.DeclaredBy(member).Select(name => (name, (member.Parent as BaseTypeDeclarationSyntax)?.Identifier.ValueText ?? string.Empty)));
                    Add(member, members, pools);
                    for (var index = known; index < members.Count; index++)
                    {
                        members[index] = members[index] with { Within = EnclosingTypes.Of(member.Parent), IsExtension = IsExtension(member), IsStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword) };
                    }

                    break;
            }
        }

        return new TreeWords(members.ToImmutable(), carriers.ToImmutable(), bases.ToImmutable(), aliases.ToImmutable()) { ThreadBound = threadBound.ToImmutable(), DeclaresOwner = declaresOwner, Statics = statics.ToImmutable(), Showing = showing.ToImmutable(), Values = values.ToImmutableArray() };
    }

    private static string LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };

    private static string MetadataNameOf(TypeDeclarationSyntax type)
    {
        var name = type.Arity > 0 ? type.Identifier.ValueText + "`" + type.Arity : type.Identifier.ValueText;
        for (var outer = type.Parent; outer is not null; outer = outer.Parent)
        {
            name = outer switch
            {
                TypeDeclarationSyntax around => (around.Arity > 0 ? around.Identifier.ValueText + "`" + around.Arity : around.Identifier.ValueText) + "+" + name,
                BaseNamespaceDeclarationSyntax space => space.Name + "." + name,
                _ => name,
            };
        }

        return name;
    }

    private static void Add(MemberDeclarationSyntax member, ImmutableArray<MemberWords>.Builder members, HashSet<string> pools)
    {
        switch (member)
        {
            case MethodDeclarationSyntax method when !OfEveryObject.Contains(method.Identifier.ValueText) && Code(method) is { } code:
                var said = MemberWords.Of(method.Identifier.ValueText, Out(method.ParameterList).Append(method.ReturnType), code);
                var (givesSize, needsSize) = OwnSizes.ReadWords(method);
                var given = method.ParameterList.Parameters;
                members.Add(said with
                {
                    GivesSize = givesSize,
                    NeedsSize = needsSize,
                    MayExchange = said.Assigns && given.Any(IsVariable),
                    TakesStorage = given.Any(MemberWords.IsStorage),
                    TakesTask = given.Any(MemberWords.IsTask),
                    PutsBack = pools.Contains(method.Identifier.ValueText),
                    Released = OwnReleases.In(method),
                    WritesGiven = given.Any(MemberWords.IsWritable),
                    Kind = MemberKind.Method,
                    Takes = ArgumentCounts.Of(method),
                });
                break;
            case MethodDeclarationSyntax { Body: null, ExpressionBody: null } native when native.ParameterList.Parameters.Any(IsWrittenText):
                members.Add(new MemberWords(native.Identifier.ValueText, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, Assigns: false, MakesArrays: false, IsName: false) { WritesText = true, Kind = MemberKind.Method });
                break;
            case ConstructorDeclarationSyntax constructor when Code(constructor) is not null:
                var words = MemberWords.Of(constructor.Identifier.ValueText, new[] { SyntaxFactory.IdentifierName(constructor.Identifier.ValueText) }, constructor);
                var first = Initialized(constructor).ToArray();
                members.Add(words with { Words = words.Words.AddRange(first), Run = words.Run.AddRange(first.Select(CallShape.OfName)), Mentioned = words.Mentioned.AddRange(first.Select(CallShape.OfName)), Kind = MemberKind.Constructor, Takes = ArgumentCounts.Of(constructor) });
                break;
            case OperatorDeclarationSyntax computing when Code(computing) is { } code:
                members.Add(MemberWords.Of(computing.OperatorToken.ValueText, new[] { computing.ReturnType }, code) with { Kind = MemberKind.Operator });
                break;
            case ConversionOperatorDeclarationSyntax converting when Code(converting) is { } code:
                members.Add(MemberWords.Of(MemberWords.NameOf(converting.Type), new[] { converting.Type }, code) with { Kind = MemberKind.Conversion });
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

    /// <summary>Whether a member extends another type: by its first parameter, or in a block that does.</summary>
    private static bool IsExtension(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword) || member.Parent is TypeDeclarationSyntax { Identifier.ValueText.Length: 0 };

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

    /// <summary>Whether a parameter is a variable of the caller's that may hold a buffer.</summary>
    private static bool IsVariable(ParameterSyntax parameter) =>
        parameter.Type is not PredefinedTypeSyntax && parameter.Modifiers.Any(SyntaxKind.RefKeyword);

    /// <summary>Whether native code may write a text in its place.</summary>
    private static bool IsWrittenText(ParameterSyntax parameter) =>
        parameter is { Modifiers.Count: 0, Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } } &&
        parameter.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString() is "Out" or "OutAttribute");
}
