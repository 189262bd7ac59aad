// Goes through all operations in one without an iterator for each, however deep they are nested.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace BufferLint.Graph;

/// <summary>Gathers operations; one walk serves many.</summary>
internal sealed class OperationWalk
{
    private readonly Stack<IOperation.OperationList.Enumerator> _path = new();
    private readonly List<IOperation> _found = new();

    /// <summary>An operation and those in it, outermost first; good until the next is asked for.</summary>
    public List<IOperation> Within(IOperation operation)
    {
        _found.Clear();
        AddTo(_found, operation);
        return _found;
    }

    /// <summary>Adds an operation and those in it, outermost first.</summary>
    public void AddTo(List<IOperation> found, IOperation operation)
    {
        found.Add(operation);
        _path.Push(operation.ChildOperations.GetEnumerator());
        while (_path.Count > 0)
        {
            var children = _path.Pop();
            if (children.MoveNext())
            {
                var child = children.Current;
                _path.Push(children);
                found.Add(child);
                _path.Push(child.ChildOperations.GetEnumerator());
            }
        }
    }
}
