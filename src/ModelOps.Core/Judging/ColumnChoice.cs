using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gates;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Core.Judging;

/// <summary>Chooses which columns of predictions hold what: the call wins over modelops.yml.</summary>
internal static class ColumnChoice
{
    /// <summary>The columns of a call.</summary>
    /// <param name="settings">The call.</param>
    /// <param name="model">Model of modelops.yml that the call names; null when it names none.</param>
    /// <param name="cluster">Column of clusters; null when rows are independent.</param>
    /// <exception cref="ModelOpsException">Something is missing or does not go together (exit 2).</exception>
    public static PredictionColumns Of(PredictionSettings settings, ModelSection? model, string? cluster = null)
    {
        var columns = model?.Evaluation?.Columns;
        var task = settings.Task ?? model?.Evaluation?.Task;
        var label = settings.Label ?? columns?.Label;
        var missing = new List<Diagnostic>();
        if (task is null)
        {
            missing.Add(Missing("task", "what the model predicts, such as binary or regression"));
        }

        if (label is null)
        {
            missing.Add(Missing("label", "the column of the true class, value or relevance"));
        }

        if (missing.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, missing);
        }

        return Checked(new()
        {
            Task = task!.Value,
            Label = label!,
            Prediction = settings.Prediction ?? columns?.Prediction,
            Probability = settings.Probability.Count > 0 ? settings.Probability : settings.Score is null ? columns?.Probability ?? [] : [],
            Score = settings.Score ?? (settings.Probability.Count > 0 ? null : columns?.Score),
            Key = settings.Key ?? columns?.Key,
            Weight = settings.Weight ?? columns?.Weight,
            Query = settings.Query ?? columns?.Query,
            Cluster = cluster,
            Slices = SplitSlices(settings.Slices.Count > 0 ? settings.Slices : model?.Gates.Slices?.By ?? []),
            Positive = settings.Positive ?? columns?.Positive,
            Threshold = settings.Threshold ?? columns?.Threshold ?? 0.5,
        });
    }

    /// <summary>The columns that the gates of a model need, those of groups and clusters included.</summary>
    /// <param name="needs">What the gates ask for.</param>
    /// <param name="evaluation">The model's evaluation.</param>
    /// <exception cref="ModelOpsException">Something does not go together (exit 2).</exception>
    public static PredictionColumns Of(EvidenceNeeds needs, EvaluationSection evaluation) =>
        Checked(Of(evaluation) with { Cluster = needs.Cluster, Slices = SplitSlices(needs.Slices) });

    /// <summary>The columns that an evaluation names, whether they go together or not.</summary>
    public static PredictionColumns Of(EvaluationSection evaluation) => new()
    {
        Task = evaluation.Task,
        Label = evaluation.Columns.Label,
        Prediction = evaluation.Columns.Prediction,
        Probability = evaluation.Columns.Probability,
        Score = evaluation.Columns.Score,
        Key = evaluation.Columns.Key,
        Weight = evaluation.Columns.Weight,
        Query = evaluation.Columns.Query,
        Positive = evaluation.Columns.Positive,
        Threshold = evaluation.Columns.Threshold,
    };

    private static IReadOnlyList<string> SplitSlices(IReadOnlyList<string> lists) =>
        [.. lists.SelectMany(SliceSpec.Split).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];

    private static Diagnostic Missing(string input, string what) => InputDiagnostics.Missing.At(
        $"Input '{input}' is required: {what}. Give it, or name by 'model' a model of modelops.yml that has an evaluation.");

    private static PredictionColumns Checked(PredictionColumns columns) =>
        ColumnRules.FindProblems(columns) is { Count: > 0 } problems ? throw new ModelOpsException(ExitCode.BadInput, problems) : columns;
}
