// Random programs: a few statements of one family, nested a little.
using System.Collections.Immutable;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace BufferLint.Oracle.Programs;

internal static class ProgramGenerator
{
    private static readonly string[] Flags = ["f0", "f1", "f2"];

    /// <summary>Programs of all families, lists most.</summary>
    public static Gen<ProgramTree> Any { get; } = Gen.Frequency(
        (6, Of(Families.List)),
        (2, Of(Families.Dictionary)),
        (1, Of(Families.Stream)),
        (1, Of(Families.Array)),
        (1, Of(Families.Writer)));

    /// <summary>The programs of a seed, always the same.</summary>
    public static ImmutableArray<ProgramTree> Sample(this Gen<ProgramTree> programs, int count, ulong seed) => [.. programs.Sample(count, new Rnd(seed), 10)];

    /// <summary>Programs of one family.</summary>
    public static Gen<ProgramTree> Of(Family family) =>
        from body in Block(family, new Place(Depth: 0, IsLoop: false, IsFinally: false), 3, 6)
        from bug in Bug(family)
        from places in Gen.Choose(0, 99).Three()
        select new ProgramTree(family, Planted(body, bug, places));

    /// <summary>Programs with parts of them in methods.</summary>
    public static Gen<ProgramTree> WithCalls(Gen<ProgramTree> programs) =>
        from program in programs
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from isObject in Gen.Elements(true, false)
        select Outliner.Of(program, seed) with { IsObject = isObject && program.Family.Local is not null };

    /// <summary>A view that is taken, broken and used: what chance alone puts together too seldom.</summary>
    private static Gen<Statement[]> Bug(Family family) =>
        from how in Gen.Elements<Acquisition>(family.Acquisitions)
        from view in Gen.Elements(family.Views.Where(view => view.Kind == how.Kind).ToArray())
        from owner in Owner(family)
        from what in Gen.Elements(family.Operations.Where(what => what.Asks != Asks.Nothing || what.Removes != Removes.Nothing).ToArray())
        from use in Gen.Elements(family.Uses.Where(use => use.Kind == how.Kind && use.Touch != Touch.Nothing).ToArray())
        select new Statement[] { new Take(view, owner, how), new Operate(owner, what), new Use(view, use) };

    private static ImmutableArray<Statement> Planted(ImmutableArray<Statement> body, Statement[] bug, (int First, int Second, int Third) places)
    {
        int[] sorted = [.. new[] { places.First, places.Second, places.Third }.Order()];
        for (var index = bug.Length - 1; index >= 0; index--)
        {
            body = Places.Insert(body, bug[index], sorted[index] * Places.In(body) / 100);
        }

        return body;
    }

    private static Gen<ImmutableArray<Statement>> Block(Family family, Place place, int least, int most) =>
        from length in Gen.Choose(least, most)
        from statements in Any1(family, place).ListOf(length)
        select statements.ToImmutableArray();

    private static Gen<Statement> Any1(Family family, Place place) => place.Depth < 2
        ? Gen.Frequency((11, Simple(family, place)), (3, Compound(family, place with { Depth = place.Depth + 1 })))
        : Simple(family, place);

    private static Gen<Statement> Simple(Family family, Place place)
    {
        var weighted = new System.Collections.Generic.List<(int, Gen<Statement>)>
        {
            (6, Acquired(family)),
            (6, Used(family)),
            (6, Operated(family)),
            (3, Derived(family)),
            (1, from view in Gen.Elements<ViewVariable>(family.Views) select (Statement)new Drop(view)),
            (1, from flag in Gen.Elements(Flags) from value in Gen.Elements<bool?>(true, false, null) select (Statement)new SetFlag(flag, value)),
            (1, Gen.Constant<Statement>(new Check())),
        };
        if (!place.IsFinally)
        {
            weighted.Add((1, Left(place)));
        }

        if (family.Local is not null)
        {
            weighted.Add((3, Assigned(family)));
        }

        return Gen.Frequency(weighted);
    }

    private static Gen<Statement> Acquired(Family family) =>
        from how in Gen.Elements<Acquisition>(family.Acquisitions)
        from view in Gen.Elements(family.Views.Where(view => view.Kind == how.Kind).ToArray())
        from owner in Owner(family)
        from other in Owner(family)
        from flag in Flag()
        from isEither in Gen.Frequency((1, Gen.Constant(true)), (7, Gen.Constant(false)))
        select isEither && how.Before is null && owner != other ? (Statement)new TakeEither(view, flag, owner, other, how) : new Take(view, owner, how);

