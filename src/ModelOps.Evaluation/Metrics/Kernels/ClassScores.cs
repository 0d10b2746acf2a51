namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>Metrics of a confusion matrix, after scikit-learn's functions of the same names.</summary>
internal static class ClassScores
{
    /// <summary>balanced_accuracy_score: mean recall of the classes that occur as label.</summary>
    public static double BalancedAccuracy(ClassSums sums)
    {
        double recalls = 0;
        var classes = 0;
        for (var code = 0; code < sums.Count; code++)
        {
            if (sums.Labels[code] > 0)
            {
                recalls += sums.Hits[code] / sums.Labels[code];
                classes++;
            }
        }

        return recalls / classes;
    }

    /// <summary>recall_score of the negative class; 0 where no row is negative.</summary>
    public static double Specificity(ClassSums sums) => sums.Labels[0] > 0 ? sums.Hits[0] / sums.Labels[0] : 0;

    /// <summary>matthews_corrcoef (Gorodkin 2004); 0 where all labels or all predictions are of one class.</summary>
    public static double Matthews(ClassSums sums)
    {
        if (Occurring(sums.Labels) < 2 || Occurring(sums.Predictions) < 2)
        {
            return 0;
        }

        var total = ClassSums.Total(sums.Labels);
        var both = (ClassSums.Total(sums.Hits) * total) - Product(sums.Labels, sums.Predictions);
        var labels = (total * total) - Product(sums.Labels, sums.Labels);
        var predictions = (total * total) - Product(sums.Predictions, sums.Predictions);
        return both / Math.Sqrt(labels * predictions);
    }

    /// <summary>cohen_kappa_score; not defined where labels and predictions are all of the same one class.</summary>
    public static double Kappa(ClassSums sums)
    {
        var total = ClassSums.Total(sums.Labels);
        var hits = ClassSums.Total(sums.Hits);
        if (Occurring(sums.Labels) == 1 && Occurring(sums.Predictions) == 1 && hits > 0)
        {
            return double.NaN;
        }

        return 1 - ((total - hits) / (total - (Product(sums.Labels, sums.Predictions) / total)));
    }

    private static int Occurring(ReadOnlySpan<double> sums)
    {
        var classes = 0;
        foreach (var sum in sums)
        {
            classes += sum > 0 ? 1 : 0;
        }

        return classes;
    }

    private static double Product(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (var code = 0; code < left.Length; code++)
        {
            sum += left[code] * right[code];
        }

        return sum;
    }
}
