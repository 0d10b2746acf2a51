using ModelOps.Core.Reporting.Curves;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting.Curves;

public sealed class CurveTests
{
    // The example of scikit-learn's documentation of roc_curve and precision_recall_curve.
    private static readonly PredictionSet Example = Binary([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);

    [Fact]
    public void ROC_points_are_those_of_scikit_learn() =>
        Assert.Equal([new(0, 0), new(0, 0.5), new(0.5, 0.5), new(0.5, 1), new(1, 1)], ThresholdCounts.Of(Example)!.Roc());

    [Fact]
    public void Precision_and_recall_are_those_of_scikit_learn() => Assert.Equal(
        [new(0, 1), new(0.5, 1), new(0.5, 0.5), new(1, 2.0 / 3), new(1, 0.5)], ThresholdCounts.Of(Example)!.PrecisionRecall());

    [Fact]
    public void Rows_of_one_score_are_one_point() =>
        Assert.Equal([new(0, 0), new(1, 1)], ThresholdCounts.Of(Binary([0, 1, 1], [0.5, 0.5, 0.5]))!.Roc());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Rows_of_one_class_have_no_curve(double label) => Assert.Null(ThresholdCounts.Of(Binary([label, label], [0.2, 0.8])));

    [Fact]
    public void The_area_under_the_whole_curve_is_the_metric()
    {
        var (challenger, _) = SamplePredictions.Binary(5000);
        var weighted = challenger with { Weights = [.. Enumerable.Range(0, 5000).Select(row => 0.5 + (row % 7))] };
        foreach (var set in (PredictionSet[])[challenger, weighted])
        {
            var counts = ThresholdCounts.Of(set)!;

            Assert.Equal(Value("roc_auc", set), Trapezoids(counts.Roc()), 1e-12);
            Assert.Equal(Value("pr_auc", set), Steps(counts.PrecisionRecall()), 1e-12);
        }
    }

    [Fact]
    public void A_curve_of_few_points_has_the_same_shape()
    {
        var whole = ThresholdCounts.Of(SamplePredictions.Binary(50_000).Challenger)!.Roc();

        var few = CurveSimplifier.Simplify(whole);

        Assert.InRange(few.Count, 100, CurveSimplifier.MaxPoints);
        Assert.Equal(whole[0], few[0]);
        Assert.Equal(whole[^1], few[^1]);
        Assert.Equal(Trapezoids(whole), Trapezoids([.. few]), 1e-3);
        Assert.True(few.Zip(few.Skip(1)).All(pair => pair.First.X <= pair.Second.X && pair.First.Y <= pair.Second.Y));
    }

    [Fact]
    public void A_corner_survives_and_points_on_a_line_do_not()
    {
        CurvePoint[] points = [.. Enumerable.Range(0, 500).Select(index => new CurvePoint(0, index / 500.0)), .. Enumerable.Range(0, 500).Select(index => new CurvePoint(index / 499.0, 1))];

        Assert.Equal([new(0, 0), new(0, 1), new(1, 1)], CurveSimplifier.Simplify(points));
    }

    [Fact]
    public void Calibration_is_that_of_scikit_learn()
    {
        // calibration_curve([0, 0, 0, 0, 1, 1, 1, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1.0], n_bins=10), but for bins that are closed below.
        var bins = Reliability.Of(Binary([0, 0, 0, 0, 1, 0, 1, 1, 1], [0.12, 0.22, 0.32, 0.42, 0.65, 0.68, 0.81, 0.91, 1.0]));

        Assert.Equal([0.12, 0.22, 0.32, 0.42, 0.665, 0.81, 0.955], bins.Select(bin => Math.Round(bin.Predicted, 12)));
        Assert.Equal([0, 0, 0, 0, 0.5, 1, 1], bins.Select(bin => bin.Observed));
        Assert.Equal([1, 1, 1, 1, 2, 1, 2], bins.Select(bin => bin.Rows));
    }

    [Fact]
    public void Rare_classes_share_the_last_place_of_a_confusion_matrix()
    {
        var set = new PredictionSet
        {
            Task = EvaluationTask.Multiclass,
            Labels = [.. Enumerable.Range(0, 120).Select(row => (double)(row < 100 ? row % 9 : row - 100))],
            Predictions = [.. Enumerable.Range(0, 120).Select(row => (double)(row < 100 ? row % 9 : 19))],
            Classes = [.. Enumerable.Range(0, 20).Select(code => $"c{code:00}")],
        };

        var matrix = ConfusionMatrix.Of(set)!;

        Assert.Equal([.. Enumerable.Range(0, 9).Select(code => $"c{code:00}"), "11 other classes"], matrix.Classes);
        Assert.Equal(120, matrix.Rows.Sum(row => row.Sum()));
        Assert.Equal(11, matrix.Rows[9][9]);
        Assert.Equal(1, matrix.Rows[0][9]);
        Assert.Equal(0, matrix.Rows[9][0]);
    }

    [Fact]
    public void Histograms_count_every_value_and_keep_those_far_out_at_the_ends()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(index => index / 1000.0), 1e9, -1e9];
        var edges = Histogram.EdgesOf(TypicalRange.Of(values)!.Value);

        var histogram = Histogram.Of(values, edges);

        Assert.Equal(values.Length, histogram.Rows.Sum());
        Assert.InRange(edges[0], -0.1, 0.1);
        Assert.InRange(edges[^1], 0.9, 1.1);
        Assert.InRange(histogram.Rows.Count, 10, 32);
    }

    [Theory]
    [InlineData]
    [InlineData(3.0, 3.0, 3.0)]
    [InlineData(-1.7e308, 1.7e308)]
    public void Values_that_span_nothing_have_no_range(params double[] values) => Assert.Null(TypicalRange.Of(values));

    private static PredictionSet Binary(double[] labels, double[] probabilities) => new()
    {
        Task = EvaluationTask.Binary,
        Labels = labels,
        Predictions = Array.ConvertAll(probabilities, probability => probability >= 0.5 ? 1.0 : 0),
        Probabilities = [probabilities],
        Classes = ["0", "1"],
    };

    private static double Value(string metric, PredictionSet set) => MetricCatalog.Parse(metric, set.Task, hasProbabilities: true).Prepare(set).Evaluate([]);

    private static double Trapezoids(CurvePoint[] points) => points.Zip(points.Skip(1)).Sum(pair => (pair.Second.X - pair.First.X) * (pair.First.Y + pair.Second.Y) / 2);

    private static double Steps(CurvePoint[] points) => points.Zip(points.Skip(1)).Sum(pair => (pair.Second.X - pair.First.X) * pair.Second.Y);
}
