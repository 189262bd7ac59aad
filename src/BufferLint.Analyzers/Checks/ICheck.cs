// Stage 7 of the pipeline, the rules' side: each check asks one question of facts and states.
using System;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>One rule.</summary>
internal interface ICheck
{
    /// <summary>The rule's descriptor.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>Finds every place where the rule is broken.</summary>
    void Run(SolvedBody body, Action<Finding> report);
}
