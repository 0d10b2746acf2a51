using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Reading;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Evaluation;

/// <summary>What columns of predictions need of each other.</summary>
internal static class ColumnRules
{
    /// <summary>What is wrong with a choice of columns, as findings about the inputs of a call.</summary>
    public static IReadOnlyList<Diagnostic> FindProblems(PredictionColumns columns) =>
    [
        .. FindMissing(columns).Select(problem => InputDiagnostics.Missing.At(OfInput(problem.Message))),
        .. FindConflicts(columns).Select(problem => InputDiagnostics.Conflict.At(OfInput(problem.Message))),
        .. FindInvalid(columns).Select(problem => InputDiagnostics.Invalid.At(OfInput(problem.Message))),
    ];

    /// <summary>What is wrong with a choice of columns: which of them, and why in one sentence.</summary>
    public static IEnumerable<(string Name, string Message)> Find(PredictionColumns columns) =>
        [.. FindMissing(columns), .. FindConflicts(columns), .. FindInvalid(columns)];

    private static string OfInput(string message) => message.StartsWith('\'') ? $"Input {message}" : message;

    private static IEnumerable<(string Name, string Message)> FindMissing(PredictionColumns columns)
    {
        var isClass = columns.Task is EvaluationTask.Binary or EvaluationTask.Multiclass;
        if (columns.Prediction is null && columns.Score is null && (!isClass || columns.Probability.Count == 0))
        {
            yield return ("prediction", isClass
                ? "'prediction' or 'probability' is required: a column of predicted classes, or columns of probabilities."
                : "'prediction' is required: the column of predicted values or scores.");
        }

        if (columns.Task == EvaluationTask.Ranking && columns.Query is null)
        {
            yield return ("query", "'query' is required for a ranking task: the column that says which rows are ranked together.");
        }
    }

    private static IEnumerable<(string Name, string Message)> FindConflicts(PredictionColumns columns)
    {
        if (columns.Task is EvaluationTask.Regression or EvaluationTask.Ranking && columns.Probability.Count > 0)
        {
            yield return ("probability", "'probability' is for tasks with classes: binary and multiclass.");
        }

        if (columns.Task != EvaluationTask.Binary && columns.Score is not null)
        {
            yield return ("score", "'score' is for binary tasks: the higher, the more the positive class.");
        }

        if (columns.Score is not null && columns.Probability.Count > 0)
        {
            yield return ("score", "'score' and 'probability' exclude each other: probabilities order the rows as well.");
        }

        if (columns.Task != EvaluationTask.Binary && columns.Positive is not null)
        {
            yield return ("positive", "'positive' is for binary tasks.");
        }

        if (columns.Task != EvaluationTask.Ranking && columns.Query is not null)
        {
            yield return ("query", "'query' is for ranking tasks; 'cluster' names rows which belong together.");
        }

        var named = columns.Probability.Count(text => ProbabilityColumn.Parse(text).Class is not null);
        if (named > 0 && named < columns.Probability.Count)
        {
            yield return ("probability", "Some columns of 'probability' name their class and some do not: write all as class=column, or none.");
        }

        if (columns.Task == EvaluationTask.Binary && named == 0 && columns.Probability.Count > 1)
        {
            yield return ("probability", "A binary task has one column of probabilities, that of the positive class; write several as class=column.");
        }
    }

    private static IEnumerable<(string Name, string Message)> FindInvalid(PredictionColumns columns)
    {
        foreach (var slice in columns.Slices.Where(slice => !SliceSpec.TryParse(slice, out _)))
        {
            yield return ("slices", $"'slices' cannot be '{slice}': expected {SliceSpec.Expected}.");
        }

        if (columns.Threshold is not (>= 0 and <= 1))
        {
            yield return ("threshold", FormattableString.Invariant($"'threshold' cannot be {columns.Threshold}: expected a probability from 0 to 1."));
        }
    }
}
