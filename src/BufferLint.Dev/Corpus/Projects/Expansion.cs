// $(…) in project files: properties, and the few functions that decide what is compiled.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>Expands text with the properties known so far.</summary>
internal sealed class Expansion
{
    private delegate string Function(Expansion expansion, string[] arguments);

    private static readonly Dictionary<string, Function> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GetPathOfFileAbove"] = static (expansion, arguments) => Paths.Above(expansion.Folder(arguments, 1), arguments[0]) ?? string.Empty,
        ["GetDirectoryNameOfFileAbove"] = static (expansion, arguments) => Paths.Above(expansion.Folder(arguments, 0), arguments[1]) is { } found ? Paths.FolderOf(found) : string.Empty,
        ["NormalizePath"] = static (expansion, arguments) => expansion.Combined(arguments),
        ["NormalizeDirectory"] = static (expansion, arguments) => expansion.Combined(arguments).TrimEnd('/') + "/",
        ["GetFullPath"] = static (expansion, arguments) => expansion.Combined(arguments),
        ["Combine"] = static (_, arguments) => Path.Combine(arguments).Replace('\\', '/'),
        ["EnsureTrailingSlash"] = static (_, arguments) => arguments[0].TrimEnd('/', '\\') + "/",
        ["GetDirectoryName"] = static (_, arguments) => Paths.FolderOf(arguments[0].Replace('\\', '/')),
        ["GetFileNameWithoutExtension"] = static (_, arguments) => Path.GetFileNameWithoutExtension(arguments[0].Replace('\\', '/')),
        ["Exists"] = static (_, arguments) => Bool(Path.Exists(arguments[0])),
        ["IsOSPlatform"] = static (_, arguments) => Bool(OperatingSystem.IsOSPlatform(arguments[0])),
        ["IsTargetFrameworkCompatible"] = static (_, arguments) => Bool(TargetFramework.Parse(arguments[0]).Takes(TargetFramework.Parse(arguments[1]))),
        ["GetTargetFrameworkIdentifier"] = static (_, arguments) => Identifier(TargetFramework.Parse(arguments[0])),
        ["GetTargetFrameworkVersion"] = static (_, arguments) => TargetFramework.Parse(arguments[0]).Version.ToString(),
        ["VersionGreaterThanOrEquals"] = static (_, arguments) => Bool(Compare(arguments) >= 0),
        ["VersionGreaterThan"] = static (_, arguments) => Bool(Compare(arguments) > 0),
        ["VersionLessThanOrEquals"] = static (_, arguments) => Bool(Compare(arguments) <= 0),
        ["VersionLessThan"] = static (_, arguments) => Bool(Compare(arguments) < 0),
        ["VersionEquals"] = static (_, arguments) => Bool(Compare(arguments) == 0),
    };

    private static readonly Dictionary<string, Func<string, string[], string>> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StartsWith"] = static (text, arguments) => Bool(text.StartsWith(arguments[0], StringComparison.Ordinal)),
        ["EndsWith"] = static (text, arguments) => Bool(text.EndsWith(arguments[0], StringComparison.Ordinal)),
        ["Contains"] = static (text, arguments) => Bool(text.Contains(arguments[0], StringComparison.Ordinal)),
        ["Replace"] = static (text, arguments) => text.Replace(arguments[0], arguments[1], StringComparison.Ordinal),
        ["TrimStart"] = static (text, arguments) => text.TrimStart([.. string.Concat(arguments)]),
        ["TrimEnd"] = static (text, arguments) => text.TrimEnd([.. string.Concat(arguments)]),
        ["Trim"] = static (text, _) => text.Trim(),
        ["ToLower"] = static (text, _) => text.ToLowerInvariant(),
        ["ToLowerInvariant"] = static (text, _) => text.ToLowerInvariant(),
        ["ToUpper"] = static (text, _) => text.ToUpperInvariant(),
        ["ToUpperInvariant"] = static (text, _) => text.ToUpperInvariant(),
    };

    private readonly IReadOnlyDictionary<string, string> _properties;

    public Expansion(IReadOnlyDictionary<string, string> properties) => _properties = properties;

    public static string Identifier(TargetFramework framework) => framework.Family switch
    {
        FrameworkFamily.Core => ".NETCoreApp",
        FrameworkFamily.Standard => ".NETStandard",
        FrameworkFamily.Framework => ".NETFramework",
        _ => string.Empty,
    };

    /// <summary>Replaces every <c>$(…)</c>; what it does not understand becomes nothing.</summary>
    public string Expand(string text)
    {
        if (!text.Contains("$(", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var start = text.IndexOf("$(", at, StringComparison.Ordinal);
            var end = start < 0 ? -1 : Closing(text, start + 1);
            if (end < 0)
            {
                return result.Append(text, at, text.Length - at).ToString();
            }

            result.Append(text, at, start - at).Append(Value(text[(start + 2)..end].Trim()));
            at = end + 1;
        }

        return result.ToString();
    }

    private string Value(string inner)
    {
        if (inner.StartsWith('['))
        {
            var name = inner.IndexOf("]::", StringComparison.Ordinal);
            return name < 0 ? string.Empty : Call(inner[(name + 3)..], (function, arguments) => Functions.TryGetValue(function, out var known) ? known(this, arguments) : string.Empty);
        }

        var dot = inner.IndexOf('.');
        var value = _properties.GetValueOrDefault(dot < 0 ? inner : inner[..dot], string.Empty);
        return dot < 0 ? value : Call(inner[(dot + 1)..], (method, arguments) => Methods.TryGetValue(method, out var known) ? known(value, arguments) : string.Empty);
    }

    private string Call(string call, Func<string, string[], string> apply)
    {
        var open = call.IndexOf('(');
        var close = open < 0 ? -1 : Closing(call, open);
        if (close != call.Length - 1)
        {
            // A property of a value, or calls in a row: nothing that decides what is compiled needs them.
            return string.Empty;
        }

        try
        {
            return apply(call[..open].Trim(), [.. Arguments(call[(open + 1)..close]).Select(Expand)]);
        }
        catch (Exception mistake) when (mistake is IndexOutOfRangeException or ArgumentException or IOException)
        {
            return string.Empty;
        }
    }

    private static IEnumerable<string> Arguments(string list)
    {
        if (list.Trim().Length == 0)
        {
            yield break;
        }

        var start = 0;
        var depth = 0;
        var quote = '\0';
        for (var index = 0; index <= list.Length; index++)
        {
            var here = index == list.Length ? ',' : list[index];
            if (index < list.Length && quote != '\0')
            {
                quote = here == quote ? '\0' : quote;
            }
            else if (here is '\'' or '"' or '`')
            {
                quote = here;
            }
            else if (here == ',' && (depth == 0 || index == list.Length))
            {
                yield return list[start..index].Trim().Trim('\'', '"', '`');
                start = index + 1;
            }
            else
            {
                depth += here == '(' ? 1 : here == ')' ? -1 : 0;
            }
        }
    }

    private static int Closing(string text, int open)
    {
        var depth = 0;
        for (var index = open; index < text.Length; index++)
        {
            depth += text[index] == '(' ? 1 : text[index] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private static int Compare(string[] versions) => TargetFramework.Parse("net" + versions[0].TrimStart('v')).Version.CompareTo(TargetFramework.Parse("net" + versions[1].TrimStart('v')).Version);

    private string Folder(string[] arguments, int index) =>
        (arguments.Length > index && arguments[index].Length > 0 ? Paths.Full(Here, arguments[index]) : Here).TrimEnd('/');

    private string Combined(string[] arguments) => Paths.Full(Here, Path.Combine([.. arguments.Select(argument => argument.Replace('\\', '/'))]));

    private string Here => _properties.GetValueOrDefault("MSBuildThisFileDirectory", "/");
}
