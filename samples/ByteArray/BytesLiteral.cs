// Writes bytes as a Python bytes literal, the way a bytearray prints itself.
using System;
using System.Globalization;
using System.Text;

namespace BufferLint.Samples.Buffers;

internal static class BytesLiteral
{
    /// <summary>
    /// Double quotes enclose bytes that hold a single quote and no double one; a single quote inside is escaped either
    /// way, a double one never.
    /// </summary>
    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        var quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        var text = new StringBuilder("b").Append(quote);
        foreach (var item in bytes)
        {
            _ = item switch
            {
                (byte)'\'' => text.Append("\\'"),
                (byte)'\\' => text.Append("\\\\"),
                (byte)'\t' => text.Append("\\t"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                >= 0x20 and < 0x7f => text.Append((char)item),
                _ => text.Append("\\x").Append(item.ToString("x2", CultureInfo.InvariantCulture)),
            };
        }

        return text.Append(quote).ToString();
    }
}
