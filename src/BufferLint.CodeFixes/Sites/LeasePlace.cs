// The declaration that names a lease which nobody releases: `var array = pool.Rent(4);`, `byte* p = (byte*)NativeMemory.Alloc(8);`.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Sites;

internal static class LeasePlace
{
    /// <summary>The declaration of the local that holds the lease and nothing else, ever; <see langword="null"/> if there is none among other statements, or somebody else may need the lease for longer.</summary>
    public static ViewPlace? Of(FindingSite site, CancellationToken cancellation) =>
        !site.IsHandedOn && ViewPlace.Of(site, cancellation) is { Declaration.Variables.Count: 1 } place &&
        ReleaseCall.Bare(place.Value) == site.Taken &&
        place.Statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement && StatementEdits.IsInList(statement) &&
        !OffLimits.IsConditional(Functions.MemberAround(site.Taken)) &&
        !Writes.Mentions(site.Function, place.Local, site.Model, cancellation).Any(name => Writes.IsWrite(name)) &&
        !Outliving.IsPossible(place.Local, site, cancellation)
            ? place
            : null;
}
