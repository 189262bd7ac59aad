// Methods that are given memory and may keep it matter alone: what ends it is the end of the call, which nobody names.
// By syntax, before anything is bound: most methods that take memory only read it, or pass it on and wait.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BufferLint.Model;
using BufferLint.Model.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Asks whether code may keep memory that it is given.</summary>
internal sealed class KeepingScreen
{
    private static readonly HashSet<string> MemoryTypes = ["Memory", "ReadOnlyMemory", "ReadOnlySequence", "ArraySegment"];

    /// <summary>What reads memory, or copies it, where it stands.</summary>
    private static readonly HashSet<string> Reading = ["Span", "Length", "IsEmpty", "ToArray", "CopyTo", "TryCopyTo", "ToString", "IsSingleSegment", "FirstSpan"];

    private static readonly HashSet<string> Taking =
    [
        "Add", "AddFirst", "AddLast", "AddOrUpdate", "Enqueue", "Insert", "Push", "TryAdd", "TryWrite", "WriteAsync", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "StartNew", "Run", "Start", "UnsafeStart", "Post", "ContinueWith",
    ];

    /// <summary>How names of members begin that take a handler and call it later.</summary>
    private static readonly ImmutableArray<string> Subscribing = ImmutableArray.Create("Add", "Handle", "Listen", "On", "Register", "Set", "Subscribe", "Use");

    private readonly bool _lends;
    private readonly bool _hasHolders;
    private readonly Lazy<CallNames> _calls;
    private readonly Lazy<LenderNames> _lenders;

    /// <param name="lends">Whether annotations can say that parameters are lent.</param>
    /// <param name="hasHolders">Whether objects can lend what is in their fields.</param>
    /// <param name="calls">What the compilation's own members may do, by name.</param>
    /// <param name="lenders">Who of them may lend memory, by name.</param>
    public KeepingScreen(bool lends, bool hasHolders, Lazy<CallNames> calls, Lazy<LenderNames> lenders)
    {
        _lenders = lenders;
        _lends = lends;
        _hasHolders = hasHolders;
        _calls = calls;
    }

    /// <summary>Whether a body may keep memory that it, or a lambda in it, was given.</summary>
    public bool MayKeep(SyntaxNode member)
    {
        if (member is MethodDeclarationSyntax { ParameterList.Parameters: var parameters } method)
        {
            var given = parameters.Where(static parameter => IsMemory(parameter.Type)).Select(static parameter => parameter.Identifier.ValueText).ToArray();
            var code = (SyntaxNode?)method.Body ?? method.ExpressionBody;
            if (given.Length > 0 && code is not null && (_lends || LentApis.MayHandle(method.Identifier.ValueText) || IsPublic(method) || MayBeLent(method)) && MayKeep(code, given))
            {
                return true;
            }
        }

        if (_lends && member.DescendantNodesAndSelf(static node => node is BasePropertyDeclarationSyntax or AccessorListSyntax).OfType<AccessorDeclarationSyntax>().Any(MayKeepValue))
        {
            return true;
        }

        return MayKeepHeld(member);
    }

    /// <summary>Whether a lambda in a member may keep what it is lent, or any code in it what is in an object that it is given; the member is gone through once for both.</summary>
    private bool MayKeepHeld(SyntaxNode member)
    {
        var asksLambdas = _lenders.Value.Lenders.Count > 0;
        var asksHolders = _hasHolders;
        foreach (var node in asksLambdas || asksHolders ? member.DescendantNodesAndSelf(static node => node is not (IdentifierNameSyntax or LiteralExpressionSyntax or PredefinedTypeSyntax)) : Enumerable.Empty<SyntaxNode>())
        {
            if (asksLambdas && node is AnonymousFunctionExpressionSyntax lambda && MayBeLent(lambda) && MayKeep(lambda.Body, given: null))
            {
                return true;
            }

            if (asksHolders && node is ParameterListSyntax or SimpleLambdaExpressionSyntax or AccessorDeclarationSyntax && HasHolder(node))
            {
                if (MayKeep(member, given: null))
                {
                    return true;
                }

                asksHolders = false;
            }
        }

        return false;
    }

    /// <summary>Whether a setter says that its value is lent, and may keep it.</summary>
    private bool MayKeepValue(AccessorDeclarationSyntax accessor) =>
        accessor.AttributeLists.Any(static list => list.Target is { Identifier.ValueText: "param" }) && ((SyntaxNode?)accessor.Body ?? accessor.ExpressionBody) is { } code && MayKeep(code, new[] { "value" });

