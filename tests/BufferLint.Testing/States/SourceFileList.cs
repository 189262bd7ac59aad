// The files of one kind in a test state.
using System.Collections.Generic;
using System.Globalization;

namespace BufferLint.Testing;

/// <summary>Files of a test, by path and content; a file added without a path is named <c>/0/Test0.cs</c> and so on.</summary>
public sealed class SourceFileList : List<(string FileName, string Content)>
{
    /// <summary>The folder of the files that are added without a path.</summary>
    public const string DefaultFolder = "/0/";

    /// <summary>The path of the first source that is added without one.</summary>
    public const string FirstPath = DefaultFolder + "Test0.cs";

    /// <summary>Adds a file under the next default name.</summary>
    public void Add(string content) =>
        Add((DefaultFolder + "Test" + Count.ToString(CultureInfo.InvariantCulture) + ".cs", content));
}
