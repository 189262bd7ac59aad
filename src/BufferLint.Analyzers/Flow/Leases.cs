// A lease is a view that its reader or writer may end by going on. Where the writer is known to keep its storage, only
// growth ends it.
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;

namespace BufferLint.Flow;

internal static class Leases
{
    /// <summary>Whether a loan ends when its owner advances.</summary>
    public static bool IsLease(Loan loan) => loan.Site.Effect.IsLease && !HasKnownStorage(loan.Owner);

    /// <summary>Whether one object is another or a part of it, at any depth.</summary>
    public static bool IsWithin(Value part, Value whole)
    {
        for (var value = part; ; value = ((Part)value).Of)
        {
            if (value == whole)
            {
                return true;
            }

            if (value is not Part)
            {
                return false;
            }
        }
    }

    private static bool HasKnownStorage(Value owner) => TypeOf(owner) is { } type && BufferWriterApis.KnownStorage.Contains(MetadataName.Of(type.OriginalDefinition));

    private static ITypeSymbol? TypeOf(Value value) => value switch
    {
        Created created => created.Site.Type,
        Placeholder { Origin.Symbol: ILocalSymbol local } => local.Type,
        Placeholder { Origin.Symbol: IParameterSymbol parameter } => parameter.Type,
        Placeholder { Origin.Symbol: IFieldSymbol field } => field.Type,
        Part part => part.Step.Type,
        _ => null,
    };
}
