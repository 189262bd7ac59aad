// Calls any member with boxed arguments. Reflection cannot give a span to a method; a few lines of IL made for the
// member can: an array stands for a span, and what comes back by reference or as a ref struct is dropped.
using System;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Threading;
using System.Threading.Tasks;

namespace BufferLint.ExecutedFacts.Calls;

internal static class Invoker
{
    private delegate object? Thunk(object?[] arguments);

    /// <summary>Makes a call of a member ready.</summary>
    /// <param name="member">A method or constructor, closed.</param>
    /// <param name="arguments">The receiver, if the member has one, and the arguments; what by-reference parameters get stands there afterwards.</param>
    public static Func<object?> Prepare(MethodBase member, object?[] arguments)
    {
        var thunk = Compile(member);
        return () => Finished(thunk(arguments));
    }

    /// <summary>Makes a call ready that leaves alone what it began.</summary>
    /// <inheritdoc cref="Prepare"/>
    public static Func<object?> PrepareToBegin(MethodBase member, object?[] arguments)
    {
        var thunk = Compile(member);
        return () => thunk(arguments);
    }

    /// <summary>Makes a call ready that gives the length of a span instead of dropping it.</summary>
    /// <inheritdoc cref="Prepare"/>
    public static Func<object?> PrepareToMeasure(MethodBase member, object?[] arguments)
    {
        var thunk = Compile(member, measures: true);
        return () => Finished(thunk(arguments));
    }

    /// <summary>What is asynchronous has been done before anybody looks.</summary>
    private static object? Finished(object? result)
    {
        switch (result)
        {
            case Task task:
                task.GetAwaiter().GetResult();
                break;
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                break;
            case IAsyncResult pending:
                pending.AsyncWaitHandle.WaitOne(Timeout.Infinite);
                break;
        }

        return result;
    }

    private static Thunk Compile(MethodBase member, bool measures = false)
    {
        var dynamic = new DynamicMethod("Call", typeof(object), [typeof(object?[])], typeof(Invoker).Module, skipVisibility: true);
        var il = dynamic.GetILGenerator();
        var types = member.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        if (!member.IsStatic && !member.IsConstructor)
        {
            types.Insert(0, member.DeclaringType!.IsValueType ? member.DeclaringType.MakeByRefType() : member.DeclaringType);
        }

        var variables = new LocalBuilder?[types.Count];
        for (var index = 0; index < types.Count; index++)
        {
            if (types[index].IsByRef)
            {
                var pointed = types[index].GetElementType()!;
                variables[index] = il.DeclareLocal(pointed);
                LoadArgument(il, index, pointed);
                il.Emit(OpCodes.Stloc, variables[index]!);
                il.Emit(OpCodes.Ldloca, variables[index]!);
            }
            else
            {
                LoadArgument(il, index, types[index]);
            }
        }

        var result = Emit(il, member, measures);
        WriteBack(il, variables);
        il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Ret);
        return dynamic.CreateDelegate<Thunk>();
    }

    private static LocalBuilder Emit(ILGenerator il, MethodBase member, bool measures)
    {
        var result = il.DeclareLocal(typeof(object));
        var type = member is MethodInfo method ? method.ReturnType : member.DeclaringType!;
        if (member is ConstructorInfo constructor)
        {
            il.Emit(OpCodes.Newobj, constructor);
        }
        else
        {
            il.Emit(member.IsStatic || member.DeclaringType!.IsValueType ? OpCodes.Call : OpCodes.Callvirt, (MethodInfo)member);
        }

        if (type == typeof(void))
        {
            return result;
        }

        if (measures && type.IsByRefLike)
        {
            var span = il.DeclareLocal(type);
            il.Emit(OpCodes.Stloc, span);
            il.Emit(OpCodes.Ldloca, span);
            il.Emit(OpCodes.Call, type.GetProperty(nameof(Span<int>.Length))!.GetMethod!);
            il.Emit(OpCodes.Box, typeof(int));
            il.Emit(OpCodes.Stloc, result);
            return result;
        }

        if (type.IsByRef || type.IsByRefLike || type.IsPointer)
        {
            il.Emit(OpCodes.Pop);
            return result;
        }

        if (type.IsValueType)
        {
            il.Emit(OpCodes.Box, type);
        }

        il.Emit(OpCodes.Stloc, result);
        return result;
    }

    private static void LoadArgument(ILGenerator il, int index, Type type)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, index);
        il.Emit(OpCodes.Ldelem_Ref);
        if (type.IsByRefLike)
        {
            var array = type.GetGenericArguments()[0].MakeArrayType();
            il.Emit(OpCodes.Castclass, array);
            il.Emit(OpCodes.Newobj, type.GetConstructor([array])!);
        }
        else
        {
            il.Emit(OpCodes.Unbox_Any, type.IsPointer ? typeof(nint) : type);
        }
    }

    private static void WriteBack(ILGenerator il, LocalBuilder?[] variables)
    {
        for (var index = 0; index < variables.Length; index++)
        {
            if (variables[index] is { LocalType.IsByRefLike: false } variable)
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, index);
                il.Emit(OpCodes.Ldloc, variable);
                il.Emit(OpCodes.Box, variable.LocalType);
                il.Emit(OpCodes.Stelem_Ref);
            }
        }
    }
}
