namespace ModelOps.Testing.MlflowServer;

/// <summary>An alias that was set in the server.</summary>
/// <param name="Model">Registered model.</param>
/// <param name="Alias">Alias.</param>
/// <param name="From">Version that had it; null for none.</param>
/// <param name="To">Version that has it now.</param>
public sealed record MovedAlias(string Model, string Alias, int? From, int To);
