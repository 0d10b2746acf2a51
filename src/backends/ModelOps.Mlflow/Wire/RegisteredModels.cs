namespace ModelOps.Mlflow.Wire;

/// <summary>A registered model.</summary>
internal sealed record WireModel(string? Name, IReadOnlyList<WireAlias>? Aliases, IReadOnlyList<WireTag>? Tags);

/// <summary>An alias in a registered model.</summary>
internal sealed record WireAlias(string Alias, int Version);

/// <summary>Creates a registered model.</summary>
internal sealed record CreateModelRequest(string Name, string? Description, IReadOnlyList<WireTag>? Tags);

/// <summary>Writes a tag of a registered model.</summary>
internal sealed record SetModelTagRequest(string Name, string Key, string Value);

/// <summary>Writes the description of a registered model.</summary>
internal sealed record DescribeModelRequest(string Name, string Description);

/// <summary>Deletes a registered model.</summary>
internal sealed record DeleteModelRequest(string Name);

/// <summary>Creates or moves an alias.</summary>
internal sealed record SetAliasRequest(string Name, string Alias, string Version);

/// <summary>Removes an alias.</summary>
internal sealed record DeleteAliasRequest(string Name, string Alias);

/// <summary>Answer with a registered model.</summary>
internal sealed record ModelAnswer(WireModel? RegisteredModel);

/// <summary>A page of registered models.</summary>
internal sealed record ModelsPage(IReadOnlyList<WireModel>? RegisteredModels, string? NextPageToken);
