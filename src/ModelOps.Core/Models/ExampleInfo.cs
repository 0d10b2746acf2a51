namespace ModelOps.Core.Models;

/// <summary>Where a model keeps its input example: <c>saved_input_example_info</c> of MLmodel.</summary>
internal sealed record ExampleInfo
{
    /// <summary>File with the example.</summary>
    public LocatedText? ArtifactPath { get; init; }

    /// <summary>File with a request body for the scoring server.</summary>
    public LocatedText? ServingPath { get; init; }

    /// <summary><c>dataframe</c>, <c>ndarray</c>, <c>json_object</c> or <c>sparse_matrix_*</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether the file is <c>{"inputs": ..., "params": ...}</c>.</summary>
    public bool HasParams { get; init; }
}
