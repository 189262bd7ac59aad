// Runs compiled programs with real owners: along the paths on which something is due, and with owners that are full or
// have room.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using BufferLint.Oracle.Paths;
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Execution;

/// <summary>What the runs of one program showed.</summary>
internal sealed class Witness
{
    public HashSet<StaleUse> StaleUses { get; } = [];

    /// <summary>Where references and events disagree; never, if the probes are right.</summary>
    public List<string> Contradictions { get; } = [];

    public int Runs { get; set; }
}

internal static class ProgramRun
{
    /// <summary>Inputs that no path asked for: the runs need not agree with any that the oracle walked.</summary>
    private static readonly Inputs Wild = new() { Flags = { "f0", "f2" }, Answers = { true, false, true, true, false, true } };

    public static Witness Of(Family family, MethodInfo method, IEnumerable<Inputs> paths)
    {
        var witness = new Witness();
        var run = Bind(family, method);
        foreach (var inputs in paths.Append(Wild))
        {
            foreach (var isFull in new[] { true, false })
            {
                try
                {
                    run(new Recorder(inputs.Answers, witness.StaleUses, witness.Contradictions), inputs.Flags, isFull);
                }
                catch (Exception thrown) when (thrown is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
                {
                    // The program left by an exception; what it did before counts.
                }

                witness.Runs++;
            }
        }

        return witness;
    }

    private static Action<Recorder, HashSet<string>, bool> Bind(Family family, MethodInfo method) => family.Name switch
    {
        "List" => Bind(method, isFull => new List<int>(isFull ? 3 : 64) { 10, 20, 30 }),
        "Dictionary" => Bind(method, isFull => new Dictionary<int, int>(isFull ? 3 : 64) { [1] = 10, [2] = 20, [3] = 30 }),
        "MemoryStream" => Bind(method, isFull => Written(new MemoryStream(isFull ? 3 : 64))),
        "ArrayBufferWriter" => Bind(method, isFull => Written(new ArrayBufferWriter<int>(isFull ? 3 : 64))),
        "Array" => Bind(method, isFull => new[] { 10, 20, 30 }),
        _ => throw new ArgumentOutOfRangeException(nameof(family)),
    };

    private static Action<Recorder, HashSet<string>, bool> Bind<TOwner>(MethodInfo method, Func<bool, TOwner> create)
    {
        var call = method.CreateDelegate<Action<Recorder, bool, bool, bool, TOwner, TOwner>>();
        return (world, flags, isFull) => call(world, flags.Contains("f0"), flags.Contains("f1"), flags.Contains("f2"), create(isFull), create(isFull));
    }

    private static MemoryStream Written(MemoryStream stream)
    {
        stream.Write([10, 20, 30]);
        return stream;
    }

    private static ArrayBufferWriter<int> Written(ArrayBufferWriter<int> writer)
    {
        writer.Write([10, 20, 30]);
        return writer;
    }
}
