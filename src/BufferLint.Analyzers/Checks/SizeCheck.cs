// What the rules about sizes share: each asks which of the demands of a body are surely not met.
using System;
using System.Linq;
using BufferLint.Facts;
using BufferLint.Model;
using Microsoft.CodeAnalysis;

namespace BufferLint.Checks;

/// <summary>A rule that needs the sizes of a body and nothing else.</summary>
internal abstract class SizeCheck : ICheck
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    public Signs Signs => Signs.Sizes;

    public void Run(SolvedBody body, Action<Finding> report) => Run(body.Sizes, report);

    /// <summary>Finds every place where the rule is broken.</summary>
    public virtual void Run(SizedBody body, Action<Finding> report)
    {
        foreach (var misfit in body.Misfits.Where(misfit => IsOfRule(misfit.Demand)))
        {
            report(misfit.ToFinding(Descriptor));
        }
    }

    /// <summary>Whether this rule speaks where a demand is not met.</summary>
    protected abstract bool IsOfRule(Demand demand);
}
