using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Check;

/// <summary>Outputs of <c>check</c>.</summary>
public sealed record CheckResult
{
    /// <summary>Model directory that was checked.</summary>
    [Output("Model directory that was checked.")]
    public required string Path { get; init; }

    /// <summary>Number of errors.</summary>
    [Output("Number of errors.")]
    public required int Errors { get; init; }

    /// <summary>Number of warnings.</summary>
    [Output("Number of warnings.")]
    public required int Warnings { get; init; }

    /// <summary>Number of findings that modelops.yml waives.</summary>
    [Output("Number of findings that modelops.yml waives.")]
    public required int Waived { get; init; }

    /// <summary>Number of findings that --fix repaired.</summary>
    [Output("Number of findings that --fix repaired.")]
    public required int Fixed { get; init; }
}
