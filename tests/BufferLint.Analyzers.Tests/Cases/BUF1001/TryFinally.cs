// Exceptions, finally, using and lock.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class TryFinally
{
    [Fact]
    public Task UsedInFinally() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                {|BUF1001:list.Add(1)|};
            }
            finally
            {
                view.Clear();
            }
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                view.Clear();
            }
            finally
            {
                list.Add(1);
            }
        }
        """));

    [Fact]
    public Task GrowsInFinally() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                view[0] = 1;
            }
            finally
            {
                {|BUF1001:list.Add(1)|};
            }

            view[0] = 2;
        }

        void N(List<int> list)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                view[0] = 1;
            }
            finally
            {
                list.Add(1);
            }

            view = CollectionsMarshal.AsSpan(list);
            view[0] = 2;
        }
        """));

    [Fact]
    public Task ReturnedThroughAFinallyThatGrows() => Verify.VerifyAnalyzerAsync(Members("""
        Span<int> M(List<int> list)
        {
            try
            {
                return CollectionsMarshal.AsSpan(list);
            }
            finally
            {
                {|BUF1001:list.Add(1)|};
            }
        }

        int N(List<int> list)
        {
            try
            {
                return CollectionsMarshal.AsSpan(list)[0];
            }
            finally
            {
                list.Add(1);
            }
        }
        """));

    [Fact]
    public Task GrowsInCatch() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                view[0] = stream.ReadByte();
            }
            catch (IOException)
            {
                {|BUF1001:list.Add(-1)|};
            }

            view[0]++;
        }

        void N(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                view[0] = stream.ReadByte();
            }
            catch (IOException)
            {
                list.Add(-1);
                throw;
            }

            view[0]++;
        }
        """));

    [Fact]
    public Task UsedInCatch() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                {|BUF1001:list.Add(1)|};
                stream.Flush();
            }
            catch (IOException)
            {
                view[0] = 0;
            }
        }

        void N(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                stream.Flush();
            }
            catch (IOException)
            {
                view[0] = 0;
            }

            list.Add(1);
        }
        """));

    [Fact]
    public Task RenewedAfterWhatMayThrow() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                {|BUF1001:list.Add(1)|};
                stream.Flush();
                view = CollectionsMarshal.AsSpan(list);
            }
            catch (IOException)
            {
            }

            view[0] = 0;
        }
        """));

    [Fact]
    public Task GrowsInFilter() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                stream.Flush();
            }
            catch (IOException) when ({|BUF1001:list.EnsureCapacity(100)|} > 0)
            {
                view[0] = 1;
            }
        }
        """));

    [Fact]
    public Task UsingOfAnotherThing() => Verify.VerifyAnalyzerAsync(Members("""
        void M(List<int> list, string path)
        {
            using var file = File.OpenRead(path);
            var view = CollectionsMarshal.AsSpan(list);
            view[0] = file.ReadByte();
            list.Add(file.ReadByte());
        }

        void N(List<int> list, string path)
        {
            var view = CollectionsMarshal.AsSpan(list);
            using (var file = File.OpenRead(path))
                {|BUF1001:list.Add(file.ReadByte())|};
            view[0] = 0;
        }
        """));

    [Fact]
    public Task UnderLock() => Verify.VerifyAnalyzerAsync(Members("""
        readonly List<int> _items = new();

        void M()
        {
            lock (_items)
            {
                var view = CollectionsMarshal.AsSpan(_items);
                {|BUF1001:_items.Add(1)|};
                view[0] = 2;
            }
        }

        void N()
        {
            lock (_items)
            {
                CollectionsMarshal.AsSpan(_items)[0] = 2;
                _items.Add(1);
            }
        }
        """));

    [Fact]
    public Task FinallyOnlyAfterException() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            var done = false;
            try
            {
                stream.Flush();
                done = true;
            }
            finally
            {
                if (!done)
                    list.Add(1);
            }

            return view[0];
        }
        """));

    [Fact]
    public Task NestedFinally() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                try
                {
                    stream.Flush();
                }
                finally
                {
                    {|BUF1001:list.Add(1)|};
                }
            }
            catch (IOException)
            {
                return 0;
            }

            return view[0];
        }

        int N(List<int> list, Stream stream)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try
            {
                try
                {
                    stream.Flush();
                    return view[0];
                }
                finally
                {
                    list.Add(1);
                }
            }
            catch (IOException)
            {
                return 0;
            }
        }
        """));

    [Fact]
    public Task GrowsOnlyOnTheWayOut() => Verify.VerifyAnalyzerAsync(Members("""
        int M(List<int> list, Stream s)
        {
            var view = CollectionsMarshal.AsSpan(list);
            try { s.Flush(); }
            catch { list.Add(1); throw; }
            return view[0];
        }
        """));
}
