// Sources about memory that is lent, with the usings they need, and what they are lent by.
namespace BufferLint.Tests.Cases;

internal static class LentSource
{
    private const string Attributes = """
        namespace BufferLint.Annotations
        {
            [System.AttributeUsage(System.AttributeTargets.All)] public sealed class LentAttribute : System.Attribute;
            [System.AttributeUsage(System.AttributeTargets.All)] public sealed class KeepsAttribute : System.Attribute;
        }
        """;

    /// <summary>The members of a message broker's client that lend, matched by name.</summary>
    private const string Broker = """
        namespace RabbitMQ.Client
        {
            public interface IAsyncBasicConsumer
            {
                System.Threading.Tasks.Task HandleBasicDeliverAsync(string tag, System.ReadOnlyMemory<byte> body);
            }
        }

        namespace RabbitMQ.Client.Events
        {
            public class BasicDeliverEventArgs : System.EventArgs
            {
                public readonly System.ReadOnlyMemory<byte> Body;
                public ulong DeliveryTag { get; }
            }

            public class Consumer
            {
                public event System.Func<object, BasicDeliverEventArgs, System.Threading.Tasks.Task> ReceivedAsync = null!;
                public event System.EventHandler<BasicDeliverEventArgs> Received = null!;
            }
        }
        """;

    /// <summary>A compilation unit whose class <c>C</c> has the members, and in which memory can be annotated.</summary>
    public static string Annotated(string members) => "using BufferLint.Annotations; using System.Threading.Channels;\n" + LeaseSource.Members(members) + Attributes;

    /// <summary>A compilation unit with the types, in which memory can be annotated.</summary>
    public static string AnnotatedTypes(string types) => "using BufferLint.Annotations;\n" + LeaseSource.Types(types) + Attributes;

    /// <summary>A compilation unit with the types, and the client.</summary>
    public static string OfBroker(string types) => "using RabbitMQ.Client; using RabbitMQ.Client.Events;\n" + LeaseSource.Types(types) + Broker;
}
