using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Check;

/// <summary>Outputs of <c>check</c>.</summary>
public sealed record CheckResult
{
    [Output("Model that was checked: its directory, or the package or reference that was given.")]
    public required string Path { get; init; }

    [Output("Number of errors.")]
    public required int Errors { get; init; }

    [Output("Number of warnings.")]
    public required int Warnings { get; init; }

    [Output("Number of findings that modelops.yml waives.")]
    public required int Waived { get; init; }

    [Output("Number of findings that --fix repaired.")]
    public required int Fixed { get; init; }
}
