// Idioms of buffer code that are right, each beside the bug it resembles.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ReviewedIdioms
{
    [Fact]
    public Task HeaderPatchedAtTheStart() => Verify.VerifyAnalyzerAsync(Members("""
        void M(MemoryStream stream, byte[] header, Stream output)
        {
            var buffer = stream.GetBuffer();
            var length = (int)stream.Length;
            stream.Position = 0;
            stream.Write(header, 0, 4);
            output.Write(buffer, 0, length);
        }

        void N(MemoryStream stream, byte[] header, Stream output)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.Write(header, 0, 4)|};
            output.Write(buffer, 0, 8);
        }
        """));

    [Fact]
    public Task TailCutOff() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int kept)
        {
            var view = CollectionsMarshal.AsSpan(list);
            list.RemoveRange(kept, list.Count - kept);
            foreach (var x in view[..kept])
                Console.WriteLine(x);
        }

        void N(List<int> list, int kept)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.RemoveRange(0, kept)|};
            foreach (var x in view[..kept])
                Console.WriteLine(x);
        }
        """));

    [Fact]
    public Task SearchedThenInsertedOrUsed() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int wanted)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var at = view.BinarySearch(wanted);
            if (at < 0)
                list.Insert(~at, wanted);
            if (at >= 0)
                view[at]++;
        }

        void N(List<int> list, int wanted)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var at = view.BinarySearch(wanted);
            if (at < 0)
                {|BUF1001:list.Insert(~at, wanted)|};
            if (at < 0)
                view[~at]++;
        }
        """));

    [Fact]
    public Task SameKeyOfAMember() => Verify.VerifyAnalyzerAsync(Types("""
        record Item(int Id, int Value);

        class C
        {
            void M(Dictionary<int, int> map, Item item)
            {
                ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, item.Id, out var isKnown);
                if (!isKnown)
                    map[item.Id] = item.Value;
                value++;
            }

            void N(Dictionary<int, int> map, Item item)
            {
                ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, item.Id, out var isKnown);
                if (!isKnown)
                    {|BUF1001:map[item.Value] = item.Value|};
                value++;
            }
        }
        """));

    [Fact]
    public Task MoveNoticedByComparingArrays() => Verify.VerifyAnalyzerAsync(Members("""
        void M(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            stream.WriteByte(1);
            if (buffer != stream.GetBuffer())
                buffer = stream.GetBuffer();
        }

        int N(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.WriteByte(1)|};
            return buffer[0];
        }
        """));
}
