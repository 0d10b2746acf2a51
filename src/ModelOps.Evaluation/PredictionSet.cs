namespace ModelOps.Evaluation;

/// <summary>
/// Predictions of one model with their labels, column by column, all columns of the same length. Classes are coded as their index in
/// <see cref="Classes"/>; a number that cannot be known never gets here.
/// </summary>
internal sealed record PredictionSet
{
    public required EvaluationTask Task { get; init; }

    /// <summary>True class code, value or relevance of every row.</summary>
    public required double[] Labels { get; init; }

    /// <summary>Predicted class code, value or score of every row.</summary>
    public required double[] Predictions { get; init; }

    /// <summary>
    /// Probabilities, an array a class in the order of <see cref="Classes"/>; for a binary task one array, of the positive class. Empty when
    /// there are none. Where <see cref="Outputs"/> are scores, their order in numbers from 0 to 1.
    /// </summary>
    public IReadOnlyList<double[]> Probabilities { get; init; } = [];

    /// <summary>What there is to be judged; predictions that are scores alone have these in place of classes.</summary>
    public PredictedOutputs Outputs
    {
        get => Probabilities.Count == 0 ? PredictedOutputs.Values : field == PredictedOutputs.Values ? PredictedOutputs.Probabilities : field;
        init;
    }

    /// <summary>Names of the classes in sorted order, for a binary task the negative one first; empty for regression and ranking.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Weight of every row; null when all weigh 1.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Key of every row; null when rows go by their order.</summary>
    public RowKeys? Keys { get; init; }

    /// <summary>Query of every row, from 0 without gaps; null unless the task is ranking.</summary>
    public int[]? Queries { get; init; }

    /// <summary>Cluster of every row, from 0 without gaps; null when rows are independent.</summary>
    public int[]? Clusters { get; init; }

    /// <summary>Columns to slice by.</summary>
    public IReadOnlyList<SliceColumn> Slices { get; init; } = [];

    /// <summary>Number of rows.</summary>
    public int Count => Labels.Length;

    /// <summary>The rows at some places, in that order. Queries and clusters keep their codes.</summary>
    public PredictionSet Select(int[] rows) => this with
    {
        Labels = Pick(Labels, rows),
        Predictions = Pick(Predictions, rows),
        Probabilities = [.. Probabilities.Select(column => Pick(column, rows))],
        Weights = Weights is null ? null : Pick(Weights, rows),
        Keys = Keys?.Select(rows),
        Queries = Queries is null ? null : Pick(Queries, rows),
        Clusters = Clusters is null ? null : Pick(Clusters, rows),
        Slices = [.. Slices.Select(column => column with { Codes = Pick(column.Codes, rows) })],
    };

    private static T[] Pick<T>(T[] column, int[] rows) => Array.ConvertAll(rows, row => column[row]);
}
