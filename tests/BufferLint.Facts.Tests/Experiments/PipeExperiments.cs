// Readers and writers of pipes, over a pool that tells what came back.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using BufferLint.ExecutedFacts.Subjects;
using BufferLint.Model;

namespace BufferLint.ExecutedFacts.Experiments;

internal static class PipeExperiments
{
    private const string Reader = "M:System.IO.Pipelines.PipeReader.";
    private const string Writer = "M:System.IO.Pipelines.PipeWriter.";
    private const string Interface = "M:System.Buffers.IBufferWriter`1.";
    private const string Token = "System.Threading.CancellationToken)";
    private const string CopyToWriter = Reader + "CopyToAsync(System.IO.Pipelines.PipeWriter," + Token;

    private static readonly Dictionary<string, Action<PipeReader, ReadOnlySequence<byte>>> Reading = new()
    {
        [Reader + "AdvanceTo(System.SequencePosition)"] = (reader, buffer) => reader.AdvanceTo(buffer.End),
        [Reader + "AdvanceTo(System.SequencePosition,System.SequencePosition)"] = (reader, buffer) => reader.AdvanceTo(buffer.End, buffer.End),
        [Reader + "Complete(System.Exception)"] = (reader, _) => reader.Complete(),
        [Reader + "CompleteAsync(System.Exception)"] = (reader, _) => reader.CompleteAsync().AsTask().Wait(),
    };

    /// <summary>They read for themselves, so that the read before must have been advanced, here by nothing.</summary>
    private static readonly Dictionary<string, Action<PipeReader>> Copying = new()
    {
        [Reader + "CopyToAsync(System.IO.Stream," + Token] = reader => reader.CopyToAsync(new MemoryStream()).Wait(),
        [CopyToWriter] = reader => reader.CopyToAsync(PipeWriter.Create(new MemoryStream())).Wait(),
    };

    private static readonly Dictionary<string, Action<PipeWriter>> Writing = new()
    {
        [Writer + "GetSpan(System.Int32)"] = writer => writer.GetSpan(5_000),
        [Writer + "GetMemory(System.Int32)"] = writer => writer.GetMemory(5_000),
        [Writer + "Advance(System.Int32)"] = writer => writer.Advance(4),
        [Writer + "FlushAsync(" + Token] = writer => writer.FlushAsync().AsTask().Wait(),
        [Writer + "WriteAsync(System.ReadOnlyMemory{System.Byte}," + Token] = writer => writer.WriteAsync(new byte[8]).AsTask().Wait(),
        [Writer + "CopyFromAsync(System.IO.Stream," + Token] = writer => new MemoryStream(new byte[8]).CopyToAsync(writer.AsStream()).Wait(),
        [Writer + "Complete(System.Exception)"] = writer => writer.Complete(),
        [Writer + "CompleteAsync(System.Exception)"] = writer => writer.CompleteAsync().AsTask().Wait(),
        [Interface + "GetSpan(System.Int32)"] = writer => ((IBufferWriter<byte>)writer).GetSpan(5_000),
        [Interface + "GetMemory(System.Int32)"] = writer => ((IBufferWriter<byte>)writer).GetMemory(5_000),
        [Interface + "Advance(System.Int32)"] = writer => ((IBufferWriter<byte>)writer).Advance(4),
    };

    private static readonly Dictionary<string, Func<PipeReader, ReadOnlySequence<byte>>> ReadingOn = new()
    {
        [Reader + "ReadAsync(" + Token] = reader => reader.ReadAsync().AsTask().Result.Buffer,
        [Reader + "ReadAtLeastAsync(System.Int32," + Token] = reader => reader.ReadAtLeastAsync(1).AsTask().Result.Buffer,
        [Reader + "TryRead(System.IO.Pipelines.ReadResult@)"] = reader => reader.TryRead(out var result) ? result.Buffer : default,
    };

    /// <summary>What becomes of the lease that was taken before.</summary>
    public static Outcome? Run(string id, Effect effect) =>
        id == CopyToWriter && !effect.Of.Equals(Slot.This) ? Written(writer => Filled(new CountingPool()).CopyToAsync(writer).Wait()) :
        Reading.TryGetValue(id, out var read) ? Read(read) :
        Copying.TryGetValue(id, out var copy) ? Copied(copy) :
        Writing.TryGetValue(id, out var write) ? Written(write) :
        ReadingOn.TryGetValue(id, out var readOn) ? ReadAgain(readOn) : null;

    /// <summary>Whether what a reader hands out lies in the pool's memory.</summary>
    public static bool IsOfThePool(string id)
    {
        var pool = new CountingPool();
        var reader = Filled(pool);
        reader.ReadAsync().AsTask().Wait();
        return pool.Owns(ReadingOn[id](reader).First);
    }

    /// <summary>Whether what is written into a writer's memory is what its reader reads.</summary>
    public static bool IsReadBack(Func<PipeWriter, Memory<byte>> lease)
    {
        var pipe = new Pipe();
        lease(pipe.Writer).Span[0] = 9;
        pipe.Writer.Advance(1);
        pipe.Writer.FlushAsync().AsTask().Wait();
        return pipe.Reader.TryRead(out var result) && result.Buffer.FirstSpan[0] == 9;
    }

    private static PipeReader Filled(CountingPool pool) => PipeReader.Create(new MemoryStream(new byte[16]), new StreamPipeReaderOptions(pool, bufferSize: 16));

    private static Outcome Read(Action<PipeReader, ReadOnlySequence<byte>> act)
    {
        var pool = new CountingPool();
        var reader = Filled(pool);
        var buffer = reader.ReadAsync().AsTask().Result.Buffer;
        var lease = buffer.First;
        act(reader, buffer);
        return pool.HasBack(lease) ? Outcome.Advanced : Outcome.Stayed;
    }

    private static Outcome Copied(Action<PipeReader> act)
    {
        var pool = new CountingPool();
        var pipe = new Pipe(new PipeOptions(pool, minimumSegmentSize: 16));
        pipe.Writer.WriteAsync(new byte[16]).AsTask().Wait();
        pipe.Writer.Complete();
        pipe.Reader.TryRead(out var result);
        var lease = result.Buffer.First;
        pipe.Reader.AdvanceTo(result.Buffer.Start);
        act(pipe.Reader);
        return pool.HasBack(lease) ? Outcome.Advanced : Outcome.Stayed;
    }

    private static Outcome Written(Action<PipeWriter> act)
    {
        var pool = new CountingPool();
        var writer = PipeWriter.Create(new MemoryStream(), new StreamPipeWriterOptions(pool, minimumBufferSize: 16));
        writer.GetMemory(16);
        writer.Advance(1);
        var lease = writer.GetMemory(8);
        act(writer);
        return pool.HasBack(lease) || !writer.GetMemory(8).Span.Overlaps(lease.Span, out var distance) || distance != 0 ? Outcome.Advanced : Outcome.Stayed;
    }

    /// <summary>A second read of a pipe throws; of other readers it gives the same data again.</summary>
    private static Outcome ReadAgain(Func<PipeReader, ReadOnlySequence<byte>> read)
    {
        var pipe = new Pipe();
        pipe.Writer.WriteAsync(new byte[8]).AsTask().Wait();
        read(pipe.Reader);
        try
        {
            read(pipe.Reader);
            return Outcome.Advanced;
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException { InnerException: InvalidOperationException })
        {
            return Outcome.HeldBack;
        }
    }
}
