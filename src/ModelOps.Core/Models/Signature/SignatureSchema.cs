namespace ModelOps.Core.Models.Signature;

/// <summary>Inputs or outputs of a model: columns or tensors, never both.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Tensors">The tensors.</param>
internal sealed record SignatureSchema(IReadOnlyList<ColumnSpec> Columns, IReadOnlyList<TensorSpec> Tensors);
