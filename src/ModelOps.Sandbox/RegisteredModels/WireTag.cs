namespace ModelOps.Sandbox.RegisteredModels;

/// <summary>A tag of a registered model or of a version.</summary>
internal sealed record WireTag(string Key, string Value);
