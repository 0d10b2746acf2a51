namespace ModelOps.Sandbox.Protocol;

/// <summary>A key with its value, as tags and parameters are sent.</summary>
internal sealed record WireTag(string Key, string Value);
