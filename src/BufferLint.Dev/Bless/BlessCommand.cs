namespace BufferLint.Dev.Bless;
internal static class BlessCommand { public static System.CommandLine.Command Create() => new("bless"); }
