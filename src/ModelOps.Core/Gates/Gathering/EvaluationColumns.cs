using ModelOps.Core.Configuration;
using ModelOps.Core.Evaluation;

namespace ModelOps.Core.Gates.Gathering;

/// <summary>The columns that the gates of a model need.</summary>
internal static class EvaluationColumns
{
    /// <summary>Columns of the evaluation, with those that gates slice, group and cluster by.</summary>
    public static PredictionColumns Of(EvaluationSection evaluation, ModelSection model) => new()
    {
        Task = evaluation.Task,
        Label = evaluation.Columns.Label,
        Prediction = evaluation.Columns.Prediction,
        Probability = evaluation.Columns.Probability,
        Key = evaluation.Columns.Key,
        Weight = evaluation.Columns.Weight,
        Query = evaluation.Columns.Query,
        Cluster = model.Gates.Champion.Cluster,
        Slices = [.. (model.Gates.Slices?.By ?? []).Concat(model.Gates.Fairness.Select(rule => rule.Groups)).Distinct(StringComparer.Ordinal)],
        Positive = evaluation.Columns.Positive,
        Threshold = evaluation.Columns.Threshold,
    };
}
