// A buffer that nobody ever gives back can still be filled while an operation sends it: told by two words, the call that is
// not awaited and the one that fills.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BufferLint.Screen;

/// <summary>Notes the words of one body.</summary>
internal struct RefillScreen
{
    private static readonly HashSet<string> Filling =
    [
        "BlockCopy", "Clear", "Copy", "CopyTo", "Fill", "GetBytes", "NextBytes", "Read", "ReadAsync", "ReadAtLeastAsync", "ReadExactly", "ReadExactlyAsync", "Receive", "ReceiveAsync",
    ];

    private bool _begins;
    private bool _fills;

    /// <summary>Whether the body begins an operation that it does not wait for at once, and fills something.</summary>
    public readonly bool Matters => _begins && _fills;

    /// <summary>Notes an identifier.</summary>
    public void Note(SyntaxToken identifier)
    {
        var name = identifier.ValueText;
        _fills |= Filling.Contains(name);
        if (!_begins && name.EndsWith("Async", StringComparison.Ordinal) && identifier.Parent is { Parent: { } called } named && (called as InvocationExpressionSyntax ?? called.Parent as InvocationExpressionSyntax) is { } call && (call.Expression == named || call.Expression == called))
        {
            _begins = Starting.MayLeaveRunning(call, ImmutableArray<string>.Empty);
        }
    }
}
