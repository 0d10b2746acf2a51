namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>Losses of rows, after scikit-learn where it has them.</summary>
internal static class RowLosses
{
    // numpy.finfo(float64).eps, which log_loss and mean_absolute_percentage_error of scikit-learn use.
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>1 where the class is wrong, else 0.</summary>
    public static double[] WrongClass(PredictionSet set) => Each(set, (label, prediction) => label == prediction ? 0 : 1);

    /// <summary>Absolute error.</summary>
    public static double[] Absolute(PredictionSet set) => Each(set, (label, prediction) => Math.Abs(label - prediction));

    /// <summary>Squared error.</summary>
    public static double[] Squared(PredictionSet set) => Each(set, (label, prediction) => (label - prediction) * (label - prediction));

    /// <summary>mean_absolute_percentage_error: a share, not per cent; a label of 0 makes it very large instead of infinite.</summary>
    public static double[] AbsolutePercentage(PredictionSet set) =>
        Each(set, (label, prediction) => Math.Abs(label - prediction) / Math.Max(Math.Abs(label), Epsilon));

    /// <summary>mean_pinball_loss of the quantile alpha.</summary>
    public static double[] Pinball(PredictionSet set, double alpha) =>
        Each(set, (label, prediction) => label >= prediction ? alpha * (label - prediction) : (1 - alpha) * (prediction - label));

    /// <summary>log_loss of scikit-learn 1.2: probabilities are clipped to [eps, 1 - eps], then divided by their sum over the classes.</summary>
    public static double[] Log(PredictionSet set)
    {
        var losses = new double[set.Count];
        for (var row = 0; row < losses.Length; row++)
        {
            losses[row] = Math.Log(ClippedSum(set, row)) - Math.Log(ClippedOfLabel(set, row));
        }

        return losses;
    }

    /// <summary>
    /// brier_score_loss for a binary task: the squared error of the positive class. For several classes the sum of the squared errors of all
    /// of them (Brier 1950), so that two classes written as multiclass have twice the value.
    /// </summary>
    public static double[] Brier(PredictionSet set)
    {
        var losses = new double[set.Count];
        for (var column = 0; column < set.Probabilities.Count; column++)
        {
            var probabilities = set.Probabilities[column];
            var positive = set.Task == EvaluationTask.Binary ? 1 : column;
            for (var row = 0; row < losses.Length; row++)
            {
                var error = (set.Labels[row] == positive ? 1 : 0) - probabilities[row];
                losses[row] += error * error;
            }
        }

        return losses;
    }

    private static double ClippedSum(PredictionSet set, int row)
    {
        if (set.Task == EvaluationTask.Binary)
        {
            return 1;
        }

        double sum = 0;
        foreach (var column in set.Probabilities)
        {
            sum += Clip(column[row]);
        }

        return sum;
    }

    private static double ClippedOfLabel(PredictionSet set, int row)
    {
        if (set.Task != EvaluationTask.Binary)
        {
            return Clip(set.Probabilities[(int)set.Labels[row]][row]);
        }

        var positive = Clip(set.Probabilities[0][row]);
        return set.Labels[row] == 1 ? positive : 1 - positive;
    }

    private static double Clip(double probability) => Math.Clamp(probability, Epsilon, 1 - Epsilon);

    private static double[] Each(PredictionSet set, Func<double, double, double> loss)
    {
        var losses = new double[set.Count];
        for (var row = 0; row < losses.Length; row++)
        {
            losses[row] = loss(set.Labels[row], set.Predictions[row]);
        }

        return losses;
    }
}
