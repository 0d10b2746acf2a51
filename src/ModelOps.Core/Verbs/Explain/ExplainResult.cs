using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Explain;

/// <summary>Outputs of <c>explain</c>.</summary>
public sealed record ExplainResult
{
    [Output("The code.")]
    public required string Code { get; init; }

    [Output("Severity of the finding unless a verb lowers it.")]
    public required Severity Severity { get; init; }

    [Output("What is wrong, in a few words.")]
    public required string Title { get; init; }

    [Output("When this happens.")]
    public required string Cause { get; init; }

    [Output("What to do.")]
    public required string Fix { get; init; }

    [Output("Page of the reference, relative to the toolkit's repository.")]
    public required string Page { get; init; }
}
