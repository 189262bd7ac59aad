// What the tables say of whole buffers, executed: what fills a part of one fills its start and says how much, or as much as
// it is told; what reads one reads its last element too.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BufferLint.Model;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace BufferLint.ExecutedFacts;

public class WholeBufferFactsTests
{
    private const int Size = 16;
    private const int Some = 5;
    private const byte Untouched = (byte)'4';
    private const byte Given = (byte)'1';

    /// <summary>Fills bytes; returns how many.</summary>
    private static readonly Dictionary<string, Func<byte[], int>> Counting = new()
    {
        ["Stream.Read(buffer)"] = static page => Source().Read(page),
        ["Stream.ReadAsync(buffer)"] = static page => Source().ReadAsync(page).AsTask().Result,
        ["Stream.ReadAtLeast(buffer)"] = static page => Source().ReadAtLeast(page, 1),
        ["Stream.ReadAtLeastAsync(buffer)"] = static page => Source().ReadAtLeastAsync(page, 1).AsTask().Result,
        ["TextReader.Read(buffer)"] = static page => InLetters(page, static letters => Letters().Read(letters)),
        ["TextReader.ReadAsync(buffer)"] = static page => InLetters(page, static letters => Letters().ReadAsync(letters).AsTask().Result),
        ["TextReader.ReadBlock(buffer)"] = static page => InLetters(page, static letters => Letters().ReadBlock(letters)),
        ["TextReader.ReadBlockAsync(buffer)"] = static page => InLetters(page, static letters => Letters().ReadBlockAsync(letters).AsTask().Result),
        ["BinaryReader.Read(buffer)"] = static page => new BinaryReader(Source()).Read(page),
        ["RandomAccess.Read(buffer)"] = static page => InFile(file => RandomAccess.Read(file, page, 0)),
        ["RandomAccess.ReadAsync(buffer)"] = static page => InFile(file => RandomAccess.ReadAsync(file, page, 0).AsTask().Result),
        ["Socket.Receive(buffer)"] = static page => Connected(receiver => receiver.Receive(page), static sender => sender.Send(Data())),
        ["Socket.ReceiveAsync(buffer)"] = static page => Connected(receiver => receiver.ReceiveAsync(page.AsMemory()).AsTask().Result, static sender => sender.Send(Data())),
        ["Encoding.GetBytes(bytes)"] = static page => Encoding.UTF8.GetBytes(Text(), page),
        ["Encoding.GetChars(chars)"] = static page => InLetters(page, static letters => Encoding.UTF8.GetChars(Data(), letters)),
    };

    /// <summary>Fills the five bytes that it is told to.</summary>
    private static readonly Dictionary<string, Action<byte[]>> Sizing = new()
    {
        ["Stream.ReadExactly(buffer)"] = static page => Source().ReadExactly(page, 0, Some),
        ["Stream.ReadExactlyAsync(buffer)"] = static page => Source().ReadExactlyAsync(page, 0, Some).AsTask().Wait(),
        ["Array.Copy(destinationArray)"] = static page => Array.Copy(Data(), page, Some),
        ["Buffer.BlockCopy(dst)"] = static page => Buffer.BlockCopy(Data(), 0, page, 0, Some),
        ["Array.CopyTo(array)"] = static page => Data().CopyTo(page, 0),
        ["Span.CopyTo(destination)"] = static page => new Span<byte>(Data()).CopyTo(page),
        ["ReadOnlySpan.CopyTo(destination)"] = static page => new ReadOnlySpan<byte>(Data()).CopyTo(page),
        ["Memory.CopyTo(destination)"] = static page => new Memory<byte>(Data()).CopyTo(page),
        ["ReadOnlyMemory.CopyTo(destination)"] = static page => new ReadOnlyMemory<byte>(Data()).CopyTo(page),
        ["MemoryExtensions.CopyTo(destination)"] = static page => MemoryExtensions.CopyTo(Data(), page.AsSpan()),
        ["String.CopyTo(destination)"] = static page => InLetters(page, static letters =>
        {
            Text().CopyTo(letters);
            return Some;
        }),
        ["List.CopyTo(array)"] = static page => Data().ToList().CopyTo(page),
        ["Marshal.Copy(destination)"] = static page =>
        {
            var block = Marshal.AllocHGlobal(Some);
            Marshal.Copy(Data(), 0, block, Some);
            Marshal.Copy(block, page, 0, Some);
            Marshal.FreeHGlobal(block);
        },
        ["RandomNumberGenerator.Fill(data)"] = static page => RandomNumberGenerator.Fill(page.AsSpan(0, Some)),
    };

