namespace ModelOps.Faults.Tests.Cells;

/// <summary>A way in which calls go wrong.</summary>
/// <param name="Name">Name in the table.</param>
internal sealed record FaultKind(string Name)
{
    /// <summary>Whether the run that meets it is over with it: it was killed, cancelled or is let in no more.</summary>
    public bool EndsWithRun { get; init; }

    /// <summary>
    /// Whether it may leave a second entry in the ledger, which the next run ends: nothing tells MLflow that two requests for a new run are one.
    /// </summary>
    public bool LeavesEntry { get; init; }

    /// <summary>How wrong the clock of the first run is; that of the next ones is as wrong in the other direction.</summary>
    public TimeSpan Skew { get; init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
