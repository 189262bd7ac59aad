// Members of the compilation that take a buffer back into a pool written by hand.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Model;

/// <summary>The pools among the types of a compilation, each read once.</summary>
internal sealed class OwnPools
{
    private static readonly ImmutableHashSet<string> Buffers = ImmutableHashSet.Create("System.Memory`1", "System.ArraySegment`1", "System.Buffers.IMemoryOwner`1");

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<PutBack>> _pools = new(SymbolEqualityComparer.Default);

    /// <summary>What a call of a method puts back; nothing if it is no member of a pool.</summary>
    public ImmutableArray<Effect> EffectsOf(ISymbol member)
    {
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.IsEmpty: false, ContainingType: { } type } method || !method.Parameters.Any(static parameter => IsBuffer(parameter.Type)))
        {
            return ImmutableArray<Effect>.Empty;
        }

        foreach (var back in _pools.GetOrAdd(type, static pool => PoolShape.Of(pool.DeclaringSyntaxReferences.Select(static part => part.GetSyntax()).OfType<TypeDeclarationSyntax>())))
        {
            if (back.Method == method.Name && back.Parameters == method.Parameters.Length && IsBuffer(method.Parameters[back.Parameter].Type))
            {
                return ImmutableArray.Create(Effect.GiveBack(Slot.Parameter(back.Parameter), ReleaseFamily.OwnPool) with { IsIdempotent = back.IsIdempotent });
            }
        }

        return ImmutableArray<Effect>.Empty;
    }

    /// <summary>Whether elements of a type are storage themselves: what an object holds, only a table or an annotation knows.</summary>
    private static bool IsBuffer(ITypeSymbol type) => type is IArrayTypeSymbol || (type is INamedTypeSymbol named && Buffers.Contains(MetadataName.Of(named.OriginalDefinition)));
}
