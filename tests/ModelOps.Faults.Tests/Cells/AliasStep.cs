namespace ModelOps.Faults.Tests.Cells;

/// <summary>An alias that was moved.</summary>
/// <param name="Model">Registered model.</param>
/// <param name="Alias">Alias.</param>
/// <param name="To">Version that got it.</param>
internal sealed record AliasStep(string Model, string Alias, int To);
