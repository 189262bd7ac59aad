// Which of the fields that a body asks may be changed by a call: those that the callee's own source assigns. While an
// await waits, other code runs.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Graph;

/// <summary>Fields that are flags of one body, and what may change them.</summary>
internal sealed class FieldChanges
{
    private readonly IFieldSymbol[] _fields;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<ISymbol, IFieldSymbol[]> _assignedBy = new(SymbolEqualityComparer.Default);

    public FieldChanges(IEnumerable<IFieldSymbol> fields, CancellationToken cancellation)
    {
        _fields = fields.Where(field => !field.IsReadOnly).Distinct<IFieldSymbol>(SymbolEqualityComparer.Default).ToArray();
        _cancellation = cancellation;
    }

    /// <summary>The fields that an operation may change.</summary>
    public IEnumerable<ISymbol> By(IOperation operation) => _fields.Length == 0 ? Enumerable.Empty<ISymbol>() : operation switch
    {
        IInvocationOperation { TargetMethod: var method } => AssignedBy(method),
        IObjectCreationOperation { Constructor: { } constructor } => AssignedBy(constructor),
        IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property } => AssignedBy(property.GetMethod).Concat(AssignedBy(property.SetMethod)),
        IAwaitOperation => _fields,
        _ => Enumerable.Empty<ISymbol>(),
    };

    private IFieldSymbol[] AssignedBy(IMethodSymbol? method)
    {
        if (method is null or { DeclaringSyntaxReferences.IsEmpty: true })
        {
            return Array.Empty<IFieldSymbol>();
        }

        if (!_assignedBy.TryGetValue(method.OriginalDefinition, out var fields))
        {
            var names = AssignedNames.Of(method, _cancellation);
            _assignedBy.Add(method.OriginalDefinition, fields = _fields.Where(field => names.Contains(field.Name)).ToArray());
        }

        return fields;
    }
}
