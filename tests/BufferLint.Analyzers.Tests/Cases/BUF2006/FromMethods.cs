// What methods of the compilation hand out: which leases are the caller's to return, and which may be none.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2006;

public class FromMethods
{
    [Fact]
    public Task TwoInATuple() => Verify.VerifyAnalyzerAsync(Members("""
        static (char[] Text, byte[] Data) Rent(int n) => (ArrayPool<char>.Shared.Rent(n), ArrayPool<byte>.Shared.Rent(n));

        static void Both(int n)
        {
            var (text, data) = Rent(n);
            ArrayPool<char>.Shared.Return(text);
            ArrayPool<byte>.Shared.Return(data);
        }

        static void ByName(int n)
        {
            var both = Rent(n);
            ArrayPool<char>.Shared.Return(both.Text);
            ArrayPool<byte>.Shared.Return(both.Data);
        }

        static (char[] Text, byte[] Data) Passed(int n)
        {
            var both = Rent(n);
            both.Text[0] = 'a';
            return both;
        }

        static void OnlyOne(int n)
        {
            var (text, data) = {|BUF2006:Rent(n)|};
            ArrayPool<char>.Shared.Return(text);
            data[0] = 1;
        }
        """));

    [Fact]
    public Task OneInATupleOfATask() => Verify.VerifyAnalyzerAsync(Members("""
        static async ValueTask<(ArraySegment<char> Text, byte[]? Data)> RentAsync(Stream stream, int n)
        {
            byte[]? data = null;
            if (n > 16)
            {
                data = ArrayPool<byte>.Shared.Rent(n);
                await stream.ReadAsync(data.AsMemory(0, n)).ConfigureAwait(false);
            }

            var text = ArrayPool<char>.Shared.Rent(n);
            return (new(text, 0, n), data);
        }

        static async Task<int> Both(Stream stream, int n)
        {
            var (text, data) = await RentAsync(stream, n).ConfigureAwait(false);
            var count = text.Count;
            ArrayPool<char>.Shared.Return(text.Array!);
            if (data is not null)
            {
                ArrayPool<byte>.Shared.Return(data);
            }

            return count;
        }

        static async Task<int> OnlyOne(Stream stream, int n)
        {
            var (text, data) = await {|BUF2006:RentAsync(stream, n)|}.ConfigureAwait(false);
            ArrayPool<char>.Shared.Return(text.Array!);
            return data![0];
        }
        """));

    [Fact]
    public Task RentedOnlyIfAskedFor() => Verify.VerifyAnalyzerAsync(Members("""
        static int[] Numbers(int n, bool mayBeLonger)
        {
            var numbers = mayBeLonger ? ArrayPool<int>.Shared.Rent(n) : new int[n];
            numbers[0] = 1;
            return numbers;
        }

        static int[] OnTwoWays(int n, bool mayBeLonger)
        {
            if (mayBeLonger)
            {
                return ArrayPool<int>.Shared.Rent(n);
            }

            return new int[n];
        }

        static int Own(int n) => Numbers(n, mayBeLonger: false)[0] + OnTwoWays(n, mayBeLonger: false)[0];

        static int Pooled(int n)
        {
            var numbers = Numbers(n, mayBeLonger: true);
            ArrayPool<int>.Shared.Return(numbers);
            return {|BUF2001:numbers[0]|};
        }
        """));

    [Fact]
    public Task RentedUnlessThereIsNothing() => Verify.VerifyAnalyzerAsync(Members("""
        static int[] Numbers(int n) => n == 0 ? [] : ArrayPool<int>.Shared.Rent(n);

        static int[] Named(int n) => n == 0 ? Array.Empty<int>() : ArrayPool<int>.Shared.Rent(n);

        static int Lost(int n) => {|BUF2006:Numbers(n)|}[0];

        static int AlsoLost(int n) => {|BUF2006:Named(n)|}[0];

        static int Kept(int n)
        {
            var numbers = Numbers(n);
            var first = numbers[0];
            ArrayPool<int>.Shared.Return(numbers);
            return first;
        }
        """));

    [Fact]
    public Task KeptByTheMethodToo() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            readonly List<byte[]> _pages = new();

            byte[] Grow()
            {
                var page = ArrayPool<byte>.Shared.Rent(4096);
                _pages.Add(page);
                return page;
            }

            byte[] Filled()
            {
                var page = ArrayPool<byte>.Shared.Rent(4096);
                Fill(page);
                Array.Reverse(page);
                return page;
            }

            static void Fill(byte[] page) => page[0] = 1;

            int Append(int wanted)
            {
                while (wanted > 0)
                {
                    var page = Grow();
                    wanted -= page.Length;
                }

                Grow();
                return _pages.Count;
            }

            int Lost()
            {
                var page = {|BUF2006:Filled()|};
                return page.Length;
            }
        }
        """));

    [Fact]
    public Task ViewsThatAMethodKeeps() => Verify.VerifyAnalyzerAsync(Types("""
        class Part
        {
            public ReadOnlyMemory<byte> Memory { get; private set; }

            public void Set(ReadOnlyMemory<byte> memory) => Memory = memory;
        }

        class C
        {
            readonly List<Part> _parts = new();
            readonly Stack<Part> _unused = new();
            ReadOnlyMemory<byte> _last;
            byte _first;

            void Add(ReadOnlyMemory<byte> memory)
            {
                if (!_unused.TryPop(out var part))
                {
                    part = new Part();
                }

                part.Set(memory);
                _parts.Add(part);
            }

            void SetLast(ReadOnlyMemory<byte> memory) => _last = memory;

            void ReadFirst(ReadOnlyMemory<byte> memory) => _first = memory.Span[0];

            void AsAPart(int n)
            {
                var a = ArrayPool<byte>.Shared.Rent(n);
                Add(a.AsMemory(0, n));
            }

            void InAField(int n)
            {
                var a = ArrayPool<byte>.Shared.Rent(n);
                SetLast(a.AsMemory(0, n));
            }

            void OnlyRead(int n)
            {
                var a = {|BUF2006:ArrayPool<byte>.Shared.Rent(n)|};
                ReadFirst(a.AsMemory(0, n));
            }
        }
        """));
}
