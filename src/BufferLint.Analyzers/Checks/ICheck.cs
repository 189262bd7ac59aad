// Stage 7 of the pipeline, the rules' side: each check asks one question of facts and states.
using System;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>One rule.</summary>
internal interface ICheck
{
    /// <summary>The rule's descriptor.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>What a body must show one of for this rule to have anything to ask. A sign too many costs time, one too few findings.</summary>
    Signs Signs { get; }

    /// <summary>Finds every place where the rule is broken.</summary>
    void Run(SolvedBody body, Action<Finding> report);
}
