using ModelOps.Evaluation;

namespace ModelOps.Bench.Gates;

/// <summary>Makes predictions of two models whose true quality is known, their errors being correlated as those of versions of one model are.</summary>
/// <param name="seed">Seed of the rows.</param>
internal sealed class SyntheticModels(int seed)
{
    // Share of the variance of the errors that both models have in common.
    private const double Shared = 0.8;

    private readonly Random _random = new(seed);

    /// <summary>Binary rows. Scores of a class are normal, those of the positive class higher by the separation: AUC = Phi(separation / root of 2).</summary>
    public (PredictionSet Challenger, PredictionSet Champion) Classifiers(int rows, double positives, double challenger, double champion)
    {
        var labels = new double[rows];
        var (first, second) = (new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = _random.NextDouble() < positives ? 1 : 0;
            var (one, other) = Errors();
            first[row] = Logistic((labels[row] * challenger) + one - (challenger / 2));
            second[row] = Logistic((labels[row] * champion) + other - (champion / 2));
        }

        return (Classifier(labels, first), Classifier(labels, second));
    }

    /// <summary>Rows of a regression. Errors are normal with a standard deviation: MAE = deviation times root of 2 / pi.</summary>
    public (PredictionSet Challenger, PredictionSet Champion) Regressions(int rows, double challenger, double champion)
    {
        var labels = new double[rows];
        var (first, second) = (new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = Normal();
            var (one, other) = Errors();
            first[row] = labels[row] + (challenger * one);
            second[row] = labels[row] + (champion * other);
        }

        return (Regression(labels, first), Regression(labels, second));
    }

    private static PredictionSet Classifier(double[] labels, double[] scores) => new()
    {
        Task = EvaluationTask.Binary,
        Labels = labels,
        Predictions = Array.ConvertAll(scores, score => score >= 0.5 ? 1.0 : 0.0),
        Probabilities = [scores],
        Classes = ["0", "1"],
    };

    private static PredictionSet Regression(double[] labels, double[] predictions) =>
        new() { Task = EvaluationTask.Regression, Labels = labels, Predictions = predictions };

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));

    private (double One, double Other) Errors()
    {
        var shared = Math.Sqrt(Shared) * Normal();
        var own = Math.Sqrt(1 - Shared);
        return (shared + (own * Normal()), shared + (own * Normal()));
    }

    private double Normal() => MathNet.Numerics.Distributions.Normal.Sample(_random, 0, 1);
}
