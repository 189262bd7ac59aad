// The names of annotated members, tree by tree, so that an edit of one file rereads that file only.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BufferLint.Screen;

/// <summary>The names under which one tree's annotated members are called.</summary>
/// <param name="Taking">Members that hand out views.</param>
/// <param name="Breaking">Members that move storage or refuse to.</param>
internal sealed record AnnotatedNames(ImmutableHashSet<string> Taking, ImmutableHashSet<string> Breaking)
{
    public static AnnotatedNames None { get; } = new(ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty);

    /// <summary>The names of several trees.</summary>
    public static AnnotatedNames Of(IEnumerable<AnnotatedNames> trees)
    {
        var taking = ImmutableHashSet.CreateBuilder<string>();
        var breaking = ImmutableHashSet.CreateBuilder<string>();
        foreach (var names in trees)
        {
            taking.UnionWith(names.Taking);
            breaking.UnionWith(names.Breaking);
        }

        return new AnnotatedNames(taking.ToImmutable(), breaking.ToImmutable());
    }
}

/// <summary>Finds annotated members by syntax in this compilation and by symbols in annotated references.</summary>
internal static class AnnotationIndex
{
    private const string AnnotationsAssembly = "BufferLint.Annotations";

    /// <summary>Lets Roslyn keep one answer per tree for as long as the tree lives.</summary>
    public static readonly SyntaxTreeValueProvider<AnnotatedNames> PerTree = new(static tree => OfTree(tree, CancellationToken.None));

    /// <summary>The names of members that references carry annotations on.</summary>
    public static AnnotatedNames OfReferences(Compilation compilation, CancellationToken cancellation)
    {
        var taking = ImmutableHashSet.CreateBuilder<string>();
        var breaking = ImmutableHashSet.CreateBuilder<string>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsAnnotated(assembly))
            {
                AddNames(assembly.GlobalNamespace, taking, breaking, cancellation);
            }
        }

        return new AnnotatedNames(taking.ToImmutable(), breaking.ToImmutable());
    }

    private static bool IsAnnotated(IAssemblySymbol assembly) =>
        assembly.Name != AnnotationsAssembly &&
        (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == AnnotationsAssembly)) ||
         assembly.GetTypeByMetadataName(AnnotationReader.Namespace + ".ViewOfAttribute") is not null);

    private static void AddNames(INamespaceOrTypeSymbol container, ISet<string> taking, ISet<string> breaking, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                AddNames(inner, taking, breaking, cancellation);
                continue;
            }

            if (member is not (IMethodSymbol or IPropertySymbol))
            {
                continue;
            }

            foreach (var effect in AnnotationReader.Read(member))
            {
                if (effect.Kind == EffectKind.ViewOf)
                {
                    taking.Add(CalledName(member));
                }
                else if (effect.BreaksViews)
                {
                    breaking.Add(CalledName(member));
                }
            }
        }
    }

    private static string CalledName(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.Name,
        IPropertySymbol { IsIndexer: true } => "Item",
        _ => member.Name,
    };

    private static AnnotatedNames OfTree(SyntaxTree tree, CancellationToken cancellation)
    {
        var taking = ImmutableHashSet.CreateBuilder<string>();
        var breaking = ImmutableHashSet.CreateBuilder<string>();
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax)))
        {
            if (node is not AttributeSyntax attribute)
            {
                continue;
            }

            var name = SimpleName(attribute.Name);
            var wanted = AnnotationReader.TakingNames.Contains(name) ? taking : AnnotationReader.BreakingNames.Contains(name) ? breaking : null;
            if (wanted is not null && attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member)
            {
                wanted.Add(CalledName(member));
            }
        }

        return taking.Count == 0 && breaking.Count == 0 ? AnnotatedNames.None : new AnnotatedNames(taking.ToImmutable(), breaking.ToImmutable());
    }

    private static string CalledName(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => "Item",
    };

    private static string SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };
}