    /// <summary>Owner variables get other owners.</summary>
    private static Gen<Statement> Assigned(Family family) =>
        from owner in Owner(family)
        from first in Owner(family)
        from second in Owner(family)
        from flag in Flag()
        from how in Gen.Elements<Creation>(family.Creations)
        from assigned in Gen.Elements<Statement>(new Rename(owner, first), new RenameEither(owner, flag, first, second), new Make(owner, how), new Swap(first, second))
        select assigned;

    private static Gen<Statement> Used(Family family) =>
        from how in Gen.Elements<UseForm>(family.Uses)
        from view in Gen.Elements(family.Views.Where(view => view.Kind == how.Kind).ToArray())
        select (Statement)new Use(view, how);

    private static Gen<Statement> Operated(Family family) =>
        from what in Gen.Elements<Operation>(family.Operations)
        from owner in Owner(family)
        select (Statement)new Operate(owner, what);

    private static Gen<Statement> Derived(Family family) =>
        from how in Gen.Elements<Derivation>(family.Derivations)
        from to in Gen.Elements(family.Views.Where(view => view.Kind == how.To).ToArray())
        from source in Gen.Elements(family.Views.Where(view => view.Kind == how.From).ToArray())
        select (Statement)new Derive(to, source, how);

    private static Gen<Statement> Left(Place place) => Gen.Elements<Completion>(place.IsLoop
            ? [Completion.Break, Completion.Continue, Completion.Return, Completion.Throw]
            : [Completion.Return, Completion.Throw])
        .Select(how => (Statement)new Leave(how));

    private static Gen<Statement> Compound(Family family, Place place)
    {
        var inLoop = place with { IsLoop = true };
        var weighted = new System.Collections.Generic.List<(int, Gen<Statement>)>
        {
            (6, from condition in Tested() from then in Block(family, place, 1, 2) from otherwise in Block(family, place, 0, 1) select (Statement)new Choose(condition, then, otherwise)),
            (2, from body in Block(family, inLoop, 1, 3) from testsLast in Gen.Elements(true, false) select (Statement)new Repeat(body, testsLast)),
            (1, from turns in Gen.Choose(1, 3) from body in Block(family, inLoop, 1, 3) select (Statement)new Count(turns, body)),
            (1, from body in Block(family, place, 1, 3) from handler in Block(family, place, 1, 2) select (Statement)new Guard(body, handler, false)),
            (1, from body in Block(family, place, 1, 3) from handler in Block(family, place with { IsFinally = true, IsLoop = false }, 1, 2) select (Statement)new Guard(body, handler, true)),
        };
        if (family.EachOver is { } kind)
        {
            weighted.Add((2,
                from view in Gen.Elements(family.Views.Where(view => view.Kind == kind).ToArray())
                from body in Block(family, inLoop, 1, 3)
                from writes in Gen.Elements(true, false)
                select (Statement)new Each(view, body, writes)));
        }

        return Gen.Frequency(weighted);
    }

    private static Gen<Condition> Tested() =>
        from first in Asked()
        from next in Asked()
        from isDouble in Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)))
        from isOr in Gen.Elements(true, false)
        select isDouble ? first with { Next = next, IsOr = isOr } : first;

    private static Gen<Condition> Asked() => Gen.Frequency(
        (3, Flag()),
        (1, from isNegated in Gen.Elements(true, false) select new Condition(null, isNegated)));

    private static Gen<Condition> Flag() =>
        from flag in Gen.Elements(Flags)
        from isNegated in Gen.Elements(true, false)
        select new Condition(flag, isNegated);

    /// <summary>The first owner most, or too few views and operations would meet.</summary>
    private static Gen<string> Owner(Family family) => Gen.Frequency(
        (5, Gen.Constant(family.Parameters[0])),
        (2, Gen.Constant(family.Parameters[1])),
        (2, Gen.Constant(family.Local ?? family.Parameters[0])));

    /// <summary>Where a statement stands.</summary>
    private sealed record Place(int Depth, bool IsLoop, bool IsFinally);
}
