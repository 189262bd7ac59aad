// Calls that an override, an implementation of an interface or a default member may answer: looked into where outsiders
// can add no other.
using System.Threading.Tasks;
using Xunit;
using static BufferLint.Tests.Cases.BUF1001.Source;
using Verify = BufferLint.Testing.CSharpAnalyzerVerifier<BufferLint.BufferLintAnalyzer>;

namespace BufferLint.Tests.Cases.BUF1001;

public class VirtualCalls
{
    [Theory]
    [InlineData("Sealed", "public abstract class Base { public abstract void Fill(List<int> list); } public sealed class Sealed : Base { public override void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "class Base { public virtual void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "abstract class Base { public abstract void Fill(List<int> list); } class One : Base { public override void Fill(List<int> list) => list.Add(1); } class Other : Base { public override void Fill(List<int> other) { } }")]
    [InlineData("Base", "public abstract class Base { private protected Base() { } public abstract void Fill(List<int> list); } sealed class One : Base { public override void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "public class Base { internal virtual void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "public class Outer { internal class Base { public virtual void Fill(List<int> list) => list.Add(1); } }", "Outer.")]
    [InlineData("Base", "abstract class Base { public void Fill(List<int> list) => Core(list); protected abstract void Core(List<int> list); } sealed class One : Base { protected override void Core(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "abstract class Base { public abstract void Fill(List<int> list); } abstract class Middle : Base { } class One : Middle { public override void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base<int>", "abstract class Base<T> { public abstract void Fill(List<T> list); } class One : Base<int> { public override void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("IFill", "interface IFill { void Fill(List<int> list); } class One : IFill { public void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("IFill", "interface IFill { void Fill(List<int> list); } class One : IFill { void IFill.Fill(List<int> list) => list.Add(1); }")]
    [InlineData("IFill<int>", "interface IFill<T> { void Fill(List<T> list); } class One<T> : IFill<T> { void IFill<T>.Fill(List<T> list) => list.Add(default!); }")]
    [InlineData("IFill", "interface IFill { void Fill(List<int> list) => list.Add(1); } class One : IFill { }")]
    [InlineData("IFill", "interface IFill { void Fill(List<int> list); } abstract class Base : IFill { public abstract void Fill(List<int> list); } class One : Base { public override void Fill(List<int> list) => list.Add(1); }")]
    public Task AllThatCanRunAreKnown(string type, string types, string space = "") => Verify.VerifyAnalyzerAsync(Types($$"""
        {{types}}

        class C
        {
            void M({{space}}{{type}} filler, List<int> list, List<int> other)
            {
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:filler.Fill(list)|};
                view[0] = 2;

                var others = CollectionsMarshal.AsSpan(other);
                filler.Fill(list);
                others[0] = 2;
            }
        }
        """));

    [Theory]
    [InlineData("Base", "public class Base { public virtual void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "public abstract class Base { public abstract void Fill(List<int> list); } sealed class One : Base { public override void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "public abstract class Base { internal Base() { } public abstract void Fill(List<int> list); } public class One : Base { public override void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("IFill", "public interface IFill { void Fill(List<int> list); } sealed class One : IFill { public void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("IFill", "interface IFill { void Fill(List<int> list); } public class One : IFill { public virtual void Fill(List<int> list) => list.Add(1); }")]
    [InlineData("Base", "abstract class Base { public abstract void Fill(List<int> list); } class One : Base { public override void Fill(List<int> list) => list.Sort(); }")]
    [InlineData("One", "class Base { public virtual void Fill(List<int> list) => list.Add(1); } sealed class One : Base { public override void Fill(List<int> list) { } }")]
    [InlineData("Base", "abstract class Base { public abstract void Fill(List<int> list); } class A : Base { public override void Fill(List<int> list) => list.Add(1); } class B : Base { public override void Fill(List<int> list) { } } class D : Base { public override void Fill(List<int> list) { } } class E : Base { public override void Fill(List<int> list) { } } class F : Base { public override void Fill(List<int> list) { } }")]
    [InlineData("Base", "class Base { public virtual void Fill(List<int> list) { } } class One : Base { public new void Fill(List<int> list) => list.Add(1); }")]
    public Task OutsidersManyOrHarmless(string type, string types) => Verify.VerifyAnalyzerAsync(Types($$"""
        {{types}}

        class C
        {
            void M({{type}} filler, List<int> list)
            {
                var view = CollectionsMarshal.AsSpan(list);
                filler.Fill(list);
                view[0] = 2;
            }
        }
        """));

    /// <summary>What an object was made as says which member runs, however open its type is.</summary>
    [Fact]
    public Task ObjectMadeHere() => Verify.VerifyAnalyzerAsync(Types("""
        public abstract class Base
        {
            public abstract void Fill(List<int> list);
        }

        public class Growing : Base
        {
            public override void Fill(List<int> list) => list.Add(1);
        }

        public class Idle : Base
        {
            public override void Fill(List<int> list) { }
        }

        class C
        {
            void Grows(List<int> list)
            {
                Base filler = new Growing();
                var view = CollectionsMarshal.AsSpan(list);
                {|BUF1001:filler.Fill(list)|};
                view[0] = 2;
            }

            void Stays(List<int> list)
            {
                Base filler = new Idle();
                var view = CollectionsMarshal.AsSpan(list);
                filler.Fill(list);
                view[0] = 2;
            }

            void MayBeAnother(List<int> list, Base other)
            {
                Base filler = new Growing();
                if (list.Count > 3)
                    filler = other;
                var view = CollectionsMarshal.AsSpan(list);
                filler.Fill(list);
                view[0] = 2;
            }
        }
        """));

    [Fact]
    public Task CallOfTheBase() => Verify.VerifyAnalyzerAsync(Types("""
        public class Base
        {
            protected readonly List<int> Items = new();

            public virtual void Fill() => Items.Add(1);

            public virtual int Next { get { Items.Add(1); return 1; } set => Items.Add(value); }
        }

        public class Derived : Base
        {
            public override void Fill()
            {
                var view = CollectionsMarshal.AsSpan(Items);
                {|BUF1001:base.Fill()|};
                view[0] = 2;
            }

            void Get()
            {
                var view = CollectionsMarshal.AsSpan(Items);
                _ = {|BUF1001:base.Next|};
                view[0] = 2;
            }

            void Set()
            {
                var view = CollectionsMarshal.AsSpan(Items);
                {|BUF1001:base.Next = 3|};
                view[0] = 2;
            }
        }

        public class Quiet : Base
        {
            public override void Fill() { }

            void M()
            {
                var view = CollectionsMarshal.AsSpan(Items);
                base.ToString();
                view[0] = 2;
            }
        }
        """));

    /// <summary>Both halves behind members that are overridden.</summary>
    [Fact]
    public Task ViewFromAnOverride() => Verify.VerifyAnalyzerAsync(Types("""
        abstract class Base
        {
            public abstract Span<int> View { get; }
            public abstract void Add(int item);
            public abstract int Count { get; set; }
        }

        sealed class Listed : Base
        {
            private readonly List<int> _items = new();

            public override Span<int> View => CollectionsMarshal.AsSpan(_items);
            public override void Add(int item) => _items.Add(item);
            public override int Count { get => _items.Count; set => CollectionsMarshal.SetCount(_items, value); }
        }

        class C
        {
            void Grows(Base items)
            {
                var view = items.View;
                {|BUF1001:items.Add(1)|};
                view[0] = 2;
            }

            void Counted(Base items)
            {
                var view = items.View;
                {|BUF1001:items.Count = 9|};
                view[0] = 2;
            }

            int Reads(Base items, Base other)
            {
                var view = items.View;
                other.Add(items.Count);
                return view[0];
            }
        }
        """));
}
