// The attributes BufferLint reads must be in the compiled sample library, not only in its source.
using System;
using System.Linq;
using System.Reflection;
using BufferLint.Annotations;
using BufferLint.Samples.Buffers;
using Xunit;

namespace BufferLint.Samples.Tests;

public class AnnotationTests
{
    [Theory]
    [InlineData(nameof(ByteArray.Resize))]
    [InlineData(nameof(ByteArray.Append))]
    [InlineData(nameof(ByteArray.Extend))]
    [InlineData(nameof(ByteArray.Insert))]
    [InlineData(nameof(ByteArray.RemoveAt))]
    [InlineData(nameof(ByteArray.Clear))]
    public void A_change_of_length_moves_and_is_refused_while_viewed(string name)
    {
        var method = typeof(ByteArray).GetMethod(name)!;

        Assert.NotNull(method.GetCustomAttribute<MovesAttribute>());
        Assert.Equal(typeof(BufferError), method.GetCustomAttribute<RefusesWhileViewedAttribute>()?.Exception);
    }

    [Fact]
    public void Every_public_member_that_hands_out_a_view_says_so()
    {
        var members = new[] { typeof(ByteArray), typeof(ByteView) }
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(member => member is MethodInfo { IsSpecialName: false } method && method.ReturnType == typeof(ByteView)
                || member is PropertyInfo property && property.PropertyType == typeof(ByteView))
            .ToList();

        Assert.Equal(5, members.Count);
        Assert.All(members, member => Assert.NotNull(member.GetCustomAttribute<ViewOfAttribute>()));
        Assert.Equal(
            [nameof(ByteView.ToReadOnly), nameof(ByteArray.ViewReadOnly)],
            members.Where(m => m.GetCustomAttribute<ReadOnlyViewAttribute>() is not null).Select(m => m.Name).Order());
    }

    [Theory]
    [InlineData(nameof(ByteView.Release))]
    [InlineData(nameof(ByteView.Dispose))]
    public void Both_ways_to_release_say_so(string name) =>
        Assert.NotNull(typeof(ByteView).GetMethod(name)!.GetCustomAttribute<ReleasesAttribute>());
}
