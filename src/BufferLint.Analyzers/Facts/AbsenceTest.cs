// Recognises conditions that say that an attempt to take a view gave none: `reader.TryRead(out var result)`, or the bool
// it was kept in; `result.IsCanceled`.
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Facts;

/// <summary>A test whether a variable was given a view.</summary>
/// <param name="Tested">The variable.</param>
/// <param name="TrueMeansAbsent">Whether the condition is true where there is none.</param>
internal sealed record AbsenceTest(IOperation Tested, bool TrueMeansAbsent)
{
    /// <summary>The test a condition makes; <see langword="null"/> if it makes another or none.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="effects">What the calls in it do.</param>
    /// <param name="answers">What bool variables that keep their value were given.</param>
    public static AbsenceTest? Of(IOperation condition, ICalleeEffects effects, IReadOnlyDictionary<ISymbol, IOperation> answers) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Not(Of(not.Operand, effects, answers)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool wanted } } comparison =>
            wanted == (comparison.OperatorKind == BinaryOperatorKind.Equals) ? Of(comparison.LeftOperand, effects, answers) : Not(Of(comparison.LeftOperand, effects, answers)),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } } } pattern =>
            wanted ? Of(pattern.Value, effects, answers) : Not(Of(pattern.Value, effects, answers)),
        IIsPatternOperation { Pattern: IRecursivePatternOperation { PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property: { Name: "IsCanceled", ContainingType: var type } }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool canceled } } }] } } pattern when PipeApis.IsReadResult(type) =>
            new AbsenceTest(pattern.Value, canceled),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand, effects, answers),
        IInvocationOperation invocation when Given(invocation, effects) is { } given => new AbsenceTest(given, TrueMeansAbsent: false),
        IPropertyReferenceOperation { Property: { Name: "IsCanceled", ContainingType: var type }, Instance: { } result } when PipeApis.IsReadResult(type) => new AbsenceTest(result, TrueMeansAbsent: true),
        ILocalReferenceOperation local when answers.TryGetValue(local.Local, out var asked) => Of(asked, effects, answers),
        _ => null,
    };

    private static AbsenceTest? Not(AbsenceTest? test) => test is null ? null : test with { TrueMeansAbsent = !test.TrueMeansAbsent };

    /// <summary>The variable that a call fills with a view if it answers true.</summary>
    private static IOperation? Given(IInvocationOperation invocation, ICalleeEffects effects) =>
        invocation.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean &&
        effects.EffectsOf(invocation.TargetMethod).FirstOrDefault(static effect => effect.Kind is EffectKind.ViewOf or EffectKind.Acquires && !effect.Into.IsResult) is { } view
            ? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == view.Into.Ordinal)?.Value
            : null;
}
