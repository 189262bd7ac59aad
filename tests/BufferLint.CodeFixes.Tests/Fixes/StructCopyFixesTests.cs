// Structs that own leases, of which a copy is disposed: what each fix makes of that, and where none is offered.
using System.Threading.Tasks;
using Xunit;
using All = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.KeptReleasedFieldFixes>;
using Flag = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TestFlagFirstFix>;
using Take = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.TakeFromFieldFix>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class StructCopyFixesTests
{
    private const string Lease = """
        public struct Lease : IDisposable
        {
            private byte[]? _bytes;

            public Lease(int n) => _bytes = ArrayPool<byte>.Shared.Rent(n);

            public void Dispose()
            {
                var bytes = _bytes;
                _bytes = null;
                if (bytes is not null)
                {
                    ArrayPool<byte>.Shared.Return(bytes);
                }
            }
        }


        """;

    [Fact]
    public Task NullableIsTaken() => Take.Applied(Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose()
        {
            _a?[|.Dispose()|];
        }
        """, Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose()
        {
            _a?.Dispose();
            _a = null;
        }
        """);

    [Fact]
    public Task NullableBehindAnArrow() => Take.Applied(Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose() => _a?[|.Dispose()|];
        """, Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose()
        {
            _a?.Dispose();
            _a = null;
        }
        """);

    [Fact]
    public Task NullableUnderATest() => Take.Applied(Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose()
        {
            if (_a is { } a)
            {
                [|a.Dispose()|];
            }
        }
        """, Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose()
        {
            if (_a is { } a)
            {
                _a = null;
                a.Dispose();
            }
        }
        """);

    [Fact]
    public Task ValueOfANullable() => Take.Applied(Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose()
        {
            if (_a != null)
            {
                [|_a.Value.Dispose()|];
            }
        }
        """, Lease + """
        private Lease? _a = new Lease(4);

        public void Dispose()
        {
            if (_a != null)
            {
                _a.Value.Dispose();
                _a = null;
            }
        }
        """);

    [Fact]
    public Task AutomaticProperty() => Take.Applied(Lease + """
        public Lease A { get; set; } = new Lease(4);

        public void Dispose()
        {
            [|A.Dispose()|];
        }
        """, Lease + """
        public Lease A { get; set; } = new Lease(4);

        public void Dispose()
        {
            A.Dispose();
            A = default;
        }
        """);

    [Fact]
    public Task FlagOfTheType() => Flag.Applied(Lease + """
        private readonly Lease[] _all = { new(1), new(2) };
        private bool _disposed;

        public int Count => _disposed ? 0 : _all.Length;

        public void Dispose()
        {
            foreach (var one in _all)
            {
                [|one.Dispose()|];
            }

            _disposed = true;
        }
        """, Lease + """
        private readonly Lease[] _all = { new(1), new(2) };
        private bool _disposed;

        public int Count => _disposed ? 0 : _all.Length;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            foreach (var one in _all)
            {
                one.Dispose();
            }

            _disposed = true;
        }
        """);

    [Theory]
    [InlineData("Lease _a; Lease A => _a;", "[|A.Dispose()|];")]
    [InlineData("Lease _a; Lease Get() => _a;", "[|Get().Dispose()|];")]
    [InlineData("Lease _a;", "var a = _a; [|a.Dispose()|];")]
    [InlineData("Lease _a;", "using ([|_a|]) { }")]
    [InlineData("Lease _a;", "using var [|a = _a|];")]
    [InlineData("Lease _a;", "IDisposable d = _a; [|d.Dispose()|];")]
    [InlineData("Lease _a;", "[|Free(_a)|]; } static void Free(Lease a) { a.Dispose();")]
    [InlineData("readonly Lease _a = new(4);", "[|_a.Dispose()|];")]
    [InlineData("readonly Lease? _a = new(4);", "_a?[|.Dispose()|];")]
    [InlineData("Lease A { get; } = new(4);", "[|A.Dispose()|];")]
    [InlineData("Lease[] _all = { new(4) };", "foreach (var a in _all) [|a.Dispose()|];")]
    [InlineData("System.Collections.Generic.List<Lease> _all = new();", "for (var i = 0; i < _all.Count; i++) [|_all[i].Dispose()|];")]
    [InlineData("Lease _a; Lease _b; public C() { _a = new(4); _b = _a; }", "[|_a.Dispose()|]; _b.Dispose();")]
    [InlineData("byte[] _a; byte[] _b; bool _disposed; public C() { _a = ArrayPool<byte>.Shared.Rent(4); _b = _a; }", "[|ArrayPool<byte>.Shared.Return(_a)|]; ArrayPool<byte>.Shared.Return(_b); _disposed = true;")]
    public Task NotOffered(string field, string dispose) => All.NotOffered(Lease + "private " + field + "\n\npublic void Dispose()\n{\n    " + dispose + "\n}\n");
}
