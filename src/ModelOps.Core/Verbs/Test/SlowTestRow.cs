namespace ModelOps.Core.Verbs.Test;

/// <summary>One of the slowest tests.</summary>
/// <param name="Stage">Suite and stage.</param>
/// <param name="Test">Class and name.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record SlowTestRow(string Stage, string Test, double Seconds);
