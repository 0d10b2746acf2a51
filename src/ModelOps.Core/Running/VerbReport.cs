using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>All that one run of a verb has to say.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Result">The result record; null when the verb did not get that far.</param>
/// <param name="Diagnostics">All findings, in order.</param>
/// <param name="Origins">Where the inputs came from.</param>
public sealed record VerbReport(
    VerbDescriptor Verb,
    ExitCode ExitCode,
    object? Result,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<ValueOrigin> Origins)
{
    /// <summary>What the verb says of itself on the summary page of the build, as Markdown; null where the general form does.</summary>
    internal string? Summary { get; init; }

    /// <summary>Whether the verb has something to say that nobody has been told.</summary>
    internal bool HasNews { get; init; } = true;

    /// <summary>The command that usually follows a verb that went well, to be run as it is; null where there is none.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the result has been shown while the verb went on.</summary>
    public bool WasAnnounced { get; init; }

    /// <summary>What came of each model, where the call was for several; null where it was not. The result is that of the model when just one ran.</summary>
    public SeriesReport? Series { get; init; }
}
