// Addresses in structs of numbers and addresses, which have no name of their own: whoever has the struct has the address.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF2003;

public class InStructs
{
    private const string Structs = """
        unsafe struct Table
        {
            public byte* Rows;
            public int Count;
        }

        unsafe struct State
        {
            public Table Table;
            public byte* Direct;
        }

        """;

    [Fact]
    public Task StoredThroughAPointer() => Verify.VerifyAnalyzerAsync(Types(Structs + """
        unsafe class C
        {
            static void Direct(State* state) => state->Direct = (byte*)NativeMemory.Alloc(16);

            static void Nested(State* state) => state->Table.Rows = (byte*)NativeMemory.Alloc(16);

            static void Dereferenced(State* state) => (*state).Table.Rows = (byte*)NativeMemory.Alloc(16);

            static void Element(State* states) => states[1].Table.Rows = (byte*)NativeMemory.Alloc(16);

            static void Whole(State* state)
            {
                State fresh = default;
                fresh.Table.Rows = (byte*)NativeMemory.Alloc(16);
                *state = fresh;
            }

            static bool Asked(State* state)
            {
                state->Table.Rows = (byte*)NativeMemory.Alloc(16);
                if (state->Table.Rows == null)
                {
                    return false;
                }

                state->Table.Rows[0] = 1;
                return true;
            }

            static void OnlyAnElement(State* state)
            {
                var rows = (byte*){|BUF2003:NativeMemory.Alloc(16)|};
                rows[0] = 1;
                state->Table.Rows[0] = rows[0];
            }
        }
        """));

    [Fact]
    public Task QueuedAsAJob() => Verify.VerifyAnalyzerAsync(Types("""
        unsafe class C
        {
            private struct Job
            {
                public void* Work;
                public void* State;
            }

            private readonly BlockingCollection<Job> _queue = new();

            void Add(void* work, void* state) => _queue.Add(new Job { Work = work, State = state });

            static void Run(void* state) => NativeMemory.Free(state);

            void EachTurn(bool later, int count)
            {
                for (var i = 0; i < count; i++)
                {
                    var number = (int*)NativeMemory.Alloc(4);
                    *number = i;
                    if (later)
                    {
                        Add((delegate* managed<void*, void>)&Run, number);
                    }
                    else
                    {
                        Run(number);
                    }
                }
            }

            void Forgotten(bool later, int count)
            {
                var number = (int*){|BUF2003:NativeMemory.Alloc(4)|};
                *number = count;
                if (later)
                {
                    Run(number);
                }
            }
        }
        """));
}
