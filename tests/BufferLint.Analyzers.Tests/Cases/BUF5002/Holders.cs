// Views in other objects: given, returned, made here; and in collections.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF5002;

public class Holders
{
    private const string Holder = """
        sealed class Holder
        {
            public byte[]? Array;

            public Holder() { }

            public Holder(Memory<byte> memory) => Memory = memory;

            public Memory<byte> Memory { get; set; }
        }

        struct Pair
        {
            public byte[] Array;
        }

        record Note(ReadOnlyMemory<byte> Text);

        class C
        {
            readonly Holder _holder = new();
            readonly List<Memory<byte>> _list = new();
            readonly Memory<byte>[] _parts = new Memory<byte>[4];


        """;

    [Fact]
    public Task OtherObjects() => VerifyAsync("""
        void Given(Holder holder, int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            {|BUF5002:holder.Array = a|};
            ArrayPool<byte>.Shared.Return(a);
        }

        void Own(int n)
        {
            var holder = _holder;
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            {|BUF5002:holder.Memory = owner.Memory|};
        }

        void ByReference(out Pair pair, int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            {|BUF5002:pair.Array = a|};
            ArrayPool<byte>.Shared.Return(a);
        }

        void ByValue(Pair pair, int n)
        {
            var a = ArrayPool<byte>.Shared.Rent(n);
            pair.Array = a;
            ArrayPool<byte>.Shared.Return(a);
        }
        """);

    [Fact]
    public Task MadeHere() => VerifyAsync("""
        int OnlyHere(int n)
        {
            var holder = new Holder();
            var a = ArrayPool<byte>.Shared.Rent(n);
            holder.Array = a;
            var length = holder.Array.Length;
            ArrayPool<byte>.Shared.Return(a);
            return length;
        }

        Holder Returned(int n)
        {
            var holder = new Holder();
            var a = ArrayPool<byte>.Shared.Rent(n);
            {|BUF5002:holder.Array = a|};
            ArrayPool<byte>.Shared.Return(a);
            return holder;
        }

        Holder Initialised(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            return new Holder { {|BUF5002:Memory = owner.Memory|} };
        }

        Holder Constructed(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            return {|BUF5002:new Holder(owner.Memory)|};
        }

        Note Recorded(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            return {|BUF5002:new Note(owner.Memory)|};
        }

        Note Copied(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            return new Note(owner.Memory.ToArray());
        }
        """);

    [Fact]
    public Task Collections() => VerifyAsync("""
        void Added(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            {|BUF5002:_list.Add(owner.Memory)|};
        }

        List<Memory<byte>> Returned(int n)
        {
            var list = new List<Memory<byte>>();
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            {|BUF5002:list.Add(owner.Memory)|};
            return list;
        }

        int OnlyHere(int n)
        {
            var list = new List<Memory<byte>>();
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            list.Add(owner.Memory);
            return list.Count;
        }

        void Element(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            {|BUF5002:_parts[0] = owner.Memory|};
        }

        void Cleared(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            _list.Add(owner.Memory);
            _list.Clear();
        }

        void TakenOut(Stack<Memory<byte>> stack, int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            stack.Push(owner.Memory);
            stack.Pop();
        }

        // The method may clear it, and does.
        void Sent(int n)
        {
            using var owner = MemoryPool<byte>.Shared.Rent(n);
            _list.Add(owner.Memory);
            Send();
        }

        void Send() => _list.Clear();
        """);

    private static Task VerifyAsync(string members) => Verify.VerifyAnalyzerAsync(Types(Holder + members + "\n}"));
}
