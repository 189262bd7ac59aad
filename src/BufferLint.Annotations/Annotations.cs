namespace BufferLint.Annotations;

/// <summary>What all attributes of this assembly share.</summary>
internal static class Annotations
{
    /// <summary>
    /// The compilation symbol that keeps the attributes in the compiled assembly. Without it they are seen in source
    /// only and leave nothing behind; define it to annotate a library whose users run BufferLint too.
    /// </summary>
    internal const string Symbol = "BUFFERLINT_ANNOTATIONS";
}
