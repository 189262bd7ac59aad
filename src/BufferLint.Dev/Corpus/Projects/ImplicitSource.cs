// What the SDK adds to a compilation by itself: global usings and the friends named in the project file.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace BufferLint.Dev.Corpus.Projects;

internal static class ImplicitSource
{
    private static readonly string[] Basic = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly Dictionary<string, string[]> More = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.NET.Sdk.Web"] =
        [
            "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
            "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        ],
        ["Microsoft.NET.Sdk.Worker"] =
        [
            "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        ],
    };

    public static string Of(ProjectEvaluation project, TargetFramework framework)
    {
        var text = new StringBuilder();
        foreach (var directive in Usings(project, framework))
        {
            text.Append("global using ").Append(directive).Append(";\n");
        }

        foreach (var friend in project.Items.Where(item => item.Type == "InternalsVisibleTo").SelectMany(item => item.Include.Select(name => (Name: name, Key: item["Key"]))))
        {
            var key = friend.Key.Length > 0 ? friend.Key : project["PublicKey"];
            text.Append($"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend.Name}{(key.Length > 0 ? ", PublicKey=" + key : string.Empty)}\")]\n");
        }

        return text.ToString();
    }

    private static SortedSet<string> Usings(ProjectEvaluation project, TargetFramework framework)
    {
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        if (project["ImplicitUsings"].ToLowerInvariant() is "enable" or "true")
        {
            usings.UnionWith(Basic.Where(name => name != "System.Net.Http" || framework.Family != FrameworkFamily.Framework).Select(Global));
            usings.UnionWith(More.GetValueOrDefault(project.Sdk, []).Select(Global));
        }

        foreach (var item in project.Items.Where(item => item.Type == "Using"))
        {
            usings.ExceptWith(item.Remove.Select(Global));
            usings.UnionWith(item.Include.Select(name =>
                item["Alias"].Length > 0 ? $"{item["Alias"]} = global::{name}"
                : item["Static"].Equals("true", StringComparison.OrdinalIgnoreCase) ? $"static global::{name}"
                : Global(name)));
        }

        return usings;
    }

    private static string Global(string name) => "global::" + name;
}
