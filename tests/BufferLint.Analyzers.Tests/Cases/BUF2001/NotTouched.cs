// What was returned is named again, and not touched: its variable gets something else, a list only looks for it.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2001;

public class NotTouched
{
    [Fact]
    public Task VariableThatAHelperOnlyAssigns() => Verify.VerifyAnalyzerAsync(Members("""
        int[]? _items = ArrayPool<int>.Shared.Rent(16);

        static void Forget(ref int[]? place) => place = null;

        static void Renew(ref int[]? place, int length)
        {
            place = ArrayPool<int>.Shared.Rent(length);
        }

        static void Wipe(ref int[]? place)
        {
            place![0] = 0;
            place = null;
        }

        void Field()
        {
            ArrayPool<int>.Shared.Return(_items!);
            Forget(ref _items);
        }

        void Local(int n)
        {
            int[]? a = ArrayPool<int>.Shared.Rent(n);
            ArrayPool<int>.Shared.Return(a);
            Renew(ref a, n);
            ArrayPool<int>.Shared.Return(a!);
        }

        void Touched(int n)
        {
            int[]? a = ArrayPool<int>.Shared.Rent(n);
            ArrayPool<int>.Shared.Return(a);
            Wipe({|BUF2001:ref a|});
        }
        """));

    [Fact]
    public Task SlotThatGetsAnother() => Verify.VerifyAnalyzerAsync(Members("""
        readonly int[]?[] _all = new int[]?[4];

        void Cleared(int i)
        {
            ref var slot = ref _all[i];
            ArrayPool<int>.Shared.Return(slot!);
            slot = null;
        }

        void Renewed(int i, int n)
        {
            ref var slot = ref _all[i];
            ArrayPool<int>.Shared.Return(slot!);
            slot = ArrayPool<int>.Shared.Rent(n);
        }

        void Written(int i)
        {
            ref var slot = ref _all[i];
            ArrayPool<int>.Shared.Return(slot!);
            {|BUF2001:slot|}![0] = 1;
        }
        """));

    [Fact]
    public Task ListThatLooksForIt() => Verify.VerifyAnalyzerAsync(Members("""
        readonly System.Collections.Generic.List<int[]> _rented = new();

        void TakenOut(int[] a)
        {
            ArrayPool<int>.Shared.Return(a);
            _rented.Remove(a);
        }

        bool Asked(int[] a)
        {
            ArrayPool<int>.Shared.Return(a);
            return _rented.Contains(a);
        }

        void PutIn(int[] a)
        {
            ArrayPool<int>.Shared.Return(a);
            _rented.Add({|BUF2001:a|});
        }
        """));
}
