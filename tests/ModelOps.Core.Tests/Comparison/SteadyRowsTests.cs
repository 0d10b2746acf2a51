using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Comparison.Paired;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>Rows on which two models do not differ are no certainty: their number says how sure it is that others do not either.</summary>
public class SteadyRowsTests
{
    private const double Alpha = 0.05;
    private const double Exact = 1e-9;

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(60)]
    [InlineData(500)]
    [InlineData(20000)]
    public void Bounds_are_those_of_scipy(int count)
    {
        var tango = new McnemarEvidence(0, 0, count);
        Assert.Equal(Fact("none", "tango"), tango.Upper(Alpha), Exact);
        Assert.Equal(-Fact("none", "tango"), tango.Lower(Alpha), Exact);
        Assert.Equal(Fact("none", "tango/0.02"), tango.PAbove(-0.02), Exact);

        var none = new SteadyEvidence(0, count);
        Assert.Equal(-Fact("none", "exact"), none.Lower(Alpha), Exact);
        Assert.Equal(Fact("none", "exact"), none.Upper(Alpha), Exact);
        Assert.Equal(Fact("none", "exact/0.02"), none.PAbove(-0.02), Exact);
        Assert.Equal(Fact("none", "exact/0.02"), none.PBelow(0.02), Exact);

        var half = new SteadyEvidence(0.5, count);
        Assert.Equal(Fact("half", "lower"), half.Lower(Alpha), Exact);
        Assert.Equal(Fact("half", "above/0"), half.PAbove(0), Exact);

        double Fact(string kind, string what) => ComparisonReference.Fact($"{kind}/{count}/{what}");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void Effects_at_the_ends_have_bounds(double effect)
    {
        var evidence = new SteadyEvidence(effect, 40);
        Assert.InRange(evidence.Effect, evidence.Lower(Alpha), evidence.Upper(Alpha));
        Assert.Equal(effect <= 0 ? 1 : Math.Pow(0.5, 40), evidence.PAbove(0), Exact);
        Assert.Equal((1, 0), (evidence.PAbove(1), evidence.PAbove(-1.5)));
    }

    [Theory]
    [InlineData(ComparisonMethod.Bootstrap)]
    [InlineData(ComparisonMethod.Mcnemar)]
    internal void The_same_classes_on_every_row_are_not_enough_evidence_until_there_are_rows_enough(ComparisonMethod method)
    {
        var few = Accuracy(60, method);
        Assert.Equal((ComparisonVerdict.NotEnoughEvidence, false, 0), (few.Primary.Verdict, few.IsShown, few.Primary.Effect));
        Assert.Equal(ComparisonReference.Fact("none/60/tango"), few.Primary.Upper, Exact);
        Assert.InRange(few.Power, 0.05, 0.5);

        // As many rows as it asks for do show it.
        var enough = Accuracy(60 + (int)few.MoreRows!.Value, method);
        Assert.Equal((ComparisonVerdict.NotWorse, true, 0L), (enough.Primary.Verdict, enough.IsShown, enough.MoreRows));
        Assert.InRange(enough.Power, 0.75, 0.85);
    }

    [Theory]
    [InlineData(ComparisonMethod.Bootstrap)]
    [InlineData(ComparisonMethod.Delong)]
    internal void Two_perfect_orders_are_as_sure_as_their_rarer_class_has_rows(ComparisonMethod method)
    {
        var few = Area(positives: 12, negatives: 100, method);
        Assert.Equal((ComparisonVerdict.NotEnoughEvidence, false), (few.Primary.Verdict, few.IsShown));
        Assert.Equal(-ComparisonReference.Fact("none/12/exact"), few.Primary.Lower, Exact);
        Assert.Equal(ComparisonReference.Fact("none/12/exact/0.02"), few.Primary.P!.Value, Exact);

        Assert.Equal(ComparisonVerdict.NotWorse, Area(positives: 500, negatives: 600, method).Primary.Verdict);
    }

    [Fact]
    public void A_metric_that_is_no_mean_of_rows_is_not_known_at_all()
    {
        var outcome = Rows.Compare(Scored(60, 0.1), Scored(60, 0.2), Within("f1"));

        Assert.Equal((ComparisonVerdict.NotEnoughEvidence, -1, 1, 1), (outcome.Primary.Verdict, outcome.Primary.Lower, outcome.Primary.Upper, outcome.Primary.P));
        Assert.Null(outcome.MoreRows);
        Assert.InRange(outcome.Power, 0, 0.1);
    }

    // Two of three rows are met exactly by both models, so that the median error is 0 on every resample; how large it could be, nobody knows.
    [Fact]
    public void A_metric_without_limits_has_no_interval_and_the_message_says_so()
    {
        var plan = Rows.Plan("median_ae", EvaluationTask.Regression) with { Hypothesis = Hypothesis.NonInferior, Tolerance = 1e6 };
        var outcome = Rows.Compare(Off(0.5), Off(0.7), plan);
        var (decision, _, finding) = ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowIdentical: false);

        Assert.Equal((Decision.Keep, "MOP6010"), (decision, finding!.Code));
        Assert.Contains("effect 0 (the same on every resample, so no interval) on 300 rows", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("no number of further rows would decide at this effect.", finding.Message, StringComparison.Ordinal);
        Assert.All([outcome.Primary.Lower, outcome.Primary.Upper, outcome.Power], number => Assert.True(double.IsFinite(number)));

        PredictionSet Off(double error) => new()
        {
            Task = EvaluationTask.Regression,
            Labels = new double[300],
            Predictions = [.. Enumerable.Range(0, 300).Select(row => row % 3 == 0 ? error : 0)],
        };
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_that_are_not_even_bound_nothing(bool weighted)
    {
        double[] weights = [.. Enumerable.Range(0, 400).Select(row => 1.0 + (row % 2))];
        int[] clusters = [.. Enumerable.Range(0, 400).Select(row => row / 4)];
        var (one, other) = (Uneven(Scored(400, 0.1)), Uneven(Scored(400, 0.2)));

        Assert.Equal(ComparisonVerdict.NotEnoughEvidence, Rows.Compare(one, other, Within("accuracy")).Primary.Verdict);

        PredictionSet Uneven(PredictionSet set) => weighted ? set with { Weights = weights } : set with { Clusters = clusters };
    }

    [Fact]
    public void The_same_order_of_items_is_bound_by_the_number_of_queries()
    {
        var (plan, relevance) = (Rows.Plan("ndcg", EvaluationTask.Ranking) with { Hypothesis = Hypothesis.NonInferior, Tolerance = 0.1 }, new double[] { 0, 1, 2, 1 });
        Assert.Equal(ComparisonVerdict.NotEnoughEvidence, Judge(20).Verdict);
        Assert.Equal(1 - Math.Pow(Alpha, 1.0 / 20), Judge(20).Upper, Exact);
        Assert.Equal(ComparisonVerdict.NotWorse, Judge(200).Verdict);

        ComparisonRow Judge(int queries)
        {
            var set = new PredictionSet
            {
                Task = EvaluationTask.Ranking,
                Labels = [.. Enumerable.Range(0, 4 * queries).Select(row => relevance[row % 4])],
                Predictions = [.. Enumerable.Range(0, 4 * queries).Select(row => (double)(row % 4))],
                Queries = [.. Enumerable.Range(0, 4 * queries).Select(row => row / 4)],
            };
            return Rows.Compare(set with { Predictions = Array.ConvertAll(set.Predictions, score => 3 * score) }, set, plan).Primary;
        }
    }

    [Fact]
    public void A_perfect_model_beats_a_constant_one()
    {
        var perfect = Perfect(40, 60, 1);
        var outcome = Rows.Compare(perfect, Baselines.Constant(perfect), Rows.Plan("roc_auc", EvaluationTask.Binary));
        Assert.Equal((ComparisonVerdict.Better, 0.5), (outcome.Primary.Verdict, outcome.Primary.Effect));
    }

    private static ComparisonOutcome Accuracy(int count, ComparisonMethod method) => Rows.Compare(Scored(count, 0.1), Scored(count, 0.2), Within("accuracy") with { Method = method });

    private static ComparisonOutcome Area(int positives, int negatives, ComparisonMethod method) =>
        Rows.Compare(Perfect(positives, negatives, 1), Perfect(positives, negatives, 2), Within("roc_auc") with { Method = method });

    private static ComparisonPlan Within(string metric) => Rows.Plan(metric, EvaluationTask.Binary) with { Hypothesis = Hypothesis.NonInferior, Tolerance = 0.02 };

    // Of twenty rows one is wrong, whatever the probabilities.
    private static PredictionSet Scored(int count, double certainty)
    {
        double[] labels = [.. Enumerable.Range(0, count).Select(row => (double)(row % 3 == 0 ? 1 : 0))];
        double[] scores = [.. labels.Select((label, row) => 0.5 + ((label == 1) != (row % 20 == 7) ? certainty + (row * 1e-6) : -certainty))];
        return Set(labels, scores);
    }

    private static PredictionSet Perfect(int positives, int negatives, int seed)
    {
        var random = new Random(seed);
        double[] labels = [.. Enumerable.Repeat(1.0, positives), .. new double[negatives]];
        return Set(labels, Array.ConvertAll(labels, label => (0.5 * label) + (0.4 * random.NextDouble())));
    }

    private static PredictionSet Set(double[] labels, double[] scores) => new()
    {
        Task = EvaluationTask.Binary,
        Labels = labels,
        Predictions = Array.ConvertAll(scores, score => score >= 0.5 ? 1.0 : 0.0),
        Probabilities = [scores],
        Classes = ["0", "1"],
    };
}
