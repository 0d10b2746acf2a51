namespace ModelOps.Core.Suites.Results;

/// <summary>What the tests of one stage said.</summary>
/// <param name="Cases">Tests that are known by name.</param>
internal sealed record TestResults(IReadOnlyList<TestCase> Cases)
{
    /// <summary>Tests that passed and are known by number only.</summary>
    public int UnnamedPassed { get; init; }

    /// <summary>Tests that failed and are known by number only.</summary>
    public int UnnamedFailed { get; init; }

    /// <summary>Tests that were skipped and are known by number only.</summary>
    public int UnnamedSkipped { get; init; }

    /// <summary>Number of tests that passed.</summary>
    public int Passed => UnnamedPassed + Count(TestStatus.Passed);

    /// <summary>Number of tests that failed.</summary>
    public int Failed => UnnamedFailed + Count(TestStatus.Failed);

    /// <summary>Number of tests that were skipped.</summary>
    public int Skipped => UnnamedSkipped + Count(TestStatus.Skipped);

    private int Count(TestStatus status) => Cases.Count(test => test.Status == status);
}
