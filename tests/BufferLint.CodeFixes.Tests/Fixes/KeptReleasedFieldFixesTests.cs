// What hosts see of the fixes of BUF2005: all of a finding in order of preference, and layouts of all kinds.
using System.Threading.Tasks;
using BufferLint.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Kept = BufferLint.CodeFixes.Tests.Fixes.KeptCase<BufferLint.CodeFixes.KeptReleasedFieldFixes>;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class KeptReleasedFieldFixesTests
{
    private const string Usings = "using System;\nusing System.Buffers;\nusing System.Threading;\n";

    [Fact]
    public Task FieldAndFlag() => Kept.Offered(
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public bool IsOver => _disposed;

        public void Dispose()
        {
            _disposed = true;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public bool IsOver => _disposed;

        public void Dispose()
        {
            _disposed = true;
            var buffer = _buffer;
            _buffer = null!;
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """,
        nameof(TakeFromFieldFix), nameof(TestFlagFirstFix));

    [Fact]
    public Task FallsBackWhereTheChosenFixIsNoWay() => Kept.Offered(
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public bool IsOver => _disposed;

        public void Dispose()
        {
            _disposed = true;
            [|ArrayPool<byte>.Shared.Return(_buffer)|];
        }
        """,
        """
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64);
        private bool _disposed;

        public bool IsOver => _disposed;

        public void Dispose()
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }
        """,
        nameof(TestFlagFirstFix));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task TabsAndBracesOnTheSameLine(string lineBreak)
    {
        const string Before = Usings + "public sealed class C : IDisposable {\n\tprivate byte[]? _buffer = ArrayPool<byte>.Shared.Rent(4);\n\tpublic void Dispose() {\n\t\tArrayPool<byte>.Shared.Return(_buffer!); // done\n\t}\n}\n";
        const string After = Usings + "public sealed class C : IDisposable {\n\tprivate byte[]? _buffer = ArrayPool<byte>.Shared.Rent(4);\n\tpublic void Dispose() {\n\t\tvar buffer = _buffer;\n\t\t_buffer = null;\n\t\tif (buffer is not null) {\n\t\t\tArrayPool<byte>.Shared.Return(buffer); // done\n\t\t}\n\t}\n}\n";
        Assert.Equal(After.Replace("\n", lineBreak), await RawFix.ApplyAsync(new TakeFromFieldFix(), Before.Replace("\n", lineBreak)));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task ArrowsAmongTabs(string lineBreak)
    {
        const string Before = Usings + "public sealed class C : IDisposable {\n\tprivate byte[]? _buffer = ArrayPool<byte>.Shared.Rent(4);\n\tpublic void Open() { lock (this) { } }\n\tpublic void Dispose() =>\n\t\tArrayPool<byte>.Shared.Return(_buffer!);\n}\n";
        const string After = Usings + "public sealed class C : IDisposable {\n\tprivate byte[]? _buffer = ArrayPool<byte>.Shared.Rent(4);\n\tpublic void Open() { lock (this) { } }\n\tpublic void Dispose() {\n\t\tvar buffer = Interlocked.Exchange(ref _buffer, null);\n\t\tif (buffer is not null) {\n\t\t\tArrayPool<byte>.Shared.Return(buffer);\n\t\t}\n\t}\n}\n";
        Assert.Equal(After.Replace("\n", lineBreak), await RawFix.ApplyAsync(new TakeFromFieldFix(), Before.Replace("\n", lineBreak)));
    }

    [Fact]
    public Task OlderLanguage() => new CSharpCodeFixTest<BufferLintAnalyzer, TakeFromFieldFix>
    {
        TestCode = Usings + "public sealed class C : IDisposable\n{\n    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4);\n    public void Dispose()\n    {\n        [|ArrayPool<byte>.Shared.Return(_buffer)|];\n    }\n}\n",
        FixedCode = Usings + "public sealed class C : IDisposable\n{\n    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4);\n    public void Dispose()\n    {\n        var buffer = _buffer;\n        _buffer = null!;\n        if (buffer != null)\n        {\n            ArrayPool<byte>.Shared.Return(buffer);\n        }\n    }\n}\n",
        DefaultDiagnosticId = RuleIds.KeptReleasedField,
        LanguageVersion = LanguageVersion.CSharp8,
    }.RunAsync();

    [Fact]
    public Task NextMemberInAnotherFile() => new CSharpCodeFixTest<BufferLintAnalyzer, TakeFromFieldFix>
    {
        TestState =
        {
            Sources =
            {
                Usings + "public sealed partial class C\n{\n    public void Clear()\n    {\n        [|ArrayPool<byte>.Shared.Return(_buffer)|];\n    }\n}\n",
                Usings + "public sealed partial class C\n{\n    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4);\n    public byte First() => _buffer[0];\n}\n",
            },
        },
        FixedState =
        {
            Sources =
            {
                Usings + "public sealed partial class C\n{\n    public void Clear()\n    {\n        var buffer = _buffer;\n        _buffer = null!;\n        if (buffer is not null)\n        {\n            ArrayPool<byte>.Shared.Return(buffer);\n        }\n    }\n}\n",
                Usings + "public sealed partial class C\n{\n    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4);\n    public byte First() => _buffer[0];\n}\n",
            },
        },
        DefaultDiagnosticId = RuleIds.KeptReleasedField,
    }.RunAsync();
}
