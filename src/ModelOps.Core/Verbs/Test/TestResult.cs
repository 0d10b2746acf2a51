using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Test;

/// <summary>Outputs of <c>test</c>.</summary>
public sealed record TestResult
{
    [Output("Number of tests, with those that were skipped.")]
    public required int Total { get; init; }

    [Output("Number of tests that passed.", IsHeadline = true)]
    public required int Passed { get; init; }

    [Output("Number of tests that failed.", IsHeadline = true)]
    public required int Failed { get; init; }

    [Output("Number of tests that were skipped.", IsHeadline = true)]
    public required int Skipped { get; init; }

    [Output("Seconds that all stages took.")]
    public required double Seconds { get; init; }

    [Output("Path of the JUnit file with the results of all stages; nothing on a dry run.")]
    public string? Junit { get; init; }

    [Output("Catalog that integration tests got; nothing when none ran.")]
    public string? Catalog { get; init; }

    [Output("Stages: suite, stage, status, passed, failed, skipped, seconds, command, isolation.", Details = [nameof(StageRow.Command), nameof(StageRow.Isolation)])]
    public required IReadOnlyList<StageRow> Stages { get; init; }

    [Output("The ten slowest tests: stage, test, seconds.")]
    public IReadOnlyList<SlowTestRow> SlowestTests { get; init; } = [];

    [Output("Tests that failed, at most 100: stage, test, message, file, line.")]
    public IReadOnlyList<FailedTestRow> FailedTests { get; init; } = [];
}
