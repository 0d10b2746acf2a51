namespace ModelOps.Mlflow.Wire;

/// <summary>A file or directory of a listing; the size is left out when it is 0.</summary>
internal sealed record WireFile(string? Path, bool IsDir, long FileSize);
