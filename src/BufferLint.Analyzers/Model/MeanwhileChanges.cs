// Who can change a field while a member of the same object waits: members that code outside can call, and that share no
// lock, semaphore or gate with the one that waits.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>The members of a type that change one field of it.</summary>
internal sealed class MeanwhileChanges
{
    private const string Async = nameof(Async);

    /// <summary>What comes before or after all other calls, by the first word of its name.</summary>
    private static readonly ImmutableArray<string> BeginningsAndEnds = ImmutableArray.Create("Init", "SetUp", "TearDown", "Open", "Close", "Connect", "Disconnect", "Shutdown");

    private readonly ImmutableArray<ReachableMember> _members;
    private readonly ImmutableArray<ReachableMember> _changing;
    private readonly ConcurrentDictionary<SyntaxNode, string?> _under = new();

    private MeanwhileChanges(ImmutableArray<ReachableMember> members, ImmutableArray<ReachableMember> changing)
    {
        _members = members;
        _changing = changing;
    }

    /// <summary>Of a field that nobody changes.</summary>
    public static MeanwhileChanges None { get; } = new(ImmutableArray<ReachableMember>.Empty, ImmutableArray<ReachableMember>.Empty);

    public bool IsEmpty => _changing.IsEmpty;

    /// <summary>Looks through the members of a type that code outside can call.</summary>
    /// <param name="members">The members.</param>
    /// <param name="changes">Whether a declaration changes the field; asked once of each.</param>
    public static MeanwhileChanges Of(ImmutableArray<ReachableMember> members, Func<SyntaxNode, bool> changes)
    {
        var changers = new HashSet<SyntaxNode>(members.SelectMany(static member => member.Reached).Distinct().Where(changes));
        var changing = members.Where(member => IsForOutsiders(member.Member) && member.Reached.Any(changers.Contains)).ToImmutableArray();
        return changing.IsEmpty ? None : new MeanwhileChanges(members, changing);
    }

    /// <summary>The name of a member that may change the field while another one waits.</summary>
    /// <param name="waiting">The member that waits.</param>
    /// <param name="guards">The names that it sets while it waits.</param>
    /// <returns><see langword="null"/> if there is none.</returns>
    public string? Under(SyntaxNode waiting, ISet<string> guards) => _under.GetOrAdd(waiting, _ => FirstUnder(waiting, guards));

    private string? FirstUnder(SyntaxNode waiting, ISet<string> guards)
    {
        // Who comes to the same wait is at the same operation, of which there is one at a time.
        var operations = _members.Where(member => member.Declaration == waiting || member.Reached.Contains(waiting)).ToArray();
        var gates = operations.SelectMany(static member => member.Reached).Where(reached => reached != waiting).SelectMany(Gates.In).Concat(Gates.HeldWhereItAwaits(waiting)).ToImmutableHashSet();
        foreach (var (declaration, member, reached) in _changing)
        {
            if (!operations.Any(operation => operation.Declaration == declaration || IsSameOperation(operation.Member, member)) &&
                !reached.SelectMany(OwnMembers.Asked).Any(guards.Contains) &&
                !reached.SelectMany(Gates.In).Any(gates.Contains))
            {
                return member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name;
            }
        }

        return null;
    }

    /// <summary>Whether one member does what the other does, and only one of them waits: <c>Read</c> and <c>ReadAsync</c>.</summary>
    private static bool IsSameOperation(ISymbol one, ISymbol other) => Stem(one.Name) == Stem(other.Name);

    private static string Stem(string name) => name.EndsWith(Async, StringComparison.Ordinal) ? name.Substring(0, name.Length - Async.Length) : name;

    /// <summary>Whether any code that has the object can call a member, and not only types derived from it; to begin or end the object is no change.</summary>
    private static bool IsForOutsiders(ISymbol member) => !BeginningsAndEnds.Any(verb => member.Name.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) &&
        member.DeclaredAccessibility is not (Accessibility.Protected or Accessibility.ProtectedAndInternal) && !(member.IsOverride && member.DeclaredAccessibility != Accessibility.Public);
}
