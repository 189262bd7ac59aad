// The documentation id of a member found by reflection, as Roslyn prints it for the same member.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace BufferLint.ExecutedFacts.Calls;

/// <summary>From ids to members and back.</summary>
internal static class DocumentationId
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The member an id names: a method, constructor or property of a generic definition.</summary>
    /// <returns><see langword="null"/> where no loaded assembly has it.</returns>
    public static MemberInfo? Find(string id)
    {
        var end = id.IndexOf('(', StringComparison.Ordinal);
        var path = end < 0 ? id[2..] : id[2..end];
        return TypeOf(path[..path.LastIndexOf('.')])?.GetMembers(All).FirstOrDefault(member => Of(member) == id);
    }

    /// <summary>The id of a member.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => "M:" + Name(member.DeclaringType!) + ".#ctor" + Parameters(constructor.GetParameters()),
        MethodInfo method => "M:" + Name(member.DeclaringType!) + "." + method.Name + (method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : string.Empty) + Parameters(method.GetParameters()) + (method.Name is "op_Explicit" or "op_Implicit" ? "~" + Reference(method.ReturnType) : string.Empty),
        PropertyInfo property => "P:" + Name(member.DeclaringType!) + "." + property.Name + Parameters(property.GetIndexParameters()),
        _ => null,
    };

    private static Type? TypeOf(string name)
    {
        // A nested type's name has a dot where reflection has a plus.
        for (var candidate = name; ;)
        {
            if (ReferencedAssemblies.All.Select(assembly => assembly.GetType(candidate)).FirstOrDefault(type => type is { IsVisible: true }) is { } found)
            {
                return found;
            }

            var dot = candidate.LastIndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            candidate = candidate[..dot] + "+" + candidate[(dot + 1)..];
        }
    }

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? string.Empty : "(" + string.Join(",", parameters.Select(parameter => Reference(parameter.ParameterType))) + ")";

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Reference(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (type.HasElementType)
        {
            var element = Reference(type.GetElementType()!);
            return element + (type.IsByRef ? "@" : type.IsPointer ? "*" : "[]");
        }

        var arguments = new Queue<Type>(type.GetGenericArguments());
        var names = Chain(type).Select(part => Reference(part, arguments)).ToList();
        return (type.Namespace is { } space ? space + "." : string.Empty) + string.Join(".", names);
    }

    /// <summary>One type of a chain of nested ones, with those of the arguments that are its own.</summary>
    private static string Reference(Type part, Queue<Type> arguments)
    {
        var tick = part.Name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
        {
            return part.Name;
        }

        var own = Enumerable.Range(0, int.Parse(part.Name[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture)).Select(_ => Reference(arguments.Dequeue()));
        return part.Name[..tick] + "{" + string.Join(",", own) + "}";
    }

    private static IEnumerable<Type> Chain(Type type) => type.DeclaringType is { } outer ? Chain(outer).Append(type) : [type];
}
