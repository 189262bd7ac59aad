// A row of the tables made into a call: the member closed over the owner's types, the owner in its slot, samples in the
// others.
using System;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using BufferLint.ExecutedFacts.Subjects;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Calls;

internal static class Arrangement
{
    /// <summary>The method a row speaks of: of a property the setter, unless it is the value that counts.</summary>
    public static MethodBase? MethodOf(ApiRow row, Effect effect) => DocumentationId.Find(row.Id) switch
    {
        MethodBase method => method,
        PropertyInfo property => effect.BreaksViews || effect.Kind == EffectKind.Rewinds ? property.SetMethod : property.GetMethod,
        _ => null,
    };

    /// <summary>The type of the owner in the effect's slot.</summary>
    public static Type OwnerType(MethodBase method, Effect effect) =>
        effect.Of.Equals(Slot.This) ? method.DeclaringType! : method.GetParameters()[effect.Of.Ordinal].ParameterType;

    /// <summary>Makes a call ready.</summary>
    /// <param name="method">The member, as declared.</param>
    /// <param name="effect">What it is said to do.</param>
    /// <param name="subject">The owner.</param>
    /// <param name="amount">The number in the effect's amount.</param>
    /// <param name="fixedArguments">Arguments by parameter, where the usual samples would not do.</param>
    public static Func<object?> Call(MethodBase method, Effect effect, Subject subject, int amount, Func<ParameterInfo, object?>? fixedArguments = null)
    {
        var closed = Close(method, effect, subject);
        var open = method.GetParameters();
        var counted = effect.Growth == Growth.CountOfAmount || effect.Amount.IsNone;
        var samples = new Samples(subject, counted ? Samples.Many : amount);
        var arguments = closed.GetParameters()
            .Select((parameter, index) =>
                effect.Of.Equals(Slot.Parameter(index)) ? subject.Owner :
                fixedArguments?.Invoke(parameter) ??
                (effect.Amount.Equals(Slot.Parameter(index)) && !counted ? Number(parameter.ParameterType, amount) : samples.Argument(method, open[index], parameter)))
            .ToList();
        if (!closed.IsStatic && !closed.IsConstructor)
        {
            arguments.Insert(0, effect.Of.Equals(Slot.This) ? subject.Owner : Samples.Receiver(closed.DeclaringType!));
        }

        return Invoker.Prepare(closed, [.. arguments]);
    }

    private static object Number(Type type, int amount) => Convert.ChangeType(amount, type, System.Globalization.CultureInfo.InvariantCulture);

    private static MethodBase Close(MethodBase method, Effect effect, Subject subject)
    {
        var closed = method;
        if (method.DeclaringType is { IsGenericTypeDefinition: true } definition && effect.Of.Equals(Slot.This))
        {
            closed = MethodBase.GetMethodFromHandle(method.MethodHandle, Implemented(subject.Owner.GetType(), definition).TypeHandle)!;
        }

        return closed is MethodInfo { IsGenericMethodDefinition: true } generic
            ? generic.MakeGenericMethod(generic.DeclaringType == typeof(JsonSerializer) ? [typeof(int[])] : [.. subject.TypeArguments.Concat(Enumerable.Repeat(typeof(int), 2)).Take(generic.GetGenericArguments().Length)])
            : closed;
    }

    private static Type Implemented(Type type, Type definition) =>
        type.GetInterfaces().Prepend(type).First(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition);
}