    /// <summary>Whether a method may be called by one that lends: under its own name, or as a delegate that its type gives away.</summary>
    private bool MayBeLent(MethodDeclarationSyntax method) =>
        _lenders.Value.Lenders.Count > 0 && (_lenders.Value.Called.Contains(method.Identifier.ValueText) || !method.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword)));

    /// <summary>Whether a lambda is given to a member that may lend, or may keep it for one that does, or to an event or field that such a member may call.</summary>
    private bool MayBeLent(AnonymousFunctionExpressionSyntax lambda) => lambda.Parent switch
    {
        _ when lambda is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } => NameIn(called) is { } name && (_lenders.Value.Lenders.Contains(name) || Subscribing.Any(word => name.StartsWith(word, StringComparison.Ordinal))),
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } => true,
        AssignmentExpressionSyntax { Left: var target } => NameIn(target) is { } name && _lenders.Value.Called.Contains(name),
        _ => false,
    };

    private static bool IsPublic(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PublicKeyword) && !method.Modifiers.Any(SyntaxKind.OverrideKeyword) && !KeepingByPurpose.IsSaidBy(method.Identifier.ValueText);

    private static bool IsMemory(TypeSyntax? type) => type switch
    {
        GenericNameSyntax name => MemoryTypes.Contains(name.Identifier.ValueText),
        QualifiedNameSyntax name => IsMemory(name.Right),
        NullableTypeSyntax nullable => IsMemory(nullable.ElementType),
        _ => false,
    };

    /// <summary>Whether parameters may be objects with memory in them: types that are named, or left to the compiler.</summary>
    private static bool HasHolder(SyntaxNode parameters) => parameters switch
    {
        AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } accessor => property.Type is NameSyntax && (accessor.IsKind(SyntaxKind.SetAccessorDeclaration) || accessor.IsKind(SyntaxKind.InitAccessorDeclaration)),
        ParameterListSyntax list => list.Parameters.Any(static parameter => parameter.Type is null or NameSyntax),
        _ => true,
    };

    private bool MayKeep(SyntaxNode code, string[]? given)
    {
        var assigned = new HashSet<string>();
        var declared = new HashSet<string>();
        bool isKept = false, isNamed = given is null;
        foreach (var node in code.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case IdentifierNameSyntax name when !isNamed && Array.IndexOf(given!, name.Identifier.ValueText) >= 0 && !IsOnlyRead(name, code):
                    isNamed = true;
                    break;
                case AnonymousFunctionExpressionSyntax when given is not null:
                    isKept = true;
                    break;
                case VariableDeclaratorSyntax variable:
                    declared.Add(variable.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: var target }:
                    isKept |= target is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax;
                    assigned.Add((target as IdentifierNameSyntax)?.Identifier.ValueText ?? string.Empty);
                    break;
                case InvocationExpressionSyntax call:
                    isKept |= MayTake(call);
                    break;
                case BaseObjectCreationExpressionSyntax { Parent: ExpressionStatementSyntax or EqualsValueClauseSyntax }:
                    isKept |= NameOf(node) is "Thread" or "Task" or "Timer";
                    break;
            }

            if (isNamed && isKept)
            {
                return true;
            }
        }

        assigned.ExceptWith(declared);
        assigned.Remove(string.Empty);
        return isNamed && assigned.Count > 0;
    }

    private static string? NameOf(SyntaxNode creation) => creation is ObjectCreationExpressionSyntax { Type: var type } ? (type as SimpleNameSyntax ?? (type as QualifiedNameSyntax)?.Right)?.Identifier.ValueText : "Timer";

    /// <summary>Whether a mention gives nothing that could be kept; in a lambda, which has what it mentions, it does.</summary>
    private static bool IsOnlyRead(IdentifierNameSyntax name, SyntaxNode code) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == name => Reading.Contains(access.Name.Identifier.ValueText) && !name.Ancestors().TakeWhile(around => around != code).Any(static around => around is AnonymousFunctionExpressionSyntax),
        MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } => true,
        NameColonSyntax or AttributeSyntax => true,
        _ => false,
    };

    /// <summary>Whether a call may keep what it is given: it takes things in, it starts work, it is an own method that keeps, may be annotated, or nobody waits for it.</summary>
    private bool MayTake(InvocationExpressionSyntax call)
    {
        var name = NameIn(call.Expression);
        return name is not null && call.ArgumentList.Arguments.Count > 0 &&
            (_lends || Taking.Contains(name) || _calls.Value.MayKeep(name) || (call.Parent is ExpressionStatementSyntax && name.EndsWith("Async", StringComparison.Ordinal)));
    }

    private static string? NameIn(ExpressionSyntax named) => named switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
