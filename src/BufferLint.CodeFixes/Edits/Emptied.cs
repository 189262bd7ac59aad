// What is written into a field that has nothing any more, and how that is asked.
using System.Linq;
using System.Threading;
using BufferLint.CodeFixes.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.CodeFixes.Edits;

/// <summary>The value of a field that has nothing.</summary>
/// <param name="Value">As it is written.</param>
/// <param name="Comparand">What it is compared with.</param>
/// <param name="IsAddress">Whether it is compared by an operator, as pointers and numbers are.</param>
internal sealed record Emptied(string Value, string Comparand, bool IsAddress)
{
    /// <summary>Whether there is no one value that says so: that of a struct can only be assigned.</summary>
    public bool IsStruct => Value == "default";

    /// <summary>The value; <see langword="null"/> if nobody can say.</summary>
    public static Emptied? Of(KeptField field, FindingSite site, CancellationToken cancellation) => field.Type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => new Emptied("null", "null", true),
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => OfNumber(field.Symbol, cancellation),
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => new Emptied("null", "null", false),
        { IsReferenceType: true } => new Emptied(IsNeverNull(field.Symbol) && site.Model.GetNullableContext(site.Breaking.SpanStart).WarningsEnabled() ? "null!" : "null", "null", false),
        { IsValueType: true } => new Emptied("default", "default", false),
        _ => null,
    };

    /// <summary>The question whether a variable has anything.</summary>
    public string Test(string variable, SyntaxNode at) =>
        IsAddress || at.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 } ? $"{variable} != {Comparand}" : $"{variable} is not {Comparand}";

    private static bool IsNeverNull(ISymbol field) => field is IFieldSymbol { NullableAnnotation: NullableAnnotation.NotAnnotated } or IPropertySymbol { NullableAnnotation: NullableAnnotation.NotAnnotated };

    /// <summary>Zero as the type calls it: that of <c>nint</c> is a number.</summary>
    private static Emptied OfNumber(ISymbol field, CancellationToken cancellation)
    {
        var type = field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var declared } } => declared.ToString(),
            PropertyDeclarationSyntax { Type: var declared } => declared.ToString(),
            _ => "nint",
        };
        var zero = type is "nint" or "nuint" ? "0" : type + ".Zero";
        return new Emptied(zero, zero, true);
    }
}
