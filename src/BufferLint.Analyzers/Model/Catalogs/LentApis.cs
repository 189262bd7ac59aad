// Who is lent memory by contract: handlers of messages, and operations that use their caller's buffer until they are
// done. None of it takes or ends a view by itself, so that it stands beside the families of rows.
using System.Collections.Immutable;

namespace BufferLint.Model.Catalogs;

/// <summary>Members by the metadata name of their type and their own.</summary>
internal static class LentApis
{
    private const string Rabbit = "RabbitMQ.Client.";

    /// <summary>Members whose implementations and overrides get memory for the time of the call; a task that comes out is part of it.</summary>
    private static readonly ImmutableHashSet<(string Type, string Member)> Handlers = ImmutableHashSet.Create(
        (Rabbit + "IAsyncBasicConsumer", "HandleBasicDeliverAsync"),
        (Rabbit + "IAsyncBasicConsumer", "HandleBasicDeliver"),
        (Rabbit + "IBasicConsumer", "HandleBasicDeliver"),
        ("NATS.Client.Core.INatsDeserialize`1", "Deserialize"),
        ("System.IO.Stream", "ReadAsync"),
        ("System.IO.Stream", "WriteAsync"),
        ("System.IO.Pipelines.PipeWriter", "WriteAsync"),
        ("System.IO.TextReader", "ReadAsync"),
        ("System.IO.TextReader", "ReadBlockAsync"),
        ("System.IO.TextWriter", "WriteAsync"),
        ("System.IO.TextWriter", "WriteLineAsync"),
        ("System.Net.WebSockets.WebSocket", "ReceiveAsync"),
        ("System.Net.WebSockets.WebSocket", "SendAsync"));

    /// <summary>Fields and properties of what a handler is given, which hold memory for the time of the call.</summary>
    private static readonly ImmutableHashSet<(string Type, string Member)> Bodies = ImmutableHashSet.Create(
        (Rabbit + "Events.BasicDeliverEventArgs", "Body"),
        (Rabbit + "Events.BasicReturnEventArgs", "Body"));

    private static readonly ImmutableHashSet<string> HandlerNames = ImmutableHashSet.CreateRange(System.Linq.Enumerable.Select(Handlers, static handler => handler.Member));

    /// <summary>The types that have such fields and properties, and the names of those.</summary>
    public static ImmutableArray<(string Type, string Member)> Holders { get; } = Bodies.ToImmutableArray();

    /// <summary>Whether a method may be such a handler by its name alone.</summary>
    public static bool MayHandle(string method) => HandlerNames.Contains(method);

    /// <summary>Whether memory that a member is given is lent.</summary>
    public static bool LendsTo(string type, string method) => Handlers.Contains((type, method));

    /// <summary>Whether what a field or property holds is lent to whoever is given the object.</summary>
    public static bool IsBody(string type, string member) => Bodies.Contains((type, member));
}
