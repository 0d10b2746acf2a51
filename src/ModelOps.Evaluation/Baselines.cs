using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation;

/// <summary>Models that learnt nothing but how labels are distributed.</summary>
internal static class Baselines
{
    /// <summary>
    /// The same prediction for every row: the most frequent class with the shares of the classes as probabilities, as scikit-learn's
    /// DummyClassifier(strategy="prior"); the mean, as DummyRegressor(strategy="mean"); for a ranking one score. Weights count.
    /// </summary>
    public static PredictionSet Constant(PredictionSet set) => set.Task switch
    {
        EvaluationTask.Regression => set with { Predictions = Fill(set.Count, WeightedMean.Of(set.Labels, WeightScale.Of(set.Weights))) },
        EvaluationTask.Ranking => set with { Predictions = new double[set.Count] },
        _ => OfClasses(set),
    };

    private static PredictionSet OfClasses(PredictionSet set)
    {
        var weights = WeightScale.Of(set.Weights);
        var shares = new double[set.Classes.Count];
        var total = 0.0;
        for (var row = 0; row < set.Count; row++)
        {
            var weight = weights?[row] ?? 1;
            shares[(int)set.Labels[row]] += weight;
            total += weight;
        }

        shares = Array.ConvertAll(shares, share => share / total);
        var majority = Array.IndexOf(shares, shares.Max());
        return set with
        {
            Predictions = Fill(set.Count, majority),
            Probabilities = [.. (set.Task == EvaluationTask.Binary ? shares[1..] : shares).Select(share => Fill(set.Count, share))],
        };
    }

    private static double[] Fill(int count, double value)
    {
        var column = new double[count];
        Array.Fill(column, value);
        return column;
    }
}
