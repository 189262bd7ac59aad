// Wrappers, and properties that give what lies below: what is written into the handle must arrive at the owner.
using System;
using System.Buffers;
using System.IO;
using System.Text.Json;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.ExecutedFacts.Subjects;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class HandleExperiments
{
    /// <summary>Gets the handle as the row says and writes into it.</summary>
    public static Outcome? Run(ApiRow row, Effect effect)
    {
        if (Arrangement.MethodOf(row, effect) is not { } method || SubjectTable.Make(Arrangement.OwnerType(method, effect), 0) is not { } subject || !effect.Into.IsResult)
        {
            return null;
        }

        return Arrangement.Call(method, effect, subject, 0)() is { } handle ? WriteInto(handle, subject) : null;
    }

    /// <summary>Writes through a handle and looks whether the owner had to grow.</summary>
    public static Outcome? WriteInto(object handle, Subject owner)
    {
        var data = new byte[10_000];
        new Random(1).NextBytes(data);
        Action? write = handle switch
        {
            Stream stream => () =>
            {
                stream.Write(data);
                stream.Flush();
            }
            ,
            TextWriter writer => () =>
            {
                writer.Write(Convert.ToBase64String(data));
                writer.Flush();
            }
            ,
            BinaryWriter writer => () => writer.Write(data),
            Utf8JsonWriter writer => () => writer.WriteBase64StringValue(data),
            IBufferWriter<byte> writer => () => writer.Write(data),
            _ => null,
        };
        return write is null ? null : owner.Watch(write) == Outcome.Moved ? Outcome.Forwarded : Outcome.Copied;
    }
}
