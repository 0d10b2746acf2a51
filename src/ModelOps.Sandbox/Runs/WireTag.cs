namespace ModelOps.Sandbox.Runs;

/// <summary>A key with its value, as tags and parameters are sent.</summary>
internal sealed record WireTag(string Key, string Value);
