// Which types stand for work that goes on.
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BufferLint.Model;

internal static class WorkTypes
{
    /// <summary>Whether an object of a type is made first, and stands for work when it is started: a thread, a task, a timer.</summary>
    public static bool StandsForWork(ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "Threading" or "Tasks", ContainingNamespace.Name: "System" or "Threading" } } && type.Name is "Thread" or "Task" or "Timer";

    /// <summary>Whether a value of a type can be awaited: tasks, and whatever has an awaiter of its own.</summary>
    public static bool IsAwaitable(ITypeSymbol? type)
    {
        for (var declaring = type as INamedTypeSymbol; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers("GetAwaiter").Any(static member => member is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true }))
            {
                return true;
            }
        }

        return false;
    }
}
