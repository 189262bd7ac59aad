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

    /// <summary>Whether any member that code outside of the type can call may break views of what a field or property holds, or release it.</summary>
    bool MayBreakMeanwhile(ISymbol member);

    /// <summary>The name of such a member that code outside can call while another one waits; <see langword="null"/> if there is none.</summary>
    /// <param name="member">The field or property.</param>
    /// <param name="waiting">The declaration of the member that waits. One that shares a lock or gate with it must wait too.</param>
    /// <param name="guards">Names that the waiting member sets: a member that asks one of them first refuses.</param>
    string? BrokenMeanwhileBy(ISymbol member, SyntaxNode waiting, ISet<string> guards);
}
