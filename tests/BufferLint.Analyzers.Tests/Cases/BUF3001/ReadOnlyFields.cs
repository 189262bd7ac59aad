// Fields that are written where their object is made and nowhere else; texts that constants are put together to; and an array
// under another type.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF3001;

public class ReadOnlyFields
{
    [Fact]
    public Task Written() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private static readonly int Limit = 3;
            private readonly int _count;

            void M() => {|BUF3001:Unsafe.AsRef(in _count) = 3|};

            static void N()
            {
                ref int limit = ref Unsafe.AsRef(in Limit);
                {|BUF3001:limit++|};
            }
        }
        """));

    [Fact]
    public Task WrittenWhereItIsMade() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            private static readonly int Limit;
            private readonly int _count;
            private int _changing;

            static C() => Unsafe.AsRef(in Limit) = 3;

            C()
            {
                Unsafe.AsRef(in _count) = 3;
                Again();
                void Again() => Unsafe.AsRef(in _count) = 4;
            }

            int Count
            {
                get => _count;
                init => Unsafe.AsRef(in _count) = value;
            }

            int Read() => Unsafe.AsRef(in _count) + Unsafe.AsRef(in Limit);

            void Write() => Unsafe.AsRef(in _changing) = 3;

            static C Made()
            {
                var made = new C();
                Unsafe.AsRef(in made._count) = 4;
                return made;
            }
        }
        """));

    [Fact]
    public Task ConstantsPutTogether() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            void M()
            {
                var text = "a" + "b";
                fixed (char* letters = text)
                {
                    {|BUF3001:*letters = 'x'|};
                }
            }

            string N(string a, string b)
            {
                var text = a + b;
                fixed (char* letters = text)
                {
                    *letters = 'x';
                }

                return text;
            }
        }
        """));

    [Fact]
    public Task TextBehindAMemory() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            void M(ReadOnlyMemory<char> given)
            {
                if (MemoryMarshal.TryGetString(given, out var text, out var start, out _))
                {
                    fixed (char* letters = text)
                    {
                        {|BUF3001:letters[start] = 'x'|};
                    }
                }
            }

            char N(ReadOnlyMemory<char> given)
            {
                if (MemoryMarshal.TryGetString(given, out var text, out var start, out _))
                {
                    fixed (char* letters = text)
                    {
                        return letters[start];
                    }
                }

                return '\0';
            }
        }
        """));

    [Fact]
    public Task ArrayUnderAnotherType() => Verify.VerifyAnalyzerAsync(Types("""
        class C
        {
            void M(System.Collections.Immutable.ImmutableArray<int> given)
            {
                ref var array = ref Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref given);
                {|BUF3001:array[0] = 3|};
            }

            int Read(System.Collections.Immutable.ImmutableArray<int> given)
            {
                ref var array = ref Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref given);
                return array[0];
            }

            void Replaced(ref System.Collections.Immutable.ImmutableArray<int> given)
            {
                ref var array = ref Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref given);
                array = new int[3];
                array[0] = 4;
            }

            static void Renew(ref int[] array) => array = new int[9];

            void ReplacedElsewhere(ref System.Collections.Immutable.ImmutableArray<int> given)
            {
                ref var array = ref Unsafe.As<System.Collections.Immutable.ImmutableArray<int>, int[]>(ref given);
                Renew(ref array);
                array[0] = 4;
            }
        }
        """));
}
