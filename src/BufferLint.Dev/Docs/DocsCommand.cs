namespace BufferLint.Dev.Docs;
internal static class DocsCommand { public static System.CommandLine.Command Create() => new("docs"); }
