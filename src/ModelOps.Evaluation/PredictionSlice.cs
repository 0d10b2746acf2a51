namespace ModelOps.Evaluation;

/// <summary>The rows of one slice.</summary>
/// <param name="Column">Column that is sliced by.</param>
/// <param name="Value">Value of the rows in it.</param>
/// <param name="Rows">The rows, rising.</param>
internal sealed record PredictionSlice(string Column, string Value, int[] Rows)
{
    /// <summary>Name as <c>column=value</c>.</summary>
    public string Name => $"{Column}={Value}";
}
