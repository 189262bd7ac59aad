// The files and expectations of a test before or after a fix.
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace BufferLint.Testing;

/// <summary>One state of the test project: its files and the diagnostics expected in it.</summary>
public sealed class SolutionState
{
    /// <summary>The C# sources; markup in them expects diagnostics and names places.</summary>
    public SourceFileList Sources { get; } = [];

    /// <summary>Additional files, by path; markup works in them as in sources.</summary>
    public SourceFileList AdditionalFiles { get; } = [];

    /// <summary>Files such as <c>("/.editorconfig", "…")</c>, taken as they are.</summary>
    public SourceFileList AnalyzerConfigFiles { get; } = [];

    /// <summary>References beyond <see cref="AnalyzerTest.ReferenceAssemblies"/>.</summary>
    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    /// <summary>Diagnostics expected beside those the markup gives.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>The kind of output; a source with top-level statements needs a console application.</summary>
    public OutputKind OutputKind { get; set; } = OutputKind.DynamicallyLinkedLibrary;
}
