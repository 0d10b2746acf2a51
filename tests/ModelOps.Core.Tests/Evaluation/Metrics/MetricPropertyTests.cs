using FsCheck;
using FsCheck.Fluent;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

public sealed class MetricPropertyTests
{
    public static TheoryData<EvaluationTask> Tasks => [.. Enum.GetValues<EvaluationTask>()];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Counting_every_row_once_is_counting_none(EvaluationTask task) => Holds(task, (metric, set) =>
        Near(metric.Prepare(set).Evaluate([]), metric.Prepare(set).Evaluate(Ones(set, 1))));

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Counting_every_row_as_often_changes_nothing(EvaluationTask task) => Holds(task, (metric, set) =>
        Near(metric.Prepare(set).Evaluate([]), metric.Prepare(set).Evaluate(Ones(set, 2))));

    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_order_of_rows_changes_nothing(EvaluationTask task) => Holds(task, (metric, set) =>
        Near(metric.Prepare(set).Evaluate([]), metric.Prepare(set.Select(RandomSets.Order(set.Count))).Evaluate([])));

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_row_that_counts_0_times_is_not_there(EvaluationTask task) => Holds(task, (metric, set) =>
    {
        var kept = set.Count - (set.Count % 4) - 4;
        var counts = Ones(set, 1);
        counts.AsSpan(kept).Clear();
        return Near(metric.Prepare(set.Select([.. Enumerable.Range(0, kept)])).Evaluate([]), metric.Prepare(set).Evaluate(counts));
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Equal_weights_are_no_weights(EvaluationTask task) => Holds(task, (metric, set) =>
        metric.Name == "median_ae" || Near(
            metric.Prepare(set with { Weights = null }).Evaluate([]),
            metric.Prepare(set with { Weights = [.. Enumerable.Repeat(0.3, set.Count)] }).Evaluate([])));

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Nothing_is_better_than_perfect_predictions(EvaluationTask task) => Holds(task, (metric, set) =>
    {
        var perfect = metric.Prepare(Perfect(set)).Evaluate([]);
        var best = metric.Direction == MetricDirection.HigherIsBetter ? 1 : 0;
        var found = metric.Prepare(set).Evaluate([]);
        // A query without relevant items has 0 however it is ordered.
        var isBest = task == EvaluationTask.Ranking || Math.Abs(perfect - best) < 1e-12;
        return isBest && (metric.Direction == MetricDirection.HigherIsBetter ? found <= perfect + 1e-12 : found >= perfect - 1e-12);
    });

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Rows_that_never_count_have_no_value(EvaluationTask task) => Holds(task, (metric, set) =>
        double.IsNaN(metric.Prepare(set).Evaluate(Ones(set, 0))));

    [Fact]
    public void The_auc_of_the_other_class_is_the_rest_to_1() => Prop.ForAll(RandomSets.Of(EvaluationTask.Binary), set =>
    {
        var metric = MetricCatalog.Parse("roc_auc", set.Task, hasProbabilities: true);
        // Rounded, because what differs by its last bit only is no longer different after a subtraction.
        set = set with { Probabilities = [Array.ConvertAll(set.Probabilities[0], probability => Math.Round(probability, 6))] };
        var other = set with { Probabilities = [Array.ConvertAll(set.Probabilities[0], probability => Math.Round(1 - probability, 6))] };
        return Near(1 - metric.Prepare(set).Evaluate([]), metric.Prepare(other).Evaluate([]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_auc_is_the_share_of_pairs_in_order() => Prop.ForAll(RandomSets.Of(EvaluationTask.Binary), set =>
    {
        double pairs = 0, ordered = 0;
        for (var positive = 0; positive < set.Count; positive++)
        {
            for (var negative = 0; negative < set.Count; negative++)
            {
                var weight = (set.Labels[positive] * (1 - set.Labels[negative])) * (set.Weights?[positive] ?? 1) * (set.Weights?[negative] ?? 1);
                pairs += weight;
                ordered += weight * (1 + Math.Sign(set.Probabilities[0][positive] - set.Probabilities[0][negative])) / 2;
            }
        }

        return Near(ordered / pairs, MetricCatalog.Parse("roc_auc", set.Task, hasProbabilities: true).Prepare(set).Evaluate([]));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Losses_of_rows_follow_the_metric(EvaluationTask task) => Holds(task, (metric, set) =>
    {
        if (metric.Prepare(set) is not IRowLossKernel kernel)
        {
            return true;
        }

        var weights = set.Weights ?? [.. Enumerable.Repeat(1.0, set.Count)];
        var mean = kernel.Losses.ToArray().Zip(weights, (loss, weight) => loss * weight).Sum() / weights.Sum();
        var expected = metric.Name switch { "accuracy" => 1 - mean, "rmse" => Math.Sqrt(mean), _ => mean };
        return Near(expected, kernel.Evaluate([]));
    });

    private static void Holds(EvaluationTask task, Func<IMetric, PredictionSet, bool> property) =>
        Prop.ForAll(RandomSets.Of(task), set =>
        {
            foreach (var metric in MetricCatalog.For(task, hasProbabilities: true))
            {
                Assert.True(property(metric, set), metric.Name);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static byte[] Ones(PredictionSet set, byte count) => [.. Enumerable.Repeat(count, set.Count)];

    private static PredictionSet Perfect(PredictionSet set) => set with
    {
        Predictions = set.Labels,
        Probabilities = set.Task switch
        {
            EvaluationTask.Binary => [set.Labels],
            EvaluationTask.Multiclass => [.. Enumerable.Range(0, 3).Select(code => Array.ConvertAll(set.Labels, label => label == code ? 1.0 : 0))],
            _ => [],
        },
    };

    private static bool Near(double expected, double found) =>
        (double.IsNaN(expected) && double.IsNaN(found)) || Math.Abs(expected - found) <= 1e-12 * Math.Max(1, Math.Abs(expected));
}
