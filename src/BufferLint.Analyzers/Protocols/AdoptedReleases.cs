// Whether an object gives back what it is made with: its constructor is run with what is given as far as it is known, and
// then the member that ends it. Only what it does on every way counts: a flag, a count or a copy leaves it to somebody else.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BufferLint.Protocols;

/// <summary>Asks the types of one compilation; nothing is kept, since hardly anything is asked.</summary>
internal sealed class AdoptedReleases
{
    private readonly BufferModel _model;
    private readonly Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> _graphOf;
    private readonly Func<SyntaxNode, CancellationToken, IOperation?> _operationOf;

    /// <param name="model">What members do.</param>
    /// <param name="graphOf">The code of a method; <see langword="null"/> if there is none.</param>
    /// <param name="operationOf">What an expression means.</param>
    public AdoptedReleases(BufferModel model, Func<IMethodSymbol, CancellationToken, ControlFlowGraph?> graphOf, Func<SyntaxNode, CancellationToken, IOperation?> operationOf)
    {
        _model = model;
        _graphOf = graphOf;
        _operationOf = operationOf;
    }

    /// <inheritdoc cref="IFieldProtocols.ReleaseOf(SyntaxNode, SyntaxNode, CancellationToken)"/>
    public AdoptedRelease? Of(SyntaxNode given, SyntaxNode made, CancellationToken cancellation)
    {
        try
        {
            return MakingOf(given, made, cancellation) is { } making ? Of(making, cancellation) : null;
        }
        catch (InsufficientExecutionStackException)
        {
            // Source nested deeper than any stack: nobody follows it.
            return null;
        }
    }

    /// <inheritdoc cref="IFieldProtocols.ReleaseOf(INamedTypeSymbol, CancellationToken)"/>
    public AdoptedRelease? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var definition = type.OriginalDefinition;
        var context = new RunContext(definition, _model, _graphOf, cancellation, isStatic: false);
        foreach (var ending in Making.EndingsOf(definition))
        {
            var state = new ObjectState(Place.Result);
            Making.Own(state, Place.This, definition);
            if (Releases(state, ending, context, out var effect) && !context.IsOverBudget)
            {
                return new AdoptedRelease(ending, effect!);
            }
        }

        return null;
    }

    private AdoptedRelease? Of(Making making, CancellationToken cancellation)
    {
        var context = new RunContext(making.Type, _model, _graphOf, cancellation, isStatic: false);
        foreach (var ending in Making.EndingsOf(making.Type))
        {
            var made = making.Ends(context, _operationOf);
            Effect? effect = null;
            var releases = made.Count > 0 && made.All(state => state.Released == Storage.None && state.HoldsStorageWithin(Place.This) && Releases(state, ending, context, out effect));
            if (releases && !context.IsOverBudget)
            {
                return new AdoptedRelease(ending, effect!);
            }
        }

        return null;
    }

    /// <summary>Whether a member gives the storage back on every way that returns, however conditions turn out that nobody knows.</summary>
    private static bool Releases(ObjectState made, IMethodSymbol ending, RunContext context, out Effect? effect)
    {
        effect = null;
        foreach (var doubtful in new[] { true, false })
        {
            var state = made.Copy();
            if (ending.Parameters is [{ Type.SpecialType: SpecialType.System_Boolean } disposing])
            {
                state.Assign(Place.Variable(disposing), Content.Known(true));
            }

            context.Doubtful = doubtful;
            var ends = MemberRun.Of(context, ending, state, Place.This);
            if (ends is not { Count: > 0 } || !ends.All(static end => (end.State.Released & Storage.Former) != 0 && end.State.Effect is { GivesBack: true, IsIdempotent: false, IsPossible: false }))
            {
                return false;
            }

            effect = ends[0].State.Effect;
        }

        return true;
    }

    /// <summary>What makes an object; a method of the compilation that does nothing else stands for what it makes.</summary>
    private Making? MakingOf(SyntaxNode given, SyntaxNode made, CancellationToken cancellation, int depth = 0)
    {
        switch (_operationOf(given, cancellation))
        {
            case IArgumentOperation { Parent: IObjectCreationOperation creation, Parameter: { } parameter } when creation.Type is INamedTypeSymbol type && IsMadeHere(type):
                return new Making(type.OriginalDefinition, creation, parameter.OriginalDefinition);
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target, Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } } when creation.Type is INamedTypeSymbol type && IsMadeHere(type):
                return new Making(type.OriginalDefinition, creation, target.Member.OriginalDefinition) { Told = target.Member is IPropertySymbol property && !MemberRun.IsAutomatic(property) ? target : null };
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsStatic: true } }, Parameter: { ContainingSymbol: IMethodSymbol { DeclaringSyntaxReferences: [var declaration] } method } parameter } when depth < 2 && !method.IsExtern:
                return OnlyResult(declaration.GetSyntax(cancellation)) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } &&
                    arguments.FirstOrDefault(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name) is { } passed ? MakingOf(passed, passed.Parent!.Parent!, cancellation, depth + 1) : null;
            case var told when _operationOf(made, cancellation) is IObjectCreationOperation creation && creation.Type is INamedTypeSymbol type && IsMadeHere(type):
                return told switch
                {
                    IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsStatic: false } call, Parameter: { } parameter } => new Making(type.OriginalDefinition, creation, parameter.OriginalDefinition) { Told = call },
                    ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: not IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol { SetMethod: not null } } target } => new Making(type.OriginalDefinition, creation, target.Member.OriginalDefinition) { Told = target },
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static bool IsMadeHere(INamedTypeSymbol type) => type is { IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false, TypeKind: TypeKind.Class or TypeKind.Struct };

    private static ExpressionSyntax? OnlyResult(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { ExpressionBody.Expression: var result } => result,
        BaseMethodDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: var result }] } => result,
        LocalFunctionStatementSyntax { ExpressionBody.Expression: var result } => result,
        LocalFunctionStatementSyntax { Body.Statements: [ReturnStatementSyntax { Expression: var result }] } => result,
        _ => null,
    };
}
