// Members that write into a buffer writer: each is seen to advance it or to ask it for room, which ends what was leased.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.ExecutedFacts.Subjects;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class LeaseExperiments
{
    public static Outcome? Run(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { } method)
        {
            return null;
        }

        var outcomes = Subjects(Arrangement.OwnerType(method, effect))
            .Select(subject =>
            {
                var call = Arrangement.Call(method, effect, subject, 1);
                return subject.Watch(() => call());
            })
            .ToList();
        return outcomes.Count == 0 ? null : outcomes.Contains(Outcome.Advanced) ? Outcome.Advanced : Outcome.Stayed;
    }

    private static IEnumerable<Subject> Subjects(Type type)
    {
        if (type == typeof(Utf8JsonWriter))
        {
            yield return Json(gathered: false);
            yield return Json(gathered: true);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IBufferWriter<>))
        {
            yield return type == typeof(IBufferWriter<char>) ? Writer<char>() : Writer<byte>();
        }
    }

    private static LeaseSubject<T> Writer<T>()
    {
        var writer = new CountingWriter<T>();
        return new LeaseSubject<T>(writer, writer);
    }

    private static LeaseSubject<byte> Json(bool gathered)
    {
        var counted = new CountingWriter<byte>();
        var writer = new Utf8JsonWriter(counted, new JsonWriterOptions { SkipValidation = true });
        if (gathered)
        {
            writer.WriteNullValue();
        }

        return new LeaseSubject<byte>(writer, counted);
    }
}
