namespace ModelOps.Sandbox.Registry.Models;

/// <summary>An alias with the version it points to.</summary>
internal sealed record WireAlias(string Alias, string Version);
