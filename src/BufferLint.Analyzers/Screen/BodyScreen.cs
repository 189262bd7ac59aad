// Stage 2 of the pipeline: can this body matter? Answered from the words in it, before anything is bound.
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BufferLint.Screen;

/// <summary>Leaves bodies that name no member taking a view, or none breaking one.</summary>
internal sealed class BodyScreen
{
    private readonly ImmutableArray<NameGate> _gates;
    private readonly ImmutableDictionary<string, int> _bits;

    public BodyScreen(ImmutableArray<NameGate> gates)
    {
        _gates = gates;
        var bits = ImmutableDictionary.CreateBuilder<string, int>();
        for (var index = 0; index < gates.Length; index++)
        {
            foreach (var name in gates[index].Taking)
            {
                Add(name, TakingBit(index));
            }

            foreach (var name in gates[index].Breaking)
            {
                Add(name, BreakingBit(index));
            }
        }

        _bits = bits.ToImmutable();

        void Add(string name, int bit) => bits[name] = bits.TryGetValue(name, out var present) ? present | bit : bit;
    }

    /// <summary>The screen of a compilation without annotations.</summary>
    public static BodyScreen OfTables { get; } = new(NameGate.OfTables);

    /// <summary>Whether a body names both halves of a bug for at least one kind of storage.</summary>
    public bool MayMatter(SyntaxNode body, CancellationToken cancellation)
    {
        var seen = SilentBits();
        foreach (var token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && _bits.TryGetValue(token.ValueText, out var bits) && (seen & bits) != bits)
            {
                seen |= bits;
                if (IsWhole(seen))
                {
                    return true;
                }
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return false;
    }

    private static int TakingBit(int gate) => 1 << (gate * 2);

    private static int BreakingBit(int gate) => 2 << (gate * 2);

    private int SilentBits()
    {
        var bits = 0;
        for (var index = 0; index < _gates.Length; index++)
        {
            bits |= _gates[index].TakesSilently ? TakingBit(index) : 0;
            bits |= _gates[index].BreaksSilently ? BreakingBit(index) : 0;
        }

        return bits;
    }

    private bool IsWhole(int seen)
    {
        for (var index = 0; index < _gates.Length; index++)
        {
            var both = TakingBit(index) | BreakingBit(index);
            if ((seen & both) == both)
            {
                return true;
            }
        }

        return false;
    }
}
