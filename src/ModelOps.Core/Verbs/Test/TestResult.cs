using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Test;

/// <summary>Outputs of <c>test</c>.</summary>
public sealed record TestResult
{
    /// <summary>Number of tests.</summary>
    [Output("Number of tests, with those that were skipped.")]
    public required int Total { get; init; }

    /// <summary>Number of tests that passed.</summary>
    [Output("Number of tests that passed.")]
    public required int Passed { get; init; }

    /// <summary>Number of tests that failed.</summary>
    [Output("Number of tests that failed.")]
    public required int Failed { get; init; }

    /// <summary>Number of tests that were skipped.</summary>
    [Output("Number of tests that were skipped.")]
    public required int Skipped { get; init; }

    /// <summary>Seconds that all stages took.</summary>
    [Output("Seconds that all stages took.")]
    public required double Seconds { get; init; }

    /// <summary>Path of the JUnit file.</summary>
    [Output("Path of the JUnit file with the results of all stages; nothing on a dry run.")]
    public string? Junit { get; init; }

    /// <summary>Catalog of the integration tests.</summary>
    [Output("Catalog that integration tests got; nothing when none ran.")]
    public string? Catalog { get; init; }

    /// <summary>Stages.</summary>
    [Output("Stages: suite, stage, status, passed, failed, skipped, seconds, command.")]
    public required IReadOnlyList<StageRow> Stages { get; init; }

    /// <summary>Tests that failed.</summary>
    [Output("Tests that failed, at most 100: stage, test, message, file, line.")]
    public IReadOnlyList<FailedTestRow> FailedTests { get; init; } = [];

    /// <summary>Slowest tests.</summary>
    [Output("The ten slowest tests: stage, test, seconds.")]
    public IReadOnlyList<SlowTestRow> SlowestTests { get; init; } = [];
}
