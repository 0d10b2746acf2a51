namespace ModelOps.Mlflow.Wire;

/// <summary>A tag.</summary>
internal sealed record WireTag(string Key, string? Value);

/// <summary>An error.</summary>
internal sealed record WireError(string? ErrorCode, string? Message);

/// <summary>An answer that says nothing, or whose content does not matter.</summary>
internal sealed record WireNothing();
