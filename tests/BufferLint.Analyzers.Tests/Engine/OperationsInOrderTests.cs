// All operations of a body are gone through once, outermost first, and those of the functions in it after its own.
using System.Linq;
using BufferLint.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace BufferLint.Tests.Engine;

public class OperationsInOrderTests
{
    private const string Source = """
        using System;

        class C
        {
            void M(bool flag)
            {
                Action first = () => { A2(A3(0)); Action inner = () => A4(); };
                if (A0(A1(1) + 1))
                {
                    Action second = () => A5();
                }

                Local();
                void Local()
                {
                    B0();
                    Nested();
                    void Nested() => B1();
                }
            }

            bool A0(int x) => true; int A1(int x) => x; void A2(int x) {} int A3(int x) => x; void A4() {} void A5() {} void B0() {} void B1() {}
        }
        """;

    [Fact]
    public void FunctionsComeAfterTheirBody()
    {
        var tree = CSharpSyntaxTree.ParseText(Source);
        var compilation = CSharpCompilation.Create("c", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var graph = ControlFlowGraph.Create(Assert.IsAssignableFrom<IMethodBodyOperation>(compilation.GetSemanticModel(tree).GetOperation(method)));

        var called = Callees.OperationsIn(graph).OfType<IInvocationOperation>().Select(static call => call.TargetMethod.Name);

        // Local functions before lambdas, each with what is nested in it.
        Assert.Equal(["A0", "A1", "Local", "B0", "Nested", "B1", "A2", "A3", "A4", "A5"], called);
    }
}
