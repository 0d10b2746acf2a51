namespace ModelOps.Mlflow.Wire;

/// <summary>A part that was sent.</summary>
internal sealed record WireSentPart(int PartNumber, string? Etag, string? Url);
