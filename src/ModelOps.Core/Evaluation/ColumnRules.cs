using ModelOps.Core.Diagnostics;
using ModelOps.Core.Evaluation.Reading;
using ModelOps.Core.Evaluation.Slicing;

namespace ModelOps.Core.Evaluation;

/// <summary>What columns of predictions need of each other.</summary>
internal static class ColumnRules
{
    /// <summary>What is wrong with a choice of columns.</summary>
    public static IReadOnlyList<Diagnostic> FindProblems(PredictionColumns columns) =>
    [
        .. FindMissing(columns).Select(problem => InputDiagnostics.Missing.At(problem)),
        .. FindConflicts(columns).Select(problem => InputDiagnostics.Conflict.At(problem)),
        .. FindInvalid(columns).Select(problem => InputDiagnostics.Invalid.At(problem)),
    ];

    private static IEnumerable<string> FindMissing(PredictionColumns columns)
    {
        var isClass = columns.Task is EvaluationTask.Binary or EvaluationTask.Multiclass;
        if (columns.Prediction is null && (!isClass || columns.Probability.Count == 0))
        {
            yield return isClass
                ? "Input 'prediction' or 'probability' is required: a column of predicted classes, or columns of probabilities."
                : "Input 'prediction' is required: the column of predicted values or scores.";
        }

        if (columns.Task == EvaluationTask.Ranking && columns.Query is null)
        {
            yield return "Input 'query' is required for a ranking task: the column that says which rows are ranked together.";
        }
    }

    private static IEnumerable<string> FindConflicts(PredictionColumns columns)
    {
        if (columns.Task is EvaluationTask.Regression or EvaluationTask.Ranking && columns.Probability.Count > 0)
        {
            yield return "Input 'probability' is for tasks with classes: binary and multiclass.";
        }

        if (columns.Task != EvaluationTask.Binary && columns.Positive is not null)
        {
            yield return "Input 'positive' is for binary tasks.";
        }

        if (columns.Task != EvaluationTask.Ranking && columns.Query is not null)
        {
            yield return "Input 'query' is for ranking tasks; 'cluster' names rows which belong together.";
        }

        var named = columns.Probability.Count(text => ProbabilityColumn.Parse(text).Class is not null);
        if (named > 0 && named < columns.Probability.Count)
        {
            yield return "Some columns of 'probability' name their class and some do not: write all as class=column, or none.";
        }

        if (columns.Task == EvaluationTask.Binary && named == 0 && columns.Probability.Count > 1)
        {
            yield return "A binary task has one column of probabilities, that of the positive class; write several as class=column.";
        }
    }

    private static IEnumerable<string> FindInvalid(PredictionColumns columns)
    {
        foreach (var slice in columns.Slices.Where(slice => !SliceSpec.TryParse(slice, out _)))
        {
            yield return $"Input 'slices' cannot be '{slice}': expected {SliceSpec.Expected}.";
        }

        if (columns.Threshold is not (>= 0 and <= 1))
        {
            yield return FormattableString.Invariant($"Input 'threshold' cannot be {columns.Threshold}: expected a probability from 0 to 1.");
        }
    }
}
