using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>Signed ranks speak of the typical row. Where the metric, the mean of all rows, says the opposite, nobody is promoted by them.</summary>
public class TypicalRowTests
{
    private const int Count = 500;

    // Every row is better by 0.2 but for ten of them, which are worse by so much.
    private static readonly PredictionSet Champion = Off(_ => 1);

    [Fact]
    public void A_better_typical_row_promotes_nobody_whose_mean_is_worse()
    {
        var outcome = Compare(15, Hypothesis.Superior);
        var (decision, exitCode, finding) = ComparisonDecision.Of(outcome, EvidencePolicy.Canary, allowIdentical: false);

        Assert.True(outcome is { Primary: { Effect: > 0, Verdict: ComparisonVerdict.NotEnoughEvidence }, Difference: < 0, IsShown: false, IsContradicted: true, MoreRows: null });
        Assert.Equal((Decision.Reject, ExitCode.GateFailed, "MOP6019"), (decision, exitCode, finding!.Code));
        Assert.Contains("by the typical row, but mae itself differs by -", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_better_typical_row_counts_where_the_mean_is_better_too() =>
        Assert.True(Compare(5, Hypothesis.Superior) is { Primary.Verdict: ComparisonVerdict.Better, IsShown: true, IsContradicted: false });

    // The mean is worse by 0.104: no reason to call the challenger better, and accepted or not by the tolerance.
    [Theory]
    [InlineData(0.15, ComparisonVerdict.NotWorse, Decision.Promote)]
    [InlineData(0.1, ComparisonVerdict.NotEnoughEvidence, Decision.Reject)]
    internal void A_tolerance_is_one_of_the_mean_as_well(double tolerance, ComparisonVerdict verdict, Decision decision)
    {
        var outcome = Compare(15, Hypothesis.NonInferior, tolerance);

        Assert.Equal((verdict, decision), (outcome.Primary.Verdict, ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowIdentical: false).Decision));
    }

    [Fact]
    public void A_worse_typical_row_stops_a_challenger_whose_mean_is_better()
    {
        var outcome = Rows.Compare(Champion, Off(row => row < 10 ? 16 : 0.8), Plan(Hypothesis.Superior));

        Assert.True(outcome.Difference > 0);
        Assert.Equal(ComparisonVerdict.Worse, outcome.Primary.Verdict);
        Assert.Equal(Decision.Reject, ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowIdentical: false).Decision);
    }

    private static ComparisonOutcome Compare(double loss, Hypothesis hypothesis, double tolerance = 0) =>
        Rows.Compare(Off(row => row < 10 ? 1 + loss : 0.8), Champion, Plan(hypothesis) with { Tolerance = tolerance });

    private static ComparisonPlan Plan(Hypothesis hypothesis) =>
        Rows.Plan("mae", EvaluationTask.Regression) with { Method = ComparisonMethod.Wilcoxon, Hypothesis = hypothesis, HasFloor = false };

    private static PredictionSet Off(Func<int, double> error) => new()
    {
        Task = EvaluationTask.Regression,
        Labels = [.. Enumerable.Range(0, Count).Select(row => row % 7.0)],
        Predictions = [.. Enumerable.Range(0, Count).Select(row => (row % 7) + error(row) + (row * 1e-7))],
    };
}
