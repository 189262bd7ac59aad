// `public byte Get() => _buffer[0];` asks `ObjectDisposedException.ThrowIf(_disposed, this);` first.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Edits;
using BufferLint.CodeFixes.Guards;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes;

/// <summary>Makes a member that would use what was released refuse that, by the flag that its type has for that.</summary>
public sealed class RefuseAfterReleaseFix : FindingFix
{
    internal override string RuleId => RuleIds.KeptReleasedField;

    internal override string Title => "Refuse the use if the type's flag is set";

    internal override FixPlan? Plan(FindingSite site, CancellationToken cancellation)
    {
        if (site.IsReleasedAgain || site.Needed is not { } used || Functions.MemberAround(used) is not MethodDeclarationSyntax member || MemberStart.Of(member) is not { } start || start.IsConditional ||
            site.Model.GetDeclaredSymbol(member, cancellation) is not { IsStatic: false, DeclaredAccessibility: not Accessibility.Private, ContainingType: { } type } ||
            DisposalFlag.IsEnding(member) || DisposalFlag.Of(type, cancellation) is not { } flag || flag.IsTestedIn(member) || !flag.IsSetIn(Functions.MemberAround(site.Breaking)) ||
            OffLimits.IsConditional(member))
        {
            return null;
        }

        var exception = site.Model.Compilation.GetTypeByMetadataName("System.ObjectDisposedException");
        var name = exception?.ToMinimalDisplayString(site.Model, used.SpanStart);
        return new FixPlan(
            OwnRefusal(type, flag, cancellation) is { } own ? start.Insert(own + "();", site.Text)
            : exception?.GetMembers("ThrowIf").IsEmpty == false ? start.Insert($"{name}.ThrowIf({flag.Text}, this);", site.Text)
            : start.Insert($"if ({flag.Text})", $"throw new {name}(nameof({type.Name}));", null, site.Text));
    }

    /// <summary>The method by which the other members of the type refuse.</summary>
    private static string? OwnRefusal(INamedTypeSymbol type, DisposalFlag flag, CancellationToken cancellation) => type.GetMembers().OfType<IMethodSymbol>()
        .FirstOrDefault(method => method is { IsStatic: false, ReturnsVoid: true, Parameters.IsEmpty: true, Arity: 0 } && method.Name.Contains("Dispos") && method.DeclaringSyntaxReferences is [var declared] &&
            declared.GetSyntax(cancellation) is MethodDeclarationSyntax code && flag.IsTestedIn(code) && Throws(code))?.Name;

    private static bool Throws(SyntaxNode code) =>
        code.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax or IdentifierNameSyntax { Identifier.ValueText: "ThrowIf" });
}
