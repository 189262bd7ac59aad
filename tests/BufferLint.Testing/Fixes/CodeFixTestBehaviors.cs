// Which parts of a code fix test are left out.
using System;

namespace BufferLint.Testing;

/// <summary>Parts of a code fix test that are not run.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    /// <summary>Everything runs.</summary>
    None = 0,

    /// <summary>Only the first fix is applied, not one after another until none is left.</summary>
    FixOne = 1,

    /// <summary>Fix all in a document is not run.</summary>
    SkipFixAllInDocumentCheck = 2,

    /// <summary>Fix all in a project is not run.</summary>
    SkipFixAllInProjectCheck = 4,

    /// <summary>Fix all in a solution is not run.</summary>
    SkipFixAllInSolutionCheck = 8,

    /// <summary>Fix all is not run.</summary>
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,
}
