using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Verbs.Validate;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Verbs.Validate;

public sealed class ValidationFindingsTests
{
    [Theory]
    [InlineData(true, "MOP6008")]
    [InlineData(false, "MOP6010")]
    public void Predictions_that_equal_a_baseline_are_never_accepted_as_identical(bool isBaseline, string code)
    {
        var constant = new PredictionSet { Task = EvaluationTask.Regression, Labels = [1, 2, 3, 4], Predictions = [2.5, 2.5, 2.5, 2.5] };
        var plan = new ComparisonPlan { Metric = MetricCatalog.Parse("mae", EvaluationTask.Regression, hasProbabilities: false) };
        var outcome = Comparer.Compare(constant, constant, plan, SilentProgress.Instance, CancellationToken.None);
        var report = new GateReport([new("champion", "mae", GateStatus.Failed, "", "", "", "")], outcome);

        var findings = ValidationFindings.Of(report, new ChampionGateSection { AllowIdentical = true }, isBaseline);

        Assert.Equal(code, Assert.Single(findings).Code);
    }
}
