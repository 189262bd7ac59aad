namespace BufferLint.CodeFixes;

/// <summary>Keeps a copy of memory that a public method was given.</summary>
public sealed class CopyParameterFix : CopyKeptFix
{
    internal override string RuleId => RuleIds.KeptMemoryParameter;
}
