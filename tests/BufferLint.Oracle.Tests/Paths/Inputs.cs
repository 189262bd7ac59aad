// What a path is steered by from outside: so that a run can be sent along it.
using System.Collections.Generic;

namespace BufferLint.Oracle.Paths;

internal sealed class Inputs
{
    /// <summary>The flags that are true at the start.</summary>
    public HashSet<string> Flags { get; } = [];

    /// <summary>What the world answers, in order.</summary>
    public List<bool> Answers { get; } = [];
}
