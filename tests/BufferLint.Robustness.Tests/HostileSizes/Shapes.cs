// Bodies that are hard for one reason each, at any size. All pass the screen; most hold one bug at their end, so that a
// test can tell an analysis that coped from one that gave up.
using System;
using System.Linq;
using System.Text;

namespace BufferLint.Robustness.HostileSizes;

internal static class Shapes
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.InteropServices;

        """;

    private const string Take = "var view = CollectionsMarshal.AsSpan(list);";
    private const string Bug = "list.Add(1); view[0] = 1;";

    /// <summary>The source of a shape by its name.</summary>
    public static string Of(string shape, int size) => (string)typeof(Shapes).GetMethod(shape)!.Invoke(null, [size])!;

    /// <summary>A view is taken, something long happens, the list grows and the view is used.</summary>
    private static string Between(string middle, string parameters = "") => Members($$"""
        int M(List<int> list, int n{{parameters}})
        {
            int sum = 0;
            {{Take}}
            {{middle}}
            {{Bug}}
            return sum;
        }
        """);

    private static string Members(string members) => $"{Usings}class C\n{{\n{members}\n}}\n";

    private static string Lines(int count, Func<int, string> line) => string.Join("\n", Enumerable.Range(0, count).Select(line));

    private static string Nested(int depth, string open, string inner, string close) =>
        new StringBuilder().Insert(0, open, depth).Append(inner).Insert(0, "\n").Append(string.Concat(Enumerable.Repeat(close, depth))).ToString();

    public static string StraightLines(int n) => Between(Lines(n, i => $"sum += n * {i};"));
    public static string ElementWrites(int n) => Between(Lines(n, i => $"view[{i}] = n;"));
    public static string Grows(int n) => Between(Lines(n, i => $"list.Add({i});"));
    public static string Locals(int n) => Between(Lines(n, i => $"var x{i} = list;"));
    public static string ViewsOfOneList(int n) => Between(Lines(n, i => $"var v{i} = CollectionsMarshal.AsSpan(list); v{i}[0] = 1;"));
    public static string ViewsLiveTogether(int n) => Members($$"""
        void M(List<int> list)
        {
            {{Lines(n, i => $"var v{i} = CollectionsMarshal.AsSpan(list);")}}
            {{Lines(n, i => $"list.Add({i});")}}
            {{Lines(n, i => $"v{i}[0] = 1;")}}
        }
        """);
    public static string NestedBlocks(int n) => Between(Nested(n, "{ ", "sum++;", " }"));
    public static string NestedIfs(int n) => Between(Nested(n, "if (n > 0) { n--; ", "sum++;", " }"));
    public static string NestedLoops(int n) => Between(Nested(n, "while (n-- > 0) { ", "sum++;", " }"));
    public static string NestedTryCatch(int n) => Between(Nested(n, "try { sum++; ", "sum++; list.Add(2);", " } catch (InvalidOperationException) { n++; }"));
    public static string NestedTryFinally(int n) => Between(Nested(n, "try { sum++; if (n == 3) return 1; ", "sum++;", " } finally { n++; }"));
    public static string NestedLambdas(int n) => Between("Func<int> f = " + Nested(n, "() => { Func<int> f = ", "() => 1", "; return f(); }") + ";");
    public static string NestedLocalFunctions(int n) => Between(Nested(n, "int F(int x) { ", "return x;", " return x; }"));
    public static string SiblingLambdas(int n) => Between(Lines(n, i => $"Func<int> f{i} = () => list.Count + {i};"));
    public static string SiblingLocalFunctions(int n) => Between(Lines(n, i => $"int F{i}() => list.Count + {i};"));
    public static string CapturingLambdas(int n) => Between(Lines(n, i => $"int c{i} = {i}; Action f{i} = () => c{i}++;"));
    public static string Ifs(int n) => Between(Lines(n, i => $"if (n > {i}) sum++;"));
    public static string FlagIfs(int n) => Between(Lines(n, i => $"bool b{i} = n > {i}; if (b{i}) sum++; if (!b{i}) sum--;"));
    public static string CapturedFlags(int n) => Between(Lines(n, i => $"bool b{i} = n > {i}; Action f{i} = () => b{i} = true; if (b{i}) sum++; if (!b{i}) sum--;"));
    public static string ElseIfs(int n) => Between(Lines(n, i => $"if (n == {i}) sum++; else") + " sum--;");
    public static string SwitchStatement(int n) => Between("switch (n) {" + Lines(n, i => $"case {i}: sum += {i}; break;") + "}");
    public static string SwitchExpression(int n) => Between("sum = n switch {" + Lines(n, i => $"{i} => {n} - n,") + " _ => 0 };");
    public static string SwitchOfViews(int n) => Between("switch (n) {" + Lines(n, i => $"case {i}: view = CollectionsMarshal.AsSpan(list); break;") + "}");
    public static string SwitchOfGrowth(int n) => Between("switch (n) {" + Lines(n, i => $"case {i}: list.Add(1); view[0] = 1; break;") + "}");
    public static string ArrayInitializer(int n) => Between("int[] data = { " + string.Join(",", Enumerable.Range(0, n)) + " }; sum = data[n];");
    public static string FieldInitializer(int n) => Members("static readonly int[] Data = { " + string.Join(",", Enumerable.Range(0, n)) + " };") + Between("").Replace("class C", "class D").Replace(Usings, "");
    public static string ListInitializer(int n) => Between("var data = new List<int> { " + string.Join(",", Enumerable.Range(0, n)) + " }; sum = data[n];");
    public static string CollectionExpression(int n) => Between("List<int> data = [" + string.Join(",", Enumerable.Range(0, n)) + "]; sum = data[n];");
    public static string LongSum(int n) => Between("sum = " + string.Join(" + ", Enumerable.Range(0, n).Select(i => $"view[{i}]")) + ";");
    public static string LongConcatenation(int n) => Between("var s = " + string.Join(" + ", Enumerable.Range(0, n).Select(i => $"\"a\" + n")) + ";");
    public static string LongCondition(int n) => Between("if (" + string.Join(" || ", Enumerable.Range(0, n).Select(i => $"view[{i}] == {i}")) + ") sum++;");
    public static string NestedParentheses(int n) => Between("sum = " + Nested(n, "(", "n + sum", ")") + ";");
    public static string NestedCalls(int n) => Between("sum = " + Nested(n, "Math.Abs(", "view[0]", ")") + ";");
    public static string CallChain(int n) => Between("var s = new System.Text.StringBuilder()" + string.Concat(Enumerable.Repeat(".Append(n)", n)) + ";");
    public static string SliceChain(int n) => Between("var s = view" + string.Concat(Enumerable.Repeat(".Slice(0)", n)) + "; sum = s[0];");
    public static string NestedConditionals(int n) => Between("sum = " + Lines(n, i => $"n == {i} ? {i} :") + " 0;");
    public static string Coalesces(int n) => Between("var a = " + string.Join(" ?? ", Enumerable.Range(0, n).Select(i => "P")) + ";").Replace("class C\n{", "class C\n{\nList<int> P => null;");
    public static string AliasChain(int n) => Between("var a0 = list;" + Lines(n, i => $"var a{i + 1} = a{i};"));
    public static string AliasCycle(int n) => Members($$"""
        void M(List<int> list, int n)
        {
            {{Lines(n, i => $"var a{i} = new List<int>();")}}
            {{Take}}
            while (n-- > 0)
            {
                var t = a0;
                {{Lines(n - 1, i => $"a{i} = a{i + 1};")}}
                a{{n - 1}} = t;
            }
            {{Bug}}
        }
        """);
    public static string ViewCycle(int n) => Members($$"""
        void M(List<int> list, int n)
        {
            {{Lines(n, i => $"var l{i} = new List<int>(); var a{i} = CollectionsMarshal.AsSpan(l{i});")}}
            {{Take}}
            while (n-- > 0)
            {
                var t = a0;
                {{Lines(n - 1, i => $"a{i} = a{i + 1};")}}
                a{{n - 1}} = t;
                l0.Add(1);
            }
            a{{n - 1}}[0] = 1;
            {{Bug}}
        }
        """);
    public static string Merges(int n) => Between("var a = list;" + Lines(n, i => $"if (n == {i}) a = new List<int>();") + "a.Add(1);");
    public static string MergesOfViews(int n) => Between("var a = view;" + Lines(n, i => $"if (n == {i}) {{ a = CollectionsMarshal.AsSpan(list); }}") + "list.Add(1); a[0] = 1;");
    public static string BranchesOverLocals(int n) => Between(Lines(n, i => $"var x{i} = list;") + Lines(n, i => $"if (n == {i}) x{i} = new List<int>();"));
    public static string LoopsOverLocals(int n) => Between(Lines(n, i => $"var x{i} = list;") + Lines(n, i => $"while (n-- > {i}) {{ x{i} = new List<int>(); }}"));
    public static string IndexedPaths(int n) => Between(Lines(n, i => $"all[{i}] = list;"), ", List<int>[] all");
    public static string MovingIndex(int n) => Between("int i = 0;" + Lines(n, i => $"all[i] = list; i++; sum += all[i].Count;"), ", List<int>[] all");
    public static string FieldPath(int n) => Between("var p = N" + string.Concat(Enumerable.Repeat(".N", n)) + "; sum = p.X;").Replace("class C\n{", "class C\n{\npublic C N; public int X;");
    public static string FieldWrites(int n) => Between(Lines(n, i => $"F{i} = list;")).Replace("class C\n{", "class C\n{\n" + Lines(n, i => $"List<int> F{i};"));
    public static string CallsAfterFieldWrites(int n) => Between(Lines(n, i => $"F{i} = list;") + Lines(n, i => "G();")).Replace("class C\n{", "class C\n{\nvoid G() { F0 = null; }\n" + Lines(n, i => $"List<int> F{i};"));
    public static string Tuples(int n) => Between("var t = (" + string.Join(", ", Enumerable.Repeat("list", n)) + "); sum = t.Item1.Count;");
    public static string Interpolation(int n) => Between("var s = $\"" + string.Concat(Enumerable.Range(0, n).Select(i => "{n}x")) + "\";");
    public static string Gotos(int n) => Between(Lines(n, i => $"L{i}: sum++; if (sum == {i}) goto L{(i * 7) % n}; if (n == {i}) goto L{(i * 13 + 5) % n};"));
    public static string Foreaches(int n) => Between(Lines(n, i => $"foreach (var e{i} in view) sum += e{i};"));
    public static string Usings_(int n) => Between(Lines(n, i => $"using var u{i} = new System.IO.MemoryStream();"));
    public static string TryCatches(int n) => Between(Lines(n, i => $"try {{ list.Add({i}); view[0] = 2; }} catch (InvalidOperationException) {{ view = CollectionsMarshal.AsSpan(list); }}"));
    public static string OneBigTry(int n) => Between("try {" + Lines(n, i => $"sum += view[{i}]; G(list);") + "} catch (InvalidOperationException) { view = default; } catch (ArgumentException) { sum = 1; }").Replace("class C\n{", "class C\n{\nvoid G(object o) {}");
    public static string Dictionary(int n) => Between("var d = new Dictionary<int, int>(); ref int r = ref CollectionsMarshal.GetValueRefOrAddDefault(d, 0, out _);" + Lines(n, i => $"d[{i}] = {i}; d.Remove({i}); r = 1;"));
    public static string Methods(int n) => Members(Lines(n, i => $"void M{i}(List<int> list) {{ {Take} {Bug} }}"));
    public static string Parameters(int n) => Members($"void M({string.Join(", ", Enumerable.Range(0, n).Select(i => $"List<int> p{i}"))}, List<int> list) {{ {Take} {Bug} }}");
}
