// Pointers reached through pointers, methods that only throw, counted views under an index.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class PointersAndThrowers
{
    [Fact]
    public Task BlockBehindAPointer() => Verify.VerifyAnalyzerAsync(Members("""
        unsafe void Out(byte** place, nuint size)
        {
            *place = (byte*)NativeMemory.Realloc(*place, size);
            (*place)[0] = 1;
        }

        unsafe void Rows(int** rows, int n)
        {
            for (var i = 0; i < n; i++)
            {
                rows[i] = (int*)NativeMemory.Realloc(rows[i], 4);
            }

            rows[0][0] = 1;
        }

        unsafe void RowOfAMovedTable(int** rows, nuint n)
        {
            var first = rows[0];
            rows = (int**)NativeMemory.Realloc(rows, n);
            first[0] = 1;
            NativeMemory.Free(rows);
        }

        unsafe void OldName(byte* block, nuint size)
        {
            var same = block;
            block = (byte*){|BUF1001:NativeMemory.Realloc(block, size)|};
            same[0] = 1;
            NativeMemory.Free(block);
        }
        """));

    [Fact]
    public Task ThrowHelperThatSaysNothing() => Verify.VerifyAnalyzerAsync(Members("""
        static void Throw() => throw new InvalidOperationException();

        static void Log() => Console.WriteLine();

        void M(List<int> list, bool isFull)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (isFull)
            {
                list.Add(1);
                Throw();
            }

            view[0] = 1;
        }

        void N(List<int> list, bool isFull)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (isFull)
            {
                {|BUF1001:list.Add(1)|};
                Log();
            }

            view[0] = 1;
        }
        """));
}
