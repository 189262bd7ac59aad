// A checkout in a temporary folder.
using System;
using System.IO;
using BufferLint.Dev.Corpus;
using BufferLint.Dev.Corpus.Projects;

namespace BufferLint.Tests.Corpus;

/// <summary>Files written for one test.</summary>
internal sealed class ScratchCheckout : IDisposable
{
    public ScratchCheckout() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public CorpusRequest Request => new(Root) { Rounds = 0 };

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string In(string path) => Path.Combine(Root, path);

    /// <summary>Writes a file; its path is given from the root.</summary>
    public ScratchCheckout With(string path, string text = "class C;")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
        return this;
    }

    /// <summary>Writes an SDK-style project file.</summary>
    public ScratchCheckout WithProject(string path, string body = "") =>
        With(path, $"""<Project Sdk="Microsoft.NET.Sdk">{body}</Project>""");

    public Checkout Find() => ProjectFinder.Find(Request);
}