    /// <summary>What a member makes of bytes: it is another thing if the last of them is.</summary>
    private static readonly Dictionary<string, Func<byte[], object>> Reading = new()
    {
        ["HashAlgorithm.ComputeHash(buffer)"] = static page => SHA256.Create().ComputeHash(page),
        ["IncrementalHash.AppendData(data)"] = static page =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(page);
            return hash.GetHashAndReset();
        },
        ["MemoryExtensions.SequenceEqual(span)"] = static page => MemoryExtensions.SequenceEqual(page.AsSpan(), Page()),
        ["MemoryExtensions.SequenceEqual(other)"] = static page => MemoryExtensions.SequenceEqual(Page().AsSpan(), page),
        ["Enumerable.SequenceEqual(first)"] = static page => Enumerable.SequenceEqual(page, Page()),
        ["Enumerable.SequenceEqual(second)"] = static page => Enumerable.SequenceEqual(Page(), page),
        ["Encoding.GetString(bytes)"] = static page => Encoding.UTF8.GetString(page),
        ["String..ctor(value)"] = static page => new string(Array.ConvertAll(page, static item => (char)item)),
        ["Convert.ToBase64String(inArray)"] = static page => Convert.ToBase64String(page),
        ["Convert.ToBase64String(bytes)"] = static page => Convert.ToBase64String(page.AsSpan()),
        ["Convert.ToHexString(inArray)"] = static page => Convert.ToHexString(page),
        ["Convert.ToHexString(bytes)"] = static page => Convert.ToHexString(page.AsSpan()),
        ["Convert.ToHexStringLower(inArray)"] = static page => Convert.ToHexStringLower(page),
        ["Convert.ToHexStringLower(bytes)"] = static page => Convert.ToHexStringLower(page.AsSpan()),
        ["Stream.Write(buffer)"] = static page => Written(stream => stream.Write(page)),
        ["Stream.WriteAsync(buffer)"] = static page => Written(stream => stream.WriteAsync(page).AsTask().Wait()),
        ["File.WriteAllBytes(bytes)"] = static page => Filed(path => File.WriteAllBytes(path, page)),
        ["File.WriteAllBytesAsync(bytes)"] = static page => Filed(path => File.WriteAllBytesAsync(path, page).Wait()),
        ["RandomAccess.Write(buffer)"] = static page => Filed(path =>
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            RandomAccess.Write(file, page, 0);
        }),
        ["BinaryWriter.Write(buffer)"] = static page => Written(stream => new BinaryWriter(stream).Write(page)),
        ["TextWriter.Write(buffer)"] = static page => Told(page, static (writer, letters) => writer.Write(letters)),
        ["TextWriter.WriteLine(buffer)"] = static page => Told(page, static (writer, letters) => writer.WriteLine(letters)),
        ["TextWriter.WriteAsync(buffer)"] = static page => Told(page, static (writer, letters) => writer.WriteAsync(letters).Wait()),
        ["Socket.Send(buffer)"] = static page => Connected(receiver => Received(receiver), sender => sender.Send(page)),
        ["Socket.SendAsync(buffer)"] = static page => Connected(receiver => Received(receiver), sender => sender.SendAsync(page.AsMemory()).AsTask().Wait()),
        ["ByteArrayContent..ctor(content)"] = static page => new ByteArrayContent(page).ReadAsByteArrayAsync().Result,
        ["ReadOnlyMemoryContent..ctor(content)"] = static page => new ReadOnlyMemoryContent(page).ReadAsByteArrayAsync().Result,
        ["JsonSerializer.Deserialize(utf8Json)"] = static page => JsonSerializer.Deserialize<decimal>(page),
        ["JsonDocument.Parse(utf8Json)"] = static page => JsonDocument.Parse(page).RootElement.GetRawText(),
        ["Enumerable.ToArray(source)"] = static page => Enumerable.ToArray(page),
        ["Enumerable.ToList(source)"] = static page => Enumerable.ToList(page).ToArray(),
        ["Enumerable.ToHashSet(source)"] = static page => Enumerable.ToHashSet(page).Order().ToArray(),
        ["Enumerable.Sum(source)"] = static page => Array.ConvertAll(page, static item => (int)item).Sum(),
        ["Enumerable.Average(source)"] = static page => Array.ConvertAll(page, static item => (int)item).Average(),
        ["Enumerable.Max(source)"] = static page => page.Max(),
        ["Enumerable.Min(source)"] = static page => Array.ConvertAll(page, static item => -item).Min(),
        ["Enumerable.Aggregate(source)"] = static page => Enumerable.Aggregate(page, static (one, other) => (byte)(one + other)),
        ["MemoryExtensions.ToArray(source)"] = static page => ImmutableArray.Create(page).AsSpan().ToArray(),
        ["Array.Clone"] = static page => page.Clone(),
        ["Span.ToArray"] = static page => page.AsSpan().ToArray(),
        ["Memory.ToArray"] = static page => page.AsMemory().ToArray(),
    };

    /// <summary>In a package that is not among the references of these tests.</summary>
    private static readonly ImmutableHashSet<string> NotAtHand = ["NonCryptographicHashAlgorithm.Append(source)"];

    public static TheoryData<string> Counted => [.. WholeBuffers.Counted.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Sized => [.. WholeBuffers.Sized.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Read => [.. WholeBuffers.Reading.Except(NotAtHand).Concat(WholeBuffers.ReadingInstances).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Counted))]
    public void FillsTheStartAndSaysHowMuch(string row)
    {
        var page = Page();
        Assert.Equal(Some, Counting[row](page));
        AssertStartIsFilled(page);
    }

    [Theory]
    [MemberData(nameof(Sized))]
    public void FillsAsMuchAsItIsTold(string row)
    {
        var page = Page();
        Sizing[row](page);
        AssertStartIsFilled(page);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void ReadsToTheEnd(string row)
    {
        var page = Page();
        var before = Reading[row](page);
        page[^1] = (byte)'7';
        Assert.NotEqual(before, Reading[row](page));
    }

    private static void AssertStartIsFilled(byte[] page)
    {
        Assert.Contains(page.Take(Some), static item => item != Untouched);
        Assert.All(page.Skip(Some), static item => Assert.Equal(Untouched, item));
    }

    private static byte[] Page() => [.. Enumerable.Repeat(Untouched, Size)];

    private static byte[] Data() => [.. Enumerable.Repeat(Given, Some)];

    private static string Text() => new((char)Given, Some);

    private static MemoryStream Source() => new(Data());

    private static StringReader Letters() => new(Text());

    private static int InLetters(byte[] page, Func<char[], int> fill)
    {
        var letters = Array.ConvertAll(page, static item => (char)item);
        var filled = fill(letters);
        Array.ConvertAll(letters, static letter => (byte)letter).CopyTo(page, 0);
        return filled;
    }

    private static T InFile<T>(Func<SafeFileHandle, T> use)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Data());
        using (var file = File.OpenHandle(path))
        {
            var result = use(file);
            file.Dispose();
            File.Delete(path);
            return result;
        }
    }

    private static byte[] Written(Action<Stream> write)
    {
        var target = new MemoryStream();
        write(target);
        return target.ToArray();
    }

    private static byte[] Filed(Action<string> write)
    {
        var path = Path.GetTempFileName();
        write(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static string Told(byte[] page, Action<TextWriter, char[]> write)
    {
        var target = new StringWriter();
        write(target, Array.ConvertAll(page, static item => (char)item));
        return target.ToString();
    }

    private static byte[] Received(Socket receiver)
    {
        var bytes = new byte[Size];
        for (var received = 0; received < Size;)
        {
            received += receiver.Receive(bytes, received, Size - received, SocketFlags.None);
        }

        return bytes;
    }

    private static T Connected<T>(Func<Socket, T> receive, Action<Socket> send)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using var sender = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        sender.Connect(listener.LocalEndPoint!);
        using var receiver = listener.Accept();
        send(sender);
        return receive(receiver);
    }
}
