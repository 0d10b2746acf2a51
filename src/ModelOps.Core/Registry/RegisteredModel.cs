namespace ModelOps.Core.Registry;

/// <summary>A registered model.</summary>
/// <param name="Name">Name.</param>
/// <param name="Aliases">Version by alias; names in lower case.</param>
public sealed record RegisteredModel(ModelName Name, IReadOnlyDictionary<string, int> Aliases);
