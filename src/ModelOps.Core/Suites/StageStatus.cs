namespace ModelOps.Core.Suites;

/// <summary>How a stage ended.</summary>
internal enum StageStatus
{
    /// <summary>It is only planned.</summary>
    Planned,

    /// <summary>Its tests passed.</summary>
    Passed,

    /// <summary>A test or the command failed, or its time was over.</summary>
    Failed,

    /// <summary>It could not run: neither passed nor failed.</summary>
    CouldNotRun,

    /// <summary>It was left out because one before it did not pass.</summary>
    NotRun,
}
