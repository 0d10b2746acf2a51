namespace ModelOps.Mlflow.Wire;

/// <summary>Where a part goes.</summary>
internal sealed record WireUploadPart(string? Url, int PartNumber, IReadOnlyDictionary<string, string>? Headers);
