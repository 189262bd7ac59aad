// What the generated programs call: opaque to the engine, steered in a run.
using System;

namespace BufferLint.Oracle.Execution;

/// <summary>The world around a generated program. Its members do as they like, but keep no view and grow no owner.</summary>
public interface IWorld
{
    /// <summary>A place of its own.</summary>
    ref int Spare { get; }

    /// <summary>Answers as it likes.</summary>
    bool Maybe();

    /// <summary>Throws if it likes.</summary>
    void Check();

    /// <summary>Takes a number.</summary>
    void Keep(int number);

    /// <summary>Looks at elements.</summary>
    void Look(Span<int> view);

    /// <inheritdoc cref="Look(Span{int})"/>
    void Look(ReadOnlySpan<int> view);

    /// <inheritdoc cref="Look(Span{int})"/>
    void Look(byte[]? view);
}
