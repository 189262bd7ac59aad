// Copies of structs that own what they rent: the owner is handed over where it is the struct itself, and nothing is copied
// or taken away where that would not help.
using System.Threading.Tasks;
using Xunit;

namespace BufferLint.CodeFixes.Tests.Fixes;

public sealed class CopiedStructFixesTests
{
    [Fact]
    public Task HandedOver() => FixCase<HandOwnerOverFix>.AppliedToFile(
        File("""
            Lease M(int n)
            {
                using var a = new Lease(n);
                a.Span.Clear();
                return [|a|]; // the caller's
            }
            """),
        File("""
            Lease M(int n)
            {
                var a = new Lease(n);
                a.Span.Clear();
                return a; // the caller's
            }
            """));

    [Fact]
    public Task NotTheOtherName() => FixCase<HandOwnerOverFix>.NotOfferedInFile(File("""
        Lease M(int n)
        {
            using var a = new Lease(n);
            var copy = a;
            return [|copy|];
        }
        """));

    [Fact]
    public Task NotAsAPart() => FixCase<HandOwnerOverFix>.NotOfferedInFile(File("""
        (Lease, int) M(int n)
        {
            using var a = new Lease(n);
            return [|(a, n)|];
        }
        """));

    [Fact]
    public Task NoCopyOfAStruct() => FixCase<CopyReturnedFix>.NotOfferedInFile(File("""
        Lease M(int n)
        {
            using var a = new Lease(n);
            return [|a|];
        }
        """));

    [Theory]
    [InlineData("_field = a")]
    [InlineData("_list.Add(a)")]
    [InlineData("_array[0] = a")]
    public Task NoCopyOfAStoredStruct(string store) => FixCase<CopyStoredFix>.NotOfferedInFile(File($$"""
        void M(int n)
        {
            using var a = new Lease(n);
            [|{{store}}|];
        }
        """));

    [Theory]
    [InlineData("_list.Add(a); [|_list.Add(a)|];")]
    [InlineData("_array[0] = a; [|_array[1] = a|];")]
    public Task NoCopyIsTakenAway(string statements) => FixCase<RemoveReleaseFix>.NotOfferedInFile(File($$"""
        void M(int n)
        {
            var a = new Lease(n);
            {{statements}}
        }
        """));

    [Theory]
    [InlineData("_list.Add(a); [|_list.Add(a)|];")]
    [InlineData("var b = a; a.Dispose(); [|b.Dispose()|];")]
    public Task NoGuard(string statements) => FixCase<GuardReleaseFix>.NotOfferedInFile(File($$"""
        void M(int n)
        {
            var a = new Lease(n);
            {{statements}}
        }
        """));

    private static string File(string members) =>
        $$"""
        using System;
        using System.Buffers;
        using System.Collections.Generic;

        struct Lease : IDisposable
        {
            private byte[]? _array;

            public Lease(int length) => _array = ArrayPool<byte>.Shared.Rent(length);

            public readonly Span<byte> Span => _array;

            public void Dispose()
            {
                if (_array is { } array)
                {
                    _array = null;
                    ArrayPool<byte>.Shared.Return(array);
                }
            }
        }

        class C
        {
            private Lease _field;
            private readonly List<Lease> _list = new();
            private readonly Lease[] _array = new Lease[4];

        {{members}}
        }
        """;
}
