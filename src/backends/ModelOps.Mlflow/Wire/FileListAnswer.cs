namespace ModelOps.Mlflow.Wire;

/// <summary>Content of a directory.</summary>
internal sealed record FileListAnswer(IReadOnlyList<WireFile>? Files);
