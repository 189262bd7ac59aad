// A line diff of two small texts, for failure messages.
using System;
using System.Collections.Generic;
using System.Text;

namespace BufferLint.Testing;

internal static class LineDiff
{
    /// <summary>The lines of both texts: <c>-</c> expected only, <c>+</c> found only; blanks at a line's end show as <c>·</c>.</summary>
    internal static string Between(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var common = CommonLengths(left, right);
        var diff = new StringBuilder();
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                Append(diff, ' ', left[i++]);
                j++;
            }
            else if (j >= right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Append(diff, '-', left[i++]);
            }
            else
            {
                Append(diff, '+', right[j++]);
            }
        }

        return diff.ToString();
    }

    /// <summary>How many lines the rests of both texts have in common, from every pair of lines on.</summary>
    private static int[,] CommonLengths(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static void Append(StringBuilder diff, char sign, string line)
    {
        var end = line.TrimEnd().Length;
        diff.Append(sign).Append(' ').Append(line, 0, end).Append('·', line.Length - end).Append('\n');
    }
}
