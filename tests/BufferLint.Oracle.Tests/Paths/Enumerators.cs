// A foreach, told by plain statements: the enumerator is a copy of the view, and each turn takes an item out of it.
using BufferLint.Oracle.Programs;

namespace BufferLint.Oracle.Paths;

internal static class Enumerators
{
    /// <summary>How the names of enumerators begin; they have none in the program.</summary>
    public const string Prefix = "in";

    public static Statement Start(Each each) => new Derive(Enumerator(each), each.View, new(each.View.Kind, each.View.Kind, "{0} = {1};", Touch.Nothing)) { Line = each.Line };

    public static Statement Turn(Each each) => new Derive(Item(each), Enumerator(each), new("ref int", each.View.Kind, "{0} = ref {1}[0];", Touch.View)) { Line = each.Line };

    public static Statement Write(Each each) => new Use(Item(each), new("ref int", "{0} = 1;", Touch.Elements)) { Line = each.EndLine };

    private static ViewVariable Enumerator(Each each) => new(Prefix + each.Tag, each.View.Kind, $"{each.View.Kind} {Prefix}{each.Tag} = default;");

    private static ViewVariable Item(Each each) => new("e" + each.Tag, "ref int", $"ref int e{each.Tag} = ref Unsafe.NullRef<int>();");
}
