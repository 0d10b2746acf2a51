using ModelOps.Evaluation;

namespace ModelOps.Core.Reporting.Curves;

/// <summary>Makes the curves of a challenger and a champion, on the same bins and ranges.</summary>
internal static class CurveBuilder
{
    public static IReadOnlyList<ModelCurves> Build(PredictionSet challenger, PredictionSet? champion)
    {
        (string Model, PredictionSet Set)[] models = champion is null ? [("model", challenger)] : [("challenger", challenger), ("champion", champion)];
        return challenger.Task switch
        {
            EvaluationTask.Regression => Regression(models),
            EvaluationTask.Ranking => [],
            _ => [.. models.AsParallel().AsOrdered().Select(model => Classes(model.Model, model.Set))],
        };
    }

    private static ModelCurves Classes(string model, PredictionSet set)
    {
        var counts = ThresholdCounts.Of(set);
        return new()
        {
            Model = model,
            Roc = counts is null ? [] : CurveSimplifier.Simplify(counts.Roc()),
            PrecisionRecall = counts is null ? [] : CurveSimplifier.Simplify(counts.PrecisionRecall()),
            PositiveShare = counts?.PositiveShare,
            Reliability = set.Outputs == PredictedOutputs.Probabilities ? Reliability.Of(set) : [],
            Confusion = set.Outputs == PredictedOutputs.Scores ? null : ConfusionMatrix.Of(set),
        };
    }

    private static IReadOnlyList<ModelCurves> Regression((string Model, PredictionSet Set)[] models)
    {
        var residuals = Array.ConvertAll(models, model => Residuals(model.Set));
        var edges = TypicalRange.Of(residuals) is { } spread ? Histogram.EdgesOf(spread) : null;
        var range = TypicalRange.Of([models[0].Set.Labels, .. models.Select(model => model.Set.Predictions)]);
        return
        [
            .. models.Select((model, index) => new ModelCurves
            {
                Model = model.Model,
                Residuals = edges is null ? null : Histogram.Of(residuals[index], edges),
                ActualVersusPredicted = range is { } both ? DensityGrid.Of(model.Set, both) : null,
            }),
        ];
    }

    private static double[] Residuals(PredictionSet set)
    {
        var residuals = new double[set.Count];
        for (var row = 0; row < residuals.Length; row++)
        {
            residuals[row] = set.Predictions[row] - set.Labels[row];
        }

        return residuals;
    }
}
