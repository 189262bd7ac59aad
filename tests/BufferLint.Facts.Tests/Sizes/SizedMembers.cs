// The members that a row about sizes describes, on this runtime, with type arguments.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using BufferLint.ExecutedFacts.Calls;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Sizes;

internal static class SizedMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly ImmutableDictionary<string, Type> Types = ReferencedAssemblies.All
        .Append(typeof(object).Assembly)
        .SelectMany(static assembly => assembly.GetExportedTypes())
        .GroupBy(static type => type.FullName!)
        .ToImmutableDictionary(static types => types.Key, static types => types.First());

    /// <summary>The overloads of a row; where some take addresses and others do not, those that do not, as they tell more.</summary>
    public static ImmutableArray<MethodBase> Of(SizeApi row)
    {
        var all = Closed(Types[row.Type])
            .Where(member => member.Name == row.Name && member.GetParameters().Select(static parameter => parameter.Name).SequenceEqual(row.Parameters))
            .Select(static member => member is MethodInfo { IsGenericMethodDefinition: true } method ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(static _ => typeof(int))]) : member)
            .GroupBy(Rank)
            .OrderBy(static members => members.Key)
            .FirstOrDefault();
        return all is null ? [] : [.. all];
    }

    private static IEnumerable<MethodBase> Closed(Type type)
    {
        var closed = type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(int))]) : type;
        return closed.GetConstructors(Declared).Concat<MethodBase>(closed.GetMethods(Declared));
    }

    /// <summary>Arrays and spans before addresses, addresses before references, which lead into the caller's own stack, and objects of any kind last.</summary>
    private static int Rank(MethodBase member)
    {
        var types = member.GetParameters().Where(static parameter => parameter.Name is not "value" || parameter.ParameterType.IsPointer).Select(static parameter => parameter.ParameterType).ToArray();
        return types.Contains(typeof(object)) ? 3 : types.Any(static type => type.IsByRef) ? 2 : types.Any(static type => type.IsPointer) ? 1 : 0;
    }
}
