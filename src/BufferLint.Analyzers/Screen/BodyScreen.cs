// Stage 2 of the pipeline: can this body matter? Answered from the words in it, before anything is bound.
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Screen;

/// <summary>Leaves bodies that name no member taking a view, or none breaking one. One bit of a mask is one gate.</summary>
internal sealed class BodyScreen
{
    private readonly Dictionary<string, Halves> _names = new();
    private readonly ulong _takesSilently;
    private readonly ulong _breaksSilently;

    public BodyScreen(ImmutableArray<NameGate> gates)
    {
        for (var index = 0; index < gates.Length; index++)
        {
            var bit = 1UL << index;
            foreach (var name in gates[index].Taking)
            {
                Add(name, new Halves(bit, 0));
            }

            foreach (var name in gates[index].Breaking)
            {
                Add(name, new Halves(0, bit));
            }

            _takesSilently |= gates[index].TakesSilently ? bit : 0;
            _breaksSilently |= gates[index].BreaksSilently ? bit : 0;
        }

        void Add(string name, Halves halves) => _names[name] = _names.TryGetValue(name, out var present) ? present.And(halves) : halves;
    }

    /// <summary>The screen of a compilation without annotations.</summary>
    public static BodyScreen OfTables { get; } = new(NameGate.OfTables);

    /// <summary>
    /// Whether a body names both halves of a bug for at least one kind of storage. Where one name is both, as to take a
    /// second view may break the first, two mentions are needed, or one in a loop.
    /// </summary>
    public bool MayMatter(SyntaxNode body, CancellationToken cancellation)
    {
        ulong taken = _takesSilently, takenTwice = 0, broken = _breaksSilently, both = 0;
        var repeats = false;
        foreach (var token in body.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken))
            {
                repeats |= RepeatsCode(token.Kind());
            }
            else if (_names.TryGetValue(token.ValueText, out var halves))
            {
                takenTwice |= taken & halves.Taking;
                taken |= halves.Taking;
                broken |= halves.Breaking & ~halves.Taking;
                both |= halves.Breaking & halves.Taking;
                if (((taken & broken) | (takenTwice & both)) != 0)
                {
                    return true;
                }
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return repeats && both != 0;
    }

    private static bool RepeatsCode(SyntaxKind keyword) =>
        keyword is SyntaxKind.ForKeyword or SyntaxKind.ForEachKeyword or SyntaxKind.WhileKeyword or SyntaxKind.DoKeyword or SyntaxKind.GotoKeyword;

    /// <summary>The gates of which a name is the one half of a bug, and the other.</summary>
    private readonly record struct Halves(ulong Taking, ulong Breaking)
    {
        public Halves And(Halves other) => new(Taking | other.Taking, Breaking | other.Breaking);
    }
}
