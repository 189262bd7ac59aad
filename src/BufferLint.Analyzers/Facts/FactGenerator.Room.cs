// Room in storage that a type keeps in a field beside a count of its own: conditions ask for it, and to move the count on
// takes it.
using System.Collections.Generic;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

internal sealed partial class FactGenerator
{
    /// <summary>The storage that a number kept beside it counts the elements of, by the object that has both.</summary>
    private readonly List<(Origin? Holder, ISymbol Count, Origin Storage)> _counts = new();

    /// <summary>The storage that was asked for room; its count is remembered.</summary>
    private Origin? StorageOf(RoomTest asked)
    {
        var form = asked.Form;
        var holder = Named(form.Holder);
        var storage = form.Storage!.IsStatic ? _origins.Of(form.Storage) : holder is null ? null : Path(holder, PathStep.Member(form.Storage), form.Storage.Name);
        if (storage is not null)
        {
            _counts.Add((holder, form.Count!.OriginalDefinition, storage));
        }

        return storage;
    }

    /// <summary>A count was set: what it went up by is room taken.</summary>
    private void TakeRoom(IOperation target, IOperation where)
    {
        var (count, instance) = target switch
        {
            IFieldReferenceOperation field => ((ISymbol)field.Field, field.Instance),
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => (property.Property, property.Instance),
            _ => (null!, null),
        };
        if (_counts.Count == 0 || count is null || !CountChanges.IsNumber(target.Type) || CountChanges.AddedBy(where) is 0)
        {
            return;
        }

        var taken = new HashSet<Origin>();
        foreach (var (holder, known, storage) in _counts)
        {
            if (SymbolEqualityComparer.Default.Equals(known, count.OriginalDefinition) && holder == (count.IsStatic ? null : Named(instance)) && taken.Add(storage))
            {
                Emit(new Fill(where.Syntax, storage, CountChanges.AddedBy(where) is { } added ? Quantity.Exactly(added) : null));
            }
        }
    }
}
