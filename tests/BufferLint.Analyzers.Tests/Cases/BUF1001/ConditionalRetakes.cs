// A view that is taken again only where the storage may have moved, as a comparison tells.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class ConditionalRetakes
{
    [Theory]
    [InlineData("view.Length != list.Count")]
    [InlineData("view.Length < list.Count")]
    [InlineData("list.Count > view.Length")]
    [InlineData("list.Capacity != room")]
    [InlineData("list.Capacity > room")]
    [InlineData("list.Count != count")]
    public Task TakenAgainWhereItGrew(string condition) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var room = list.Capacity;
            var count = list.Count;
            if (more)
                list.Add(1);
            if ({{condition}})
                view = CollectionsMarshal.AsSpan(list);
            view[0] = room + count;
        }
        """));

    [Theory]
    [InlineData("view.Length == list.Count")]
    [InlineData("view.Length > list.Count")]
    [InlineData("list.Capacity == room")]
    [InlineData("list.Capacity != elsewhere")]
    [InlineData("list.Capacity != other.Capacity")]
    [InlineData("other.Count != view.Length")]
    public Task TakenAgainForAnotherReason(string condition) => Verify.VerifyAnalyzerAsync(Members($$"""
        void M(List<int> list, List<int> other, bool more)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var room = list.Capacity;
            var elsewhere = other.Capacity;
            if (more)
                {|BUF1001:list.Add(1)|};
            if ({{condition}})
                view = CollectionsMarshal.AsSpan(list);
            view[0] = room + elsewhere;
        }
        """));

    [Fact]
    public Task RoomRememberedTurnByTurn() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int turns)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var room = list.Capacity;
            for (var i = 0; i < turns; i++)
            {
                list.Add(i);
                if (list.Capacity != room)
                {
                    view = CollectionsMarshal.AsSpan(list);
                    room = list.Capacity;
                }

                view[i] = 2;
            }
        }

        void NotTakenAgain(List<int> list, int turns)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var room = list.Capacity;
            for (var i = 0; i < turns; i++)
            {
                {|BUF1001:list.Add(i)|};
                if (list.Capacity != room)
                    room = list.Capacity;
                view[i] = 2;
            }
        }
        """));

    [Fact]
    public Task RoomRememberedTooLate() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            var room = list.Capacity;
            list.Add(2);
            if (list.Capacity != room)
                view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task BufferComparedWithItself() => Verify.VerifyAnalyzerAsync(Members("""
        int AskedTwice(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            stream.WriteByte(1);
            if (buffer != stream.GetBuffer())
                buffer = stream.GetBuffer();
            return buffer[0];
        }

        int AskedOnce(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            stream.WriteByte(1);
            var now = stream.GetBuffer();
            if (!ReferenceEquals(buffer, now))
                buffer = now;
            return buffer[0];
        }

        int WrongWay(MemoryStream stream)
        {
            var buffer = stream.GetBuffer();
            {|BUF1001:stream.WriteByte(1)|};
            if (buffer == stream.GetBuffer())
                buffer = stream.GetBuffer();
            return buffer[0];
        }
        """));
}
