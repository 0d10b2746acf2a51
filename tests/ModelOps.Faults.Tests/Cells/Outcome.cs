namespace ModelOps.Faults.Tests.Cells;

/// <summary>What came of one cell.</summary>
/// <param name="Scenario">What ran.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Call">Number of the call, from 0.</param>
/// <param name="Runs">Runs until one ended well.</param>
/// <param name="FirstExit">How the first ended.</param>
/// <param name="Problems">What did not hold; empty when all did.</param>
internal sealed record Outcome(string Scenario, string Kind, int Call, int Runs, int FirstExit, IReadOnlyList<string> Problems)
{
    /// <inheritdoc />
    public override string ToString() => $"{Scenario}, {Kind}, call {Call}: {string.Join("; ", Problems)}";
}
