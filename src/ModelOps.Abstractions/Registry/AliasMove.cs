namespace ModelOps.Abstractions.Registry;

/// <summary>A wish to move an alias.</summary>
/// <param name="Model">Registered model.</param>
/// <param name="Alias">Alias.</param>
/// <param name="Version">Version that the alias shall have.</param>
/// <param name="Expected">Version that the alias must have now; null when it must not exist.</param>
public sealed record AliasMove(ModelName Model, AliasName Alias, int Version, int? Expected);
