// Threads and tasks that are made with a buffer, and started when it is gone.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.LeaseSource;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF4001;

public class StartedLater
{
    [Fact]
    public Task AfterTheRelease() => Verify.VerifyAnalyzerAsync(Members("""
        void ATask()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var task = new Task(() => {|BUF4001:a|}[0] = 1);
            ArrayPool<byte>.Shared.Return(a);
            task.Start();
        }

        void AThread()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => {|BUF4001:a|}[0] = 1);
            ArrayPool<byte>.Shared.Return(a);
            thread.Start();
            thread.Join();
        }

        void OnOneWay(bool early)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var task = new Task(() => {|BUF4001:a|}[0] = 1);
            if (early)
            {
                ArrayPool<byte>.Shared.Return(a);
            }

            task.Start();
            task.Wait();
        }
        """));

    [Fact]
    public Task BeforeOrNever() => Verify.VerifyAnalyzerAsync(Members("""
        void Before()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var thread = new Thread(() => a[0] = 1);
            thread.Start();
            thread.Join();
            ArrayPool<byte>.Shared.Return(a);
        }

        void Never()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var task = new Task(() => a[0] = 1);
            ArrayPool<byte>.Shared.Return(a);
        }

        void OnAnotherWay(bool early)
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var task = new Task(() => a[0] = 1);
            if (early)
            {
                ArrayPool<byte>.Shared.Return(a);
                return;
            }

            task.Start();
            task.Wait();
            ArrayPool<byte>.Shared.Return(a);
        }

        void WithoutIt()
        {
            var a = ArrayPool<byte>.Shared.Rent(8);
            var n = 1;
            var task = new Task(() => n++);
            ArrayPool<byte>.Shared.Return(a);
            task.Start();
        }
        """));

    [Fact]
    public Task Told() => Verify.VerifyAnalyzerAsync(
        Members("""
        void M()
        {
            var a = {|#1:ArrayPool<byte>.Shared.Rent(8)|};
            var task = new Task(() => {|#0:a|}[0] = 1);
            {|#2:ArrayPool<byte>.Shared.Return(a)|};
            task.Start();
        }
        """),
        Verify.Diagnostic("BUF4001").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
            "'a' goes into work that starts only at line 21, and 'ArrayPool<byte>.Shared.Return(a)' releases 'a': (1) rented at line 18, (2) handed over at line 19, (3) returned at line 20"));
}
