// The other half of a bug with an await: a body that waits names a field that others may change meanwhile, or a type has
// something for each thread. Names are looked up among symbols; nothing is bound.
using System.Collections.Generic;
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
    private readonly INamedTypeSymbol? _type;
    private readonly IOutsideChanges? _outside;

    /// <summary>Makes the screen of one member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="outside">What others do to fields; <see langword="null"/> if that is not asked.</param>
    public AwaitScreen(ISymbol member, IOutsideChanges? outside)
    {
        _type = member.ContainingType;
        _outside = outside;
    }

    /// <summary>Whether others may use, while a body waits, what it has a view of.</summary>
    /// <param name="body">The body.</param>
    /// <param name="takesViews">Whether it takes views of its own or of what it is given.</param>
    /// <param name="cancellation">Stops the work.</param>
    public bool MayMatter(SyntaxNode body, bool takesViews, CancellationToken cancellation)
    {
        if (_type is null || HasSomethingForEachThread(_type))
        {
            return _type is not null;
        }

        cancellation.ThrowIfCancellationRequested();
        if (!takesViews || _outside is null)
        {
            return false;
        }

        var asked = new HashSet<string>();
        foreach (var token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax name && CallbackScreen.IsOwnName(name) && asked.Add(token.ValueText) &&
                _type.GetMembers(token.ValueText).Any(member => member is IFieldSymbol or IPropertySymbol && _outside.MayBreakMeanwhile(member)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasSomethingForEachThread(INamedTypeSymbol type) => type.GetMembers().Any(static member => member is IFieldSymbol field && (ThreadBound.Is(field) || ThreadBound.IsSlotType(field.Type)));
}
