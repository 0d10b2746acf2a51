namespace ModelOps.Core.Suites.Results;

/// <summary>How one test ended.</summary>
internal enum TestStatus
{
    /// <summary>It ran and held.</summary>
    Passed,

    /// <summary>It ran and did not hold, or broke.</summary>
    Failed,

    /// <summary>It did not run.</summary>
    Skipped,
}
