// Members that end views: each is called on an owner that is full, and on one that has just the room the row speaks of.
using System;
using System.Collections.Generic;
using System.Reflection;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.ExecutedFacts.Subjects;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class BreakingExperiments
{
    /// <summary>A number far beyond what any owner has room for.</summary>
    private const int Far = 5_000;

    private const int Near = 8;

    /// <summary>Moves by getting shorter: across a chunk.</summary>
    private const string Cut = "P:System.Text.StringBuilder.Length";

    /// <summary>Numbers that an effect needs and its row does not speak of.</summary>
    private static readonly Dictionary<(string Id, string Parameter), int> Numbers = new()
    {
        [("M:System.Collections.Generic.Dictionary`2.TrimExcess(System.Int32)", "capacity")] = 3,
        [("M:System.Collections.Immutable.ImmutableList`1.Builder.Reverse(System.Int32,System.Int32)", "count")] = 3,
        [("M:System.Collections.Generic.List`1.Reverse(System.Int32,System.Int32)", "count")] = 3,
        [("M:System.Collections.Generic.List`1.Sort(System.Int32,System.Int32,System.Collections.Generic.IComparer{`0})", "count")] = 3,
        [("M:System.Array.Reverse(System.Array,System.Int32,System.Int32)", "length")] = 3,
        [("M:System.Array.Reverse``1(``0[],System.Int32,System.Int32)", "length")] = 3,
        [("P:System.Collections.BitArray.Length", "value")] = Far,
    };

    /// <summary>What the member does where it has reason to do what the row says.</summary>
    public static Outcome? Run(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { } method || SubjectTable.Make(Arrangement.OwnerType(method, effect), 64) is not { } roomy)
        {
            return null;
        }

        if (effect.Kind != EffectKind.Moves)
        {
            return roomy.Watch(Call(row, method, effect, roomy, 1));
        }

        var outcome = Outcome.Stayed;
        foreach (var subject in SubjectTable.ReadyToMove(Arrangement.OwnerType(method, effect)))
        {
            var call = Call(row, method, effect, subject, row.Id == Cut ? 1 : subject.Count + Far);
            for (var times = 0; times < subject.Patience && outcome != Outcome.Moved; times++)
            {
                outcome = subject.Watch(call);
            }

            if (outcome == Outcome.Moved)
            {
                break;
            }
        }

        return outcome;
    }

    /// <summary>Whether a row says how much room a member needs.</summary>
    public static bool SaysRoom(Effect effect) => effect is { Kind: EffectKind.Moves } && RoomFor(effect) is not null;

    /// <summary>What a growing member does where there is just the room that its row says it needs.</summary>
    public static Outcome? RunWithRoom(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { } method || RoomFor(effect) is not { } room || SubjectTable.Make(Arrangement.OwnerType(method, effect), room) is not { } subject)
        {
            return null;
        }

        var isTotal = effect.Growth is Growth.CapacityAtLeastAmount or Growth.CountIsAmount;
        return subject.Watch(Call(row, method, effect, subject, isTotal ? subject.Count + Near : Near));
    }

    /// <summary>What a member that speaks of a key does where the viewed key decides against it.</summary>
    public static Outcome? RunWithKey(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { } method || SubjectTable.Make(Arrangement.OwnerType(method, effect), 0) is not { } subject)
        {
            return null;
        }

        // Growing minds new keys only; freeing minds the viewed key only.
        var isPresent = effect.Kind == EffectKind.Moves;
        var call = Arrangement.Call(method, effect, subject, Near, parameter => parameter.Position == effect.Key.Ordinal ? isPresent ? subject.Argument(parameter.ParameterType, true) : OtherKey(parameter) : null);
        return subject.Watch(() =>
        {
            try
            {
                call();
            }
            catch (ArgumentException)
            {
                // Adding a key that is there is refused.
            }
        });
    }

    /// <summary>What a member answers of a key that is there, and of one that is not.</summary>
    public static Outcome? RunWithAnswers(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { } method || SubjectTable.Make(Arrangement.OwnerType(method, effect), 0) is not { } subject)
        {
            return null;
        }

        var tellsRight = true;
        var outcome = subject.Watch(() => tellsRight = Answer(true) && !Answer(false));
        return tellsRight ? outcome : Outcome.Copied;

        bool Answer(bool isPresent) =>
            Arrangement.Call(method, effect, subject, Near, parameter => parameter.Position == effect.Key.Ordinal ? subject.Argument(parameter.ParameterType, isPresent) : null)() is true;
    }

    private static object OtherKey(ParameterInfo parameter) => parameter.ParameterType == typeof(int) ? 2 : "2";

    private static int? RoomFor(Effect effect) => effect.Growth switch
    {
        Growth.One => 1,
        Growth.Fixed => effect.Elements,
        Growth.CountOfAmount => Samples.Many,
        Growth.HintInAmount or Growth.CapacityAtLeastAmount or Growth.CountIsAmount => Near,
        Growth.Unknown when !effect.Amount.IsNone => Near,
        _ => null,
    };

    private static Action Call(ApiRow row, MethodBase method, Effect effect, Subject subject, int amount)
    {
        var call = Arrangement.Call(method, effect, subject, amount, parameter =>
            Numbers.TryGetValue((row.Id, parameter.Name!), out var number) ? number :
            effect.Kind == EffectKind.Shifts && parameter.Name == "newValue" ? Shorter(parameter.ParameterType) : null);
        return () => call();
    }

    /// <summary>What takes the place of other text and leaves the storage where it is.</summary>
    private static object Shorter(Type type) => type == typeof(string) ? string.Empty : Array.Empty<char>();
}
