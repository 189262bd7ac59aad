// An expected diagnostic, built up by With… calls.
using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BufferLint.Testing;

/// <summary>An expected diagnostic. The first location is the primary one; further ones are additional, in order.</summary>
/// <remarks>Immutable: every <c>With…</c> returns another result. The message is compared only when it, or its arguments, are given.</remarks>
public sealed record DiagnosticResult
{
    /// <summary>Expects a diagnostic by id and severity.</summary>
    public DiagnosticResult(string id, DiagnosticSeverity severity)
    {
        Id = id;
        Severity = severity;
    }

    /// <summary>Expects a diagnostic of a descriptor, at its default severity.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(NotNull(descriptor).Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat;

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The severity in effect.</summary>
    public DiagnosticSeverity Severity { get; private init; }

    /// <summary>The format that <see cref="WithArguments"/> fills.</summary>
    public LocalizableString? MessageFormat { get; private init; }

    /// <summary>The arguments of the message, when given.</summary>
    public ImmutableArray<object> MessageArguments { get; private init; }

    /// <summary>The locations, the primary one first; empty for a diagnostic without location.</summary>
    public ImmutableArray<DiagnosticLocation> Locations { get; private init; } = [];

    /// <summary>What is not compared.</summary>
    public DiagnosticOptions Options { get; private init; }

    /// <summary>The message to compare, or null.</summary>
    public string? Message => ExactMessage ?? (MessageArguments.IsDefault || MessageFormat is null
        ? null
        : string.Format(CultureInfo.InvariantCulture, MessageFormat.ToString(CultureInfo.InvariantCulture), [.. MessageArguments]));

    /// <summary>Expects an error of the compiler.</summary>
    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    /// <summary>Expects a warning of the compiler.</summary>
    public static DiagnosticResult CompilerWarning(string id) => new(id, DiagnosticSeverity.Warning);

    /// <summary>Adds the place that <c>{|#key:…|}</c> marks.</summary>
    public DiagnosticResult WithLocation(int markupKey) => With(new(markupKey, null, default, null));

    /// <summary>Adds a place of the first source by its start, counted from one.</summary>
    public DiagnosticResult WithLocation(int line, int column) => With(new(null, null, Position(line, column), null));

    /// <summary>Adds a place by its file and start, counted from one.</summary>
    public DiagnosticResult WithLocation(string path, int line, int column) => With(new(null, path, Position(line, column), null));

    /// <summary>Adds a place of the first source, counted from one.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        With(new(null, null, Position(startLine, startColumn), Position(endLine, endColumn)));

    /// <summary>Adds a place by its file, counted from one.</summary>
    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        With(new(null, path, Position(startLine, startColumn), Position(endLine, endColumn)));

    /// <summary>Expects no location at all.</summary>
    public DiagnosticResult WithNoLocation() => this with { Locations = [] };

    /// <summary>Expects this message.</summary>
    public DiagnosticResult WithMessage(string? message) => this with { ExactMessage = message };

    /// <summary>Expects the message the descriptor makes of these arguments.</summary>
    public DiagnosticResult WithArguments(params object[] arguments) =>
        MessageFormat is null
            ? throw new InvalidOperationException($"{Id} was made without a descriptor, so its arguments have no format; use WithMessage.")
            : this with { MessageArguments = [.. arguments] };

    /// <summary>Expects this severity.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    /// <summary>Leaves parts out of the comparison.</summary>
    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    private string? ExactMessage { get; init; }

    private static DiagnosticDescriptor NotNull(DiagnosticDescriptor descriptor) =>
        descriptor ?? throw new ArgumentNullException(nameof(descriptor));

    private static LinePosition Position(int line, int column) => new(line - 1, column - 1);

    private DiagnosticResult With(DiagnosticLocation location) => this with { Locations = Locations.Add(location) };
}
