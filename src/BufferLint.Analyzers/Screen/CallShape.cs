// How a name stands in code, as far as that says which declarations it can mean: with how many arguments it is called, and
// whether it is looked for in the type around it. Members of one name that have nothing to do with each other are told apart.
using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Where a name is looked for.</summary>
internal enum CallReach
{
    /// <summary>In whatever stands before it: anywhere.</summary>
    Anywhere,

    /// <summary>In the type around it, and among extensions.</summary>
    OwnOrExtension,

    /// <summary>In the types around it, those they derive from, and those of a <c>using static</c>.</summary>
    Own,
}

/// <summary>A name as it stands in code.</summary>
/// <param name="Name">The name.</param>
/// <param name="Arguments">How many arguments follow it, or one of the constants below where none do.</param>
/// <param name="Reach">Where it is looked for.</param>
internal readonly record struct CallShape(string Name, int Arguments, CallReach Reach)
{
    /// <summary>What stands before the name of a method that is called, if it may be a type: <c>Message.Create(…)</c>.</summary>
    public string? Owner { get; init; }

    /// <summary>Of a name that is not called where it stands: a property, a group of methods, something called through a delegate.</summary>
    public const int Anything = -1;

    /// <summary>Of a name with a member of it behind it: a property or a type, which is not made there.</summary>
    public const int Qualifier = -2;

    /// <summary>Of a name that stands for a type only, whose code does not run there: what is converted to it may name no more.</summary>
    public const int OnlyType = -3;

    /// <summary>A name of which nothing more is known.</summary>
    public static CallShape OfName(string name) => new(name, Anything, CallReach.Anywhere);

    /// <summary>Reads a name where it stands.</summary>
    public static CallShape Of(SimpleNameSyntax name)
    {
        var callee = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => (ExpressionSyntax)name,
        };
        return callee.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == callee => new CallShape(name.Identifier.ValueText, call.ArgumentList.Arguments.Count, ReachOf(name)) { Owner = OwnerOf(callee) },
            MemberAccessExpressionSyntax access when access.Expression == callee => new CallShape(name.Identifier.ValueText, Qualifier, ReachOf(name)),
            _ when !Mentions.MayRun(name) => new CallShape(name.Identifier.ValueText, OnlyType, CallReach.Anywhere),
            _ => new CallShape(name.Identifier.ValueText, MadeWith(name) ?? Anything, ReachOf(name)),
        };
    }

    /// <summary>Whether the name can mean a member, as far as what the member is and how many arguments it takes say.</summary>
    public bool CanMean(MemberWords member) => member.Kind switch
    {
        MemberKind.Conversion => true,
        MemberKind.Method or MemberKind.Constructor => Arguments == Anything || (Arguments >= member.Takes.Least && Arguments <= member.Takes.Most),
        _ => Arguments != OnlyType,
    };

    /// <summary>The same name, where what stands before it is, or may be, a value.</summary>
    public CallShape OfAnyOwner() => this with { Owner = null };

    private static string? OwnerOf(ExpressionSyntax callee) =>
        callee is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: var owner } } && ValueNames.IsTypical(owner) ? owner : null;

    /// <summary>With how many arguments an object is made of the type that a name is.</summary>
    private static int? MadeWith(SimpleNameSyntax name)
    {
        ExpressionSyntax type = name;
        while (type.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            type = (ExpressionSyntax)type.Parent;
        }

        return type.Parent is ObjectCreationExpressionSyntax made && made.Type == type ? made.ArgumentList?.Arguments.Count ?? 0 : null;
    }

    private static CallReach ReachOf(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression switch
        {
            ThisExpressionSyntax => CallReach.OwnOrExtension,
            BaseExpressionSyntax => CallReach.Own,
            _ => CallReach.Anywhere,
        },
        MemberBindingExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax => CallReach.Anywhere,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Left == name => CallReach.Anywhere,
        { } parent when IsOfPattern(parent) => CallReach.Anywhere,
        _ => CallReach.Own,
    };

    /// <summary>Whether a name belongs to the type of what a pattern asks: <c>{ Body.Length: 0 }</c>.</summary>
    private static bool IsOfPattern(SyntaxNode parent)
    {
        var around = parent;
        while (around is MemberAccessExpressionSyntax { Parent: { } outer })
        {
            around = outer;
        }

        return around is BaseExpressionColonSyntax;
    }
}

/// <summary>How many arguments a call of a member may have.</summary>
/// <param name="Least">The fewest.</param>
/// <param name="Most">The most.</param>
internal readonly record struct ArgumentCounts(int Least, int Most)
{
    /// <summary>Of what is called without arguments, or through something else.</summary>
    public static ArgumentCounts Any { get; } = new(0, int.MaxValue);

    /// <summary>Those of a method or constructor.</summary>
    public static ArgumentCounts Of(BaseMethodDeclarationSyntax method)
    {
        int least = 0, most = 0, extended = 0;
        foreach (var parameter in method.ParameterList.Parameters)
        {
            if (parameter.Modifiers.Any(SyntaxKind.ParamsKeyword) || parameter.Type is null)
            {
                return new ArgumentCounts(0, int.MaxValue);
            }

            most++;
            least += parameter.Default is null && parameter.AttributeLists.Count == 0 ? 1 : 0;
            extended += parameter.Modifiers.Any(SyntaxKind.ThisKeyword) ? 1 : 0;
        }

        // What an extension block extends may stand among the arguments.
        most += method.Parent is TypeDeclarationSyntax { Identifier.ValueText.Length: > 0 } ? 0 : 1;
        return new ArgumentCounts(MayBeOptionalElsewhere(method) ? 0 : Math.Max(0, least - extended), most);
    }

    /// <summary>Whether another declaration that is called in its place may make parameters optional: what it overrides or implements, or its other part.</summary>
    private static bool MayBeOptionalElsewhere(BaseMethodDeclarationSyntax method)
    {
        if (method is ConstructorDeclarationSyntax)
        {
            return method.Modifiers.Any(SyntaxKind.PartialKeyword);
        }

        // A public member may implement one of an interface that only a derived type names.
        var mayImplement = method.Modifiers.Any(SyntaxKind.PublicKeyword) || method.Parent is InterfaceDeclarationSyntax;
        return method is not MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } || method.Modifiers.Any(SyntaxKind.PartialKeyword) || method.Modifiers.Any(SyntaxKind.OverrideKeyword) ||
            (mayImplement && !(method.Parent is TypeDeclarationSyntax around && around.Modifiers.Any(SyntaxKind.StaticKeyword)));
    }
}
