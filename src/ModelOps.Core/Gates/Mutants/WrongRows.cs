using ModelOps.Evaluation;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>Predictions that are wrong on some rows, and as they were on the others.</summary>
internal static class WrongRows
{
    /// <summary>Makes rows wrong: another class with the greater probability, a number far off, the order of relevance reversed.</summary>
    public static PredictionSet In(PredictionSet set, ReadOnlySpan<int> rows)
    {
        var predictions = (double[])set.Predictions.Clone();
        double[][] probabilities = [.. set.Probabilities.Select(column => (double[])column.Clone())];
        var spread = set.Task is EvaluationTask.Regression ? Spread(set) : 0;
        foreach (var row in rows)
        {
            var label = set.Labels[row];
            switch (set.Task)
            {
                case EvaluationTask.Regression:
                    predictions[row] += predictions[row] < label ? -spread : spread;
                    break;
                case EvaluationTask.Ranking:
                    predictions[row] = -label;
                    break;
                default:
                    predictions[row] = (label + 1) % Math.Max(2, set.Classes.Count);
                    Mislead(probabilities, row, (int)label);
                    break;
            }
        }

        return set with { Predictions = predictions, Probabilities = probabilities };
    }

    /// <summary>Makes as few rows wrong as it takes.</summary>
    /// <param name="set">The predictions.</param>
    /// <param name="order">The rows, in the order in which they are made wrong.</param>
    /// <param name="isEnough">Whether the predictions are bad enough.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null when even all rows do not do.</returns>
    public static PredictionSet? Until(PredictionSet set, int[] order, Func<PredictionSet, bool> isEnough, CancellationToken cancellationToken)
    {
        var (few, many) = (0, order.Length);
        if (!isEnough(In(set, order)))
        {
            return null;
        }

        while (many - few > 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var middle = few + ((many - few) / 2);
            (few, many) = isEnough(In(set, order.AsSpan(0, middle))) ? (few, middle) : (middle, many);
        }

        return In(set, order.AsSpan(0, many));
    }

    /// <summary>All rows in a random order.</summary>
    public static int[] Shuffled(PredictionSet set, Random random)
    {
        var order = Enumerable.Range(0, set.Count).ToArray();
        random.Shuffle(order);
        return order;
    }

    // The true class changes places with the most probable other one, unless that is more probable already.
    private static void Mislead(double[][] probabilities, int row, int label)
    {
        if (probabilities is [var positive])
        {
            positive[row] = label == 1 ? Math.Min(positive[row], 1 - positive[row]) : Math.Max(positive[row], 1 - positive[row]);
        }
        else if (probabilities.Length > 1)
        {
            var other = Enumerable.Range(0, probabilities.Length).Where(index => index != label).MaxBy(index => probabilities[index][row]);
            if (probabilities[label][row] > probabilities[other][row])
            {
                (probabilities[label][row], probabilities[other][row]) = (probabilities[other][row], probabilities[label][row]);
            }
        }
    }

    // As far off as the labels are from each other; 1 where they are all the same.
    private static double Spread(PredictionSet set)
    {
        var spread = set.Labels.Max() - set.Labels.Min();
        return spread > 0 ? spread : 1;
    }
}
