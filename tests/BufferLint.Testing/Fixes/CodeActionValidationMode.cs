// How closely the tree that a fix hands back is looked at.
namespace BufferLint.Testing;

/// <summary>The check of a fix's syntax tree beside the check of its text.</summary>
public enum CodeActionValidationMode
{
    /// <summary>Only the text counts.</summary>
    None,

    /// <summary>The tree must be the one its own text parses to; the default.</summary>
    SemanticStructure,
}
