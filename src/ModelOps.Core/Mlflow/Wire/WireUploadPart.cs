namespace ModelOps.Core.Mlflow.Wire;

/// <summary>Where a part goes.</summary>
internal sealed record WireUploadPart(string? Url, int PartNumber, IReadOnlyDictionary<string, string>? Headers);
