using ModelOps.Core.Gates;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates;

/// <summary>Small predictions whose metrics can be counted by hand.</summary>
internal static class Sets
{
    /// <summary>A binary set in groups of one column: of each group's rows so many are right. Labels alternate within a group.</summary>
    public static PredictionSet Groups(string column, params (string Group, int Rows, int Right)[] groups)
    {
        var labels = groups.SelectMany(group => Enumerable.Range(0, group.Rows).Select(row => (double)(row % 2))).ToArray();
        var right = groups.SelectMany(group => Enumerable.Range(0, group.Rows).Select(row => row < group.Right)).ToArray();
        return new()
        {
            Task = EvaluationTask.Binary,
            Classes = ["0", "1"],
            Labels = labels,
            Predictions = [.. labels.Zip(right, (label, isRight) => isRight ? label : 1 - label)],
            Slices = [new(column, [.. groups.SelectMany((group, code) => Enumerable.Repeat(code, group.Rows))], [.. groups.Select(group => group.Group)])],
        };
    }

    /// <summary>A binary set with an accuracy of so many in a hundred.</summary>
    public static PredictionSet Right(int percent) => Groups("all", ("rows", 100, percent));

    /// <summary>A regression whose every prediction misses by the same amount, in groups.</summary>
    public static PredictionSet Off(params (string Group, int Rows, double Error)[] groups)
    {
        var labels = groups.SelectMany(group => Enumerable.Range(0, group.Rows).Select(row => (double)row)).ToArray();
        var errors = groups.SelectMany(group => Enumerable.Repeat(group.Error, group.Rows));
        return new()
        {
            Task = EvaluationTask.Regression,
            Labels = labels,
            Predictions = [.. labels.Zip(errors, (label, error) => label + error)],
            Slices = [new("plan", [.. groups.SelectMany((group, code) => Enumerable.Repeat(code, group.Rows))], [.. groups.Select(group => group.Group)])],
        };
    }

    public static ModelEvidence Predicting(PredictionSet set, string name = "models:/churn/7") => GateLab.Nothing(name) with { Predictions = new(set) };
}
