// Two fields that a constructor gives one lease: a member that releases both releases that lease twice in one call.
using System;
using System.Collections.Generic;
using System.Linq;
using BufferLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Protocols;

/// <summary>Two releases of one lease.</summary>
/// <param name="Entry">The member that comes to both.</param>
/// <param name="Kept">The field by which it is released again.</param>
/// <param name="Other">The field that has the same.</param>
/// <param name="Release">The first release.</param>
/// <param name="Again">The second.</param>
/// <param name="Effect">What is done.</param>
internal readonly record struct SecondRelease(EntryMember Entry, ISymbol Kept, ISymbol Other, SyntaxNode Release, SyntaxNode Again, Effect Effect);

/// <summary>Runs the constructors of one type, and then the members that release, on the object as it was made.</summary>
internal sealed class FieldsOverOne
{
    private readonly INamedTypeSymbol _type;
    private readonly WatchedField[] _fields;
    private readonly RunContext _context;

    private FieldsOverOne(INamedTypeSymbol type, WatchedField[] fields, RunContext context)
    {
        _type = type;
        _fields = fields;
        _context = context;
    }

    /// <summary>The releases of a lease that another field of the same object has released before, in the same call.</summary>
    /// <param name="fields">The fields that may hold a lease.</param>
    /// <param name="releasing">The members that may release.</param>
    /// <param name="context">The type.</param>
    public static IEnumerable<SecondRelease> In(IEnumerable<WatchedField> fields, IReadOnlyCollection<EntryMember> releasing, RunContext context)
    {
        var type = context.Type;
        var own = fields.Where(field => field is { OfElements: false, IsOfOther: false } && IsClosed(field.Outer, type)).ToArray();
        if (own.Select(static field => field.Outer.Name).Distinct().Count() < 2)
        {
            return Enumerable.Empty<SecondRelease>();
        }

        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax(context.Cancellation) is ConstructorDeclarationSyntax code && MaySetTwo(code, own)).ToArray();
        return constructors.Length == 0 ? Enumerable.Empty<SecondRelease>() : new FieldsOverOne(type, own, context).Find(constructors, releasing);
    }

    /// <summary>Whether only the type's own code puts something into a field.</summary>
    private static bool IsClosed(ISymbol field, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(field.ContainingType, type) && field switch
    {
        IFieldSymbol { IsStatic: false } own => own.IsReadOnly || own.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol property => property.SetMethod is null || property.SetMethod.DeclaredAccessibility == Accessibility.Private,
        _ => false,
    };

    /// <summary>Whether a constructor puts what one name stands for into a field, and has that name, or the field's, in another.</summary>
    private static bool MaySetTwo(ConstructorDeclarationSyntax code, WatchedField[] fields)
    {
        var names = new HashSet<string>(fields.Select(static field => field.Outer.Name), StringComparer.Ordinal);
        return code.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => NameOf(assignment.Left) is { } name && names.Contains(name) && NameOf(assignment.Right) is not null);
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var left } => NameOf(left),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } => NameOf(operand),
        CastExpressionSyntax cast => NameOf(cast.Expression),
        _ => null,
    };

    private IEnumerable<SecondRelease> Find(IEnumerable<IMethodSymbol> constructors, IReadOnlyCollection<EntryMember> releasing)
    {
        foreach (var constructor in constructors)
        {
            foreach (var field in _fields)
            {
                foreach (var made in Made(constructor, field))
                {
                    foreach (var other in _fields.Where(other => !SymbolEqualityComparer.Default.Equals(other.Outer, field.Outer) && made.IsSame(other.Place, field.Place)))
                    {
                        foreach (var entry in releasing.Where(entry => entry.Words.Contains(field.Outer.Name) && entry.Words.Contains(other.Outer.Name) && !IsSetBeside(entry, field.Outer) && !IsSetBeside(entry, other.Outer)))
                        {
                            if (SecondIn(entry, made, field, other) is { } second)
                            {
                                yield return second;
                            }
                        }
                    }
                }
            }
        }
    }

    /// <summary>What the object is like when a constructor has run.</summary>
    private ObjectState[] Made(IMethodSymbol constructor, WatchedField field)
    {
        var start = new ObjectState(field.Place) { IsBeingMade = true };
        foreach (var member in _type.GetMembers().OfType<IFieldSymbol>().Where(static member => member is { IsStatic: false, IsConst: false }))
        {
            var declared = (member.AssociatedSymbol ?? member).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_context.Cancellation);
            var initial = (declared as VariableDeclaratorSyntax)?.Initializer?.Value ?? (declared as PropertyDeclarationSyntax)?.Initializer?.Value;
            var place = Place.This.To(member.AssociatedSymbol ?? member);
            start.Learn(place, initial is null ? Making.DefaultOf(member.Type) : initial is LiteralExpressionSyntax { RawKind: not (int)SyntaxKind.DefaultLiteralExpression, Token.Value: var value } ? Content.Known(value) : Content.Unknown);
            if (initial is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } && (field.Place.Equals(place) || field.Place.IsWithin(place)))
            {
                start.Learn(field.Place, Content.Of(Storage.Present));
            }
        }

        _context.Doubtful = null;
        return (MemberRun.Of(_context, constructor, start, Place.This) ?? Array.Empty<Outcome>())
            .Where(end => end.State.Released == Storage.None && !_context.IsOverBudget)
            .Select(static end => end.State.AsMade())
            .ToArray();
    }

    /// <summary>The second release that a member comes to however conditions turn out; <see langword="null"/> if it does not, or it has nothing to do with the other field.</summary>
    private SecondRelease? SecondIn(EntryMember entry, ObjectState made, WatchedField field, WatchedField other)
    {
        var alone = made.Copy();
        alone.Learn(other.Place, Content.Unknown);
        SecondRelease? found = null;
        foreach (var doubtful in new[] { true, false })
        {
            if (Run(entry, alone, doubtful) is not { } without || without.Any(static end => !end.State.Events.IsEmpty) ||
                Run(entry, made, doubtful) is not { Count: > 0 } ends || !ends.All(static end => end.State.Events.Any(static done => done.IsRelease)))
            {
                return null;
            }

            var state = ends[0].State;
            var (release, again) = (state.FormerReleasedAt!, state.Events.Where(static done => done.IsRelease).OrderBy(static done => done.Syntax.SpanStart).First().Syntax);
            var isOfOther = Names(release, other.Outer) && !Names(release, field.Outer);
            found ??= release == again ? null : new SecondRelease(entry, isOfOther ? field.Outer : other.Outer, isOfOther ? other.Outer : field.Outer, release, again, state.Effect!);
        }

        return found;
    }

    private IReadOnlyList<Outcome>? Run(EntryMember entry, ObjectState made, bool doubtful)
    {
        _context.Doubtful = doubtful;
        var ends = MemberRun.Of(_context, entry.Method, FieldProtocols.WithParameters(made.Copy(), entry), Place.This);
        return _context.IsOverBudget ? null : ends;
    }

    private static bool Names(SyntaxNode code, ISymbol field) => code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == field.Name);

    /// <summary>Whether code gives a field another value that is neither a constructor's nor the member's own: it may be called before.</summary>
    private bool IsSetBeside(EntryMember entry, ISymbol field) => _type.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax(_context.Cancellation).DescendantNodes())
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == field.Name && IsWritten(name) && !IsOwn(name, entry));

    private static bool IsWritten(IdentifierNameSyntax name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole || whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            whole = whole.Parent;
        }

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => tuple.Parent is AssignmentExpressionSyntax of && of.Left == tuple,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword,
            RefExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => true,
            _ => false,
        };
    }

    private bool IsOwn(SyntaxNode name, EntryMember entry)
    {
        if (name.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null)
        {
            return false;
        }

        return name.AncestorsAndSelf().Any(around => around is ConstructorDeclarationSyntax constructor && constructor.Modifiers.All(static modifier => !modifier.IsKind(SyntaxKind.StaticKeyword))
            || entry.Reached.Any(method => method.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == around.SyntaxTree && declared.Span == around.Span)));
    }
}
