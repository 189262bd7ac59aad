// Tests on a path count: a path that contradicts itself is none.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class Feasibility
{
    [Fact]
    public Task SameFlagTwiceAgrees() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool grow)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (grow)
                {|BUF1001:list.Add(1)|};
            if (grow)
                view[0] = 2;
        }
        """));

    [Fact]
    public Task SameFlagTwiceContradicts() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool grow)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (grow)
                list.Add(1);
            if (!grow)
                view[0] = 2;
        }
        """));

    [Fact]
    public Task FlagRemembersTheGrowth() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var grown = false;
            var view = CollectionsMarshal.AsSpan(list);
            if (view[0] > 3)
            {
                list.Add(1);
                grown = true;
            }

            if (grown)
                view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task NullListHasNoView() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            Span<int> view = list == null ? default : CollectionsMarshal.AsSpan(list);
            if (list == null)
            {
                list = new List<int>();
                list.Add(1);
            }

            return view.IsEmpty ? list[0] : view[0];
        }
        """));

    [Fact]
    public Task FlagTestedByComparison() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, int mode)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (mode == 1)
                list.Add(1);
            if (mode != 1)
                view[0] = 2;
        }

        void N(List<int> list, int mode)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (mode == 1)
                {|BUF1001:list.Add(1)|};
            if (mode != 2)
                view[0] = 2;
        }
        """));

    [Fact]
    public Task FlagChangedBetween() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool grow)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (grow)
            {
                {|BUF1001:list.Add(1)|};
                grow = false;
            }

            if (!grow)
                view[0] = 2;
        }
        """));

    [Fact]
    public Task NoRoomNoViewByLength() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (view.IsEmpty)
                list.Add(1);
            if (!view.IsEmpty)
                return view[0];
            return 0;
        }

        int N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (view.Length == 0)
                list.Add(1);
            return view.Length > 0 ? view[0] : 0;
        }

        int O(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            if (view.Length > 3)
                {|BUF1001:list.Add(1)|};
            return view.Length > 0 ? view[0] : 0;
        }
        """));

    [Fact]
    public Task NullTestAgrees() => Verify.VerifyAnalyzerAsync(Members("""
        int M(MemoryStream stream, bool keep)
        {
            byte[] buffer = null;
            if (keep)
                buffer = stream.GetBuffer();
            if (buffer == null)
            {
                stream.WriteByte(1);
                buffer = stream.GetBuffer();
            }

            return buffer[0];
        }

        int N(MemoryStream stream, bool keep)
        {
            byte[] buffer = null;
            if (keep)
                buffer = stream.GetBuffer();
            if (buffer != null)
            {
                {|BUF1001:stream.WriteByte(1)|};
            }

            return buffer[0];
        }
        """));

    [Fact]
    public Task PatternAgrees() => Verify.VerifyAnalyzerAsync(Members("""
        int M(MemoryStream stream, bool keep)
        {
            byte[] buffer = keep ? stream.GetBuffer() : null;
            if (buffer is null)
                stream.WriteByte(1);
            return buffer is { } bytes ? bytes[0] : 0;
        }

        int N(MemoryStream stream, bool keep)
        {
            byte[] buffer = keep ? stream.GetBuffer() : null;
            if (buffer is not null)
                {|BUF1001:stream.WriteByte(1)|};
            return buffer is { } bytes ? bytes[0] : 0;
        }
        """));

    [Fact]
    public Task TakenAndUsedUnderOneFlag() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, bool direct)
        {
            Span<int> view = default;
            if (direct)
                view = CollectionsMarshal.AsSpan(list);
            if (!direct)
                list.Add(1);
            if (direct)
                view[0] = 2;
        }

        void N(List<int> list, bool direct)
        {
            Span<int> view = default;
            if (direct)
                view = CollectionsMarshal.AsSpan(list);
            {|BUF1001:list.Add(1)|};
            if (direct)
                view[0] = 2;
        }
        """));

    [Fact]
    public Task GrownReportedByReturnValue() => Verify.VerifyAnalyzerAsync(Members("""
        void M(HashSet<int> seen, List<int> list, int item)
        {
            var view = CollectionsMarshal.AsSpan(list);
            bool added = seen.Add(item);
            if (added)
                list.Add(item);
            if (!added)
                view[0] = item;
        }
        """));
}
