// Conditions of project files: comparisons, and, or, not, Exists, numbers. What cannot be read is false.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace BufferLint.Dev.Corpus.Projects;

/// <summary>One condition, read from left to right.</summary>
internal sealed partial class Condition
{
    private readonly List<string> _tokens = [];
    private readonly Expansion _expansion;
    private readonly string _folder;
    private int _at;

    private Condition(string text, Expansion expansion, string folder)
    {
        _expansion = expansion;
        _folder = folder;
        foreach (Match token in Token().Matches(text))
        {
            _tokens.Add(token.Value);
        }
    }

    /// <summary>Whether a condition holds; an absent one does.</summary>
    public static bool Holds(string? text, Expansion expansion, string folder)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var condition = new Condition(text, expansion, folder);
        return condition.Or() && condition._at == condition._tokens.Count;
    }

    private bool Or()
    {
        var value = And();
        while (Takes("or"))
        {
            value |= And();
        }

        return value;
    }

    private bool And()
    {
        var value = Term();
        while (Takes("and"))
        {
            value &= Term();
        }

        return value;
    }

    private bool Term()
    {
        if (Takes("!"))
        {
            return !Term();
        }

        if (Takes("("))
        {
            var value = Or();
            return Takes(")") && value;
        }

        if (Takes("exists"))
        {
            var path = Takes("(") ? Operand() : string.Empty;
            return Takes(")") && path.Length > 0 && Path.Exists(Paths.Full(_folder, path));
        }

        if (Takes("hastrailingslash"))
        {
            var path = Takes("(") ? Operand() : string.Empty;
            return Takes(")") && path.EndsWith('/');
        }

        var left = Operand();
        var comparison = _at < _tokens.Count ? _tokens[_at] : string.Empty;
        if (comparison is not ("==" or "!=" or "<" or "<=" or ">" or ">="))
        {
            return IsTrue(left);
        }

        _at++;
        return Compare(left, comparison, Operand());
    }

    private static bool Compare(string left, string comparison, string right)
    {
        if (comparison is "==" or "!=")
        {
            var same = string.Equals(left, right, StringComparison.OrdinalIgnoreCase) || (Number(left) is { } number && Number(right) == number);
            return same == (comparison == "==");
        }

        return Number(left) is { } smaller && Number(right) is { } bigger && comparison switch
        {
            "<" => smaller.CompareTo(bigger) < 0,
            "<=" => smaller.CompareTo(bigger) <= 0,
            ">" => smaller.CompareTo(bigger) > 0,
            _ => smaller.CompareTo(bigger) >= 0,
        };
    }

    private static Version? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? new Version(whole, 0)
        : Version.TryParse(text, out var version) ? version
        : null;

    private static bool IsTrue(string text) => text.Trim().ToLowerInvariant() is "true" or "on" or "yes" or "!false";

    private string Operand() => _at < _tokens.Count ? _expansion.Expand(_tokens[_at++].Trim('\'')).Trim() : string.Empty;

    private bool Takes(string token)
    {
        if (_at < _tokens.Count && _tokens[_at].Equals(token, StringComparison.OrdinalIgnoreCase))
        {
            _at++;
            return true;
        }

        return false;
    }

    /// <summary>Quoted text, a property or function with its parentheses balanced, an operator, a word.</summary>
    [GeneratedRegex(@"'(?:\$\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|[^'])*'|\$\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|==|!=|<=|>=|[<>!()]|[^\s()<>=!']+")]
    private static partial Regex Token();
}
