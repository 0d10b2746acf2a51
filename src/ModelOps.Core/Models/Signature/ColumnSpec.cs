namespace ModelOps.Core.Models.Signature;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name; null when columns go by position.</param>
/// <param name="Type">Its type.</param>
/// <param name="Required">Whether it must be there; true where the file does not say (before MLflow 2.6).</param>
internal sealed record ColumnSpec(string? Name, DataType Type, bool Required);
