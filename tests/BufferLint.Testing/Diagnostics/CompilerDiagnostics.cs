// Which diagnostics of the compiler itself a test looks at.
namespace BufferLint.Testing;

/// <summary>The compiler's own diagnostics that a test compares with what it expects.</summary>
public enum CompilerDiagnostics
{
    /// <summary>None: the source need not compile.</summary>
    None,

    /// <summary>Errors; the default.</summary>
    Errors,

    /// <summary>Errors and warnings.</summary>
    Warnings,
}
