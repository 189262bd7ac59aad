// States of members' runs share what they know until one of them learns more: nobody sees what another has learned.
using BufferLint.Protocols;
using Xunit;

namespace BufferLint.Tests.Engine;

public class ObjectStateTests
{
    private static readonly Content One = Content.Known(1);

    private static readonly Content Two = Content.Known(2);

    [Fact]
    public void ACopyLearnsForItself()
    {
        var state = Made();
        var copy = state.Copy();
        copy.Learn(Place.Result, Two);
        Assert.Equal(One, state.Of(Place.Result));
        Assert.Equal(Two, copy.Of(Place.Result));
    }

    [Fact]
    public void WhatWasCopiedLearnsForItself()
    {
        var state = Made();
        var copy = state.Copy();
        state.Learn(Place.Result, Two);
        state.Learn(Place.This, Two);
        Assert.Equal(One, copy.Of(Place.Result));
        Assert.Equal(Content.Unknown, copy.Of(Place.This));
    }

    [Fact]
    public void WhoBecomesAnotherLearnsForItself()
    {
        var state = Made();
        var other = new ObjectState(Place.Static);
        other.Become(state);
        other.Learn(Place.Result, Two);
        state.Learn(Place.This, Two);
        Assert.Equal(One, state.Of(Place.Result));
        Assert.Equal(Content.Unknown, other.Of(Place.This));
    }

    [Fact]
    public void AJoinSaysWhetherLessIsKnown()
    {
        var state = Made();
        var copy = state.Copy();
        Assert.False(state.Join(copy));
        copy.Learn(Place.Result, One);
        Assert.False(state.Join(copy));
        copy.Learn(Place.Result, Two);
        Assert.True(state.Join(copy));
        Assert.Equal(Content.Changed, state.Of(Place.Result));
        Assert.Equal(Two, copy.Of(Place.Result));
        copy = state.Copy();
        copy.Learn(Place.This, One);
        Assert.True(state.Join(copy));
        Assert.Equal(Content.Changed, state.Of(Place.This));
        Assert.False(state.Join(copy));
    }

    private static ObjectState Made()
    {
        var state = new ObjectState(Place.Static);
        state.Learn(Place.Result, One);
        return state;
    }
}
