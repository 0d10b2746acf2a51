using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>JSON has no NaN and no infinity: a comparison has numbers, or says why there are none.</summary>
public class FiniteNumbersTests
{
    public static TheoryData<string, string> Methods => new()
    {
        { "bootstrap", "roc_auc" }, { "bootstrap", "pr_auc" }, { "bootstrap", "mcc" }, { "bootstrap", "kappa" }, { "bootstrap", "ece" }, { "delong", "roc_auc" },
        { "mcnemar", "accuracy" }, { "wilcoxon", "brier" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Few_rows_constant_scores_and_rare_classes_give_numbers_or_a_reason(string method, string metric)
    {
        var numbers = 0;
        foreach (var rows in (int[])[1, 2, 3, 5, 20, 200])
        {
            var (good, poor) = (Rows.Binary(2, rows, 1), Rows.Binary(3, rows, 0.1));
            var rare = Array.ConvertAll(good.Labels, _ => 0.0);
            rare[0] = 1;
            numbers += Numbers(good, poor, method, metric);
            numbers += Numbers(good with { Labels = rare }, poor with { Labels = rare }, method, metric);
            numbers += Numbers(good, Constant(poor), method, metric);
            numbers += Numbers(Constant(good), Constant(poor) with { Probabilities = [Array.ConvertAll(poor.Labels, _ => 0.25)] }, method, metric);
        }

        Assert.InRange(numbers, 1, 24);
    }

    [Theory]
    [InlineData("mae", 1e60, true)]
    [InlineData("mae", 1e200, false)]
    [InlineData("r2", 1e60, false)]
    [InlineData("rmse", 1e200, false)]
    public void Values_that_are_too_large_are_refused(string metric, double factor, bool isCompared)
    {
        var champion = Rows.Regression(1, 50, 1);
        var challenger = champion with { Predictions = Array.ConvertAll(champion.Predictions, value => value * factor) };
        var failure = Record.Exception(() => Write(Rows.Compare(challenger, champion, Rows.Plan(metric, EvaluationTask.Regression))));
        Assert.Equal(isCompared ? null : "MOP6006", (failure as ModelOpsException)?.Diagnostics[0].Code);
        Assert.Equal(isCompared, failure is null);
    }

    private static int Numbers(PredictionSet challenger, PredictionSet champion, string method, string metric)
    {
        try
        {
            Write(Rows.Compare(challenger, champion, Rows.Plan(metric, EvaluationTask.Binary) with { Method = Enum.Parse<ComparisonMethod>(method, ignoreCase: true) }));
            return 1;
        }
        catch (ModelOpsException failure)
        {
            Assert.NotEmpty(failure.Diagnostics[0].Message);
            return 0;
        }
    }

    private static void Write(ComparisonOutcome outcome)
    {
        JsonSerializer.Serialize(outcome.Primary);
        Assert.InRange(outcome.Power, 0, 1);
    }

    private static PredictionSet Constant(PredictionSet set) =>
        set with { Predictions = Array.ConvertAll(set.Labels, _ => 0.0), Probabilities = [Array.ConvertAll(set.Labels, _ => 0.5)] };
}
