// The seam between the rule about callbacks and what a type lets others do to its fields: the type's own source now,
// summaries of methods later.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

/// <summary>Says what code outside of a type can do to the buffers that its fields hold.</summary>
internal interface IOutsideChanges
{
    /// <summary>Whether views of what a type of object stores are broken by a member of it that anyone can call.</summary>
    bool IsMutable(ITypeSymbol type);

    /// <summary>Whether a member that code outside of the type can call may break views of what a field or property holds.</summary>
    /// <param name="member">The field or property.</param>
    /// <param name="guards">Names that the asking member sets while it holds the view: a member that asks one of them first refuses.</param>
    bool MayBreak(ISymbol member, ISet<string> guards);
}
