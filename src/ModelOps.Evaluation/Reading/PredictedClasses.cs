namespace ModelOps.Evaluation.Reading;

/// <summary>The classes that probabilities predict.</summary>
internal static class PredictedClasses
{
    /// <summary>The positive class from the threshold on; of several classes the most probable.</summary>
    public static double[] Of(IReadOnlyList<double[]> probabilities, EvaluationTask task, double threshold)
    {
        if (task == EvaluationTask.Binary)
        {
            return Array.ConvertAll(probabilities[0], probability => probability >= threshold ? 1.0 : 0.0);
        }

        var best = new double[probabilities[0].Length];
        for (var row = 0; row < best.Length; row++)
        {
            best[row] = MostProbable(probabilities, row);
        }

        return best;
    }

    /// <summary>The most probable of several classes, the first of equals as numpy.argmax has it.</summary>
    public static int MostProbable(IReadOnlyList<double[]> probabilities, int row)
    {
        var best = 0;
        for (var code = 1; code < probabilities.Count; code++)
        {
            best = probabilities[code][row] > probabilities[best][row] ? code : best;
        }

        return best;
    }
}
