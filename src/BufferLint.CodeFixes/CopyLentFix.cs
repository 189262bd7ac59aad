namespace BufferLint.CodeFixes;

/// <summary>Keeps a copy of memory that was lent for a call.</summary>
public sealed class CopyLentFix : CopyKeptFix
{
    internal override string RuleId => RuleIds.KeptLentMemory;
}
