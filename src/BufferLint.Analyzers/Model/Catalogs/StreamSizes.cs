using System.Collections.Immutable;
using System.Linq;

namespace BufferLint.Model.Catalogs;

/// <summary>Sizes of what streams, readers, writers, text and hashes are given a part of.</summary>
internal static class StreamSizes
{
    private const string Stream = "System.IO.Stream";
    private const string Encoding = "System.Text.Encoding";
    private const string Convert = "System.Convert";
    private const string Hash = "System.Security.Cryptography.HashAlgorithm";

    private static readonly ImmutableArray<(string Type, int Bytes)> Hashes = ImmutableArray.Create(("MD5", 16), ("SHA1", 20), ("SHA256", 32), ("SHA384", 48), ("SHA512", 64));

    public static ImmutableArray<SizeApi> Rows { get; } = new[]
    {
        "Read(buffer, offset, count)", "Write(buffer, offset, count)", "ReadExactly(buffer, offset, count)", "ReadAsync(buffer, offset, count)", "WriteAsync(buffer, offset, count)",
        "ReadAsync(buffer, offset, count, cancellationToken)", "WriteAsync(buffer, offset, count, cancellationToken)", "ReadExactlyAsync(buffer, offset, count, cancellationToken)",
        "BeginRead(buffer, offset, count, callback, state)", "BeginWrite(buffer, offset, count, callback, state)",
    }
        .Select(static member => SizeApi.Of(Stream, member, "offset + count <= buffer"))
        .Concat(new[]
        {
            SizeApi.Of(Stream, "ReadAtLeast(buffer, minimumBytes, throwOnEndOfStream)", "minimumBytes <= buffer"),
            SizeApi.Of(Stream, "ReadAtLeastAsync(buffer, minimumBytes, throwOnEndOfStream, cancellationToken)", "minimumBytes <= buffer"),
            SizeApi.Of("System.IO.MemoryStream", ".ctor(buffer, index, count)", "index + count <= buffer"),
            SizeApi.Of("System.IO.MemoryStream", ".ctor(buffer, index, count, writable)", "index + count <= buffer"),
            SizeApi.Of("System.IO.MemoryStream", ".ctor(buffer, index, count, writable, publiclyVisible)", "index + count <= buffer"),
            SizeApi.Of("System.IO.BinaryReader", "Read(buffer, index, count)", "index + count <= buffer"),
            SizeApi.Of("System.IO.BinaryWriter", "Write(buffer, index, count)", "index + count <= buffer"),
            SizeApi.Of("System.IO.BinaryWriter", "Write(chars, index, count)", "index + count <= chars"),
            SizeApi.Of("System.IO.TextReader", "Read(buffer, index, count)", "index + count <= buffer"),
            SizeApi.Of("System.IO.TextReader", "ReadBlock(buffer, index, count)", "index + count <= buffer"),
            SizeApi.Of("System.IO.TextWriter", "Write(buffer, index, count)", "index + count <= buffer"),
            SizeApi.Of("System.Text.StringBuilder", "Append(value, startIndex, charCount)", "startIndex + charCount <= value"),
            SizeApi.Of("System.Net.Sockets.Socket", "Receive(buffer, offset, size, socketFlags)", "offset + size <= buffer"),
            SizeApi.Of("System.Net.Sockets.Socket", "Receive(buffer, size, socketFlags)", "size <= buffer"),
            SizeApi.Of("System.Net.Sockets.Socket", "Send(buffer, offset, size, socketFlags)", "offset + size <= buffer"),
            SizeApi.Of("System.Net.Sockets.Socket", "Send(buffer, size, socketFlags)", "size <= buffer"),
            SizeApi.Of(Encoding, "GetString(bytes, index, count)", "index + count <= bytes"),
            SizeApi.Of(Encoding, "GetChars(bytes, index, count)", "index + count <= bytes"),
            SizeApi.Of(Encoding, "GetCharCount(bytes, index, count)", "index + count <= bytes"),
            SizeApi.Of(Encoding, "GetByteCount(chars, index, count)", "index + count <= chars"),
            SizeApi.Of(Encoding, "GetBytes(chars, index, count)", "index + count <= chars"),
            SizeApi.Of(Encoding, "GetBytes(chars, bytes)", "%chars <= bytes"),
            SizeApi.Of(Encoding, "GetBytes(chars, charIndex, charCount, bytes, byteIndex)", "charIndex + charCount <= chars; byteIndex + %charCount <= bytes"),
            SizeApi.Of(Encoding, "GetBytes(s, charIndex, charCount, bytes, byteIndex)", "charIndex + charCount <= s; byteIndex + %charCount <= bytes"),
            SizeApi.Of(Encoding, "GetChars(bytes, byteIndex, byteCount, chars, charIndex)", "byteIndex + byteCount <= bytes"),
            SizeApi.Of(Convert, "ToBase64String(inArray, offset, length)", "offset + length <= inArray"),
            SizeApi.Of(Convert, "ToBase64String(inArray, offset, length, options)", "offset + length <= inArray"),
            SizeApi.Of(Convert, "ToHexString(inArray, offset, length)", "offset + length <= inArray"),
            SizeApi.Of(Hash, "ComputeHash(buffer, offset, count)", "offset + count <= buffer"),
            SizeApi.Of(Hash, "TransformBlock(inputBuffer, inputOffset, inputCount, outputBuffer, outputOffset)", "inputOffset + inputCount <= inputBuffer"),
            SizeApi.Of(Hash, "TransformFinalBlock(inputBuffer, inputOffset, inputCount)", "inputOffset + inputCount <= inputBuffer"),
            SizeApi.Of("System.Security.Cryptography.RandomNumberGenerator", "GetBytes(data, offset, count)", "offset + count <= data"),
            SizeApi.Of("System.Security.Cryptography.RandomNumberGenerator", "GetBytes(count)", gives: "count"),
        })
        .Concat(Hashes.SelectMany(static hash => new[]
        {
            SizeApi.Of("System.Security.Cryptography." + hash.Type, "HashData(source)", gives: hash.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            SizeApi.Of("System.Security.Cryptography." + hash.Type, "HashData(source, destination)", $"{hash.Bytes} <= destination"),
        }))
        .ToImmutableArray();
}
