// The other half of a bug with an await: a body that waits names a field that others may change meanwhile, or a type that
// has something for each thread. Names are looked up among symbols; nothing is bound.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Asked of bodies with an await only.</summary>
internal sealed class AwaitScreen
{
    private readonly IOutsideChanges _outside;
    private readonly Lazy<ImmutableHashSet<string>> _threadBound;

    /// <summary>Makes the screen of a compilation.</summary>
    /// <param name="outside">What others do to fields.</param>
    /// <param name="trees">Reads the compilation's own members.</param>
    public AwaitScreen(IOutsideChanges outside, Func<IReadOnlyCollection<TreeWords>> trees)
    {
        _outside = outside;
        _threadBound = new Lazy<ImmutableHashSet<string>>(() => trees().SelectMany(static words => words.ThreadBound).ToImmutableHashSet());
    }

    /// <summary>Whether others may use, while the body of a member waits, what it has a view of.</summary>
    /// <param name="body">The body.</param>
    /// <param name="member">The member.</param>
    /// <param name="takesViews">Whether the body takes views of its own or of what it is given.</param>
    /// <param name="cancellation">Stops the work.</param>
    public bool MayMatter(SyntaxNode body, ISymbol member, bool takesViews, CancellationToken cancellation)
    {
        var threadBound = _threadBound.Value;
        for (var type = member.ContainingType; type is not null && !threadBound.IsEmpty; type = type.ContainingType)
        {
            if (threadBound.Contains(type.Name))
            {
                return true;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        var asked = new HashSet<string>();
        foreach (var token in takesViews || !threadBound.IsEmpty ? body.DescendantTokens() : Enumerable.Empty<SyntaxToken>())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax &&
                (threadBound.Contains(token.ValueText) || (takesViews && MayChange(token.ValueText, member.ContainingType, asked))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name is that of something others change, or of a member that gives a view of it.</summary>
    private bool MayChange(string name, INamedTypeSymbol? type, HashSet<string> asked) => type is not null && asked.Add(name) &&
        type.GetMembers(name).Any(member => IsChangedMeanwhile(member) || (GivesView(member) && NamesIn(member).Any(named => MayChange(named, type, asked))));

    private bool IsChangedMeanwhile(ISymbol member) => member is IFieldSymbol or IPropertySymbol && _outside.MayBreakMeanwhile(member);

    private static bool GivesView(ISymbol member) => member switch
    {
        IMethodSymbol method => ViewTypes.IsView(method.ReturnType) || method.Parameters.Any(static parameter => parameter.RefKind is RefKind.Out or RefKind.Ref && ViewTypes.IsView(parameter.Type)),
        IPropertySymbol property => ViewTypes.IsView(property.Type),
        _ => false,
    };

    private static IEnumerable<string> NamesIn(ISymbol member) =>
        member.DeclaringSyntaxReferences.SelectMany(static part => part.GetSyntax().DescendantNodes()).OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText);
}
