namespace ModelOps.Core.Models.Signature;

/// <summary>A tensor.</summary>
/// <param name="Name">Its name; null for the only one.</param>
/// <param name="Dtype">NumPy's name of the element type.</param>
/// <param name="Shape">Sizes of the dimensions; -1 is free.</param>
internal sealed record TensorSpec(string? Name, string Dtype, IReadOnlyList<int> Shape);
