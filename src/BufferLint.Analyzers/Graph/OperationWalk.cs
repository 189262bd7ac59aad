// Goes through all operations in one without an iterator for each, however deep they are nested.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace BufferLint.Graph;

/// <summary>Gathers operations; one walk serves many.</summary>
internal sealed class OperationWalk
{
    private readonly Stack<IOperation> _open = new();
    private readonly List<IOperation> _found = new();

    /// <summary>An operation and those in it, outermost first; good until the next is asked for.</summary>
    public List<IOperation> Within(IOperation operation)
    {
        _found.Clear();
        _open.Push(operation);
        while (_open.Count > 0)
        {
            var next = _open.Pop();
            _found.Add(next);
            foreach (var child in next.ChildOperations.Reverse())
            {
                _open.Push(child);
            }
        }

        return _found;
    }
}
