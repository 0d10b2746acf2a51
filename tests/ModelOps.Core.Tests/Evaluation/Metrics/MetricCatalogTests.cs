using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

public sealed class MetricCatalogTests
{
    [Theory]
    [InlineData("fbeta@0", EvaluationTask.Binary, "'fbeta@' needs a number above 0 and up to 1000, such as 'fbeta@2'; found '0'.")]
    [InlineData("fbeta@1001", EvaluationTask.Binary, "found '1001'")]
    [InlineData("fbeta@-1", EvaluationTask.Binary, "found '-1'")]
    [InlineData("fbeta@NaN", EvaluationTask.Binary, "found 'NaN'")]
    [InlineData("fbeta@∞", EvaluationTask.Binary, "found '∞'")]
    [InlineData("fbeta@1,5", EvaluationTask.Binary, "found '1,5'")]
    [InlineData("fbeta@", EvaluationTask.Binary, "found ''")]
    [InlineData("fbeta", EvaluationTask.Binary, "'fbeta' needs a number above 0 and up to 1000 after an @, such as 'fbeta@2'.")]
    [InlineData("pinball@1.5", EvaluationTask.Regression, "'pinball@' needs a number between 0 and 1")]
    [InlineData("pinball@1", EvaluationTask.Regression, "found '1'")]
    [InlineData("pinball@0", EvaluationTask.Regression, "found '0'")]
    [InlineData("ndcg@0", EvaluationTask.Ranking, "'ndcg@' needs a whole number from 1")]
    [InlineData("ndcg@1.5", EvaluationTask.Ranking, "found '1.5'")]
    [InlineData("ece@1", EvaluationTask.Binary, "'ece@' needs a whole number from 2 to 1000")]
    [InlineData("ece@1001", EvaluationTask.Binary, "found '1001'")]
    [InlineData("f1@2", EvaluationTask.Binary, "'f1' takes nothing after its name, found '@2'.")]
    [InlineData("rocauc", EvaluationTask.Binary, "There is no metric 'rocauc'. Did you mean 'roc_auc'? Metrics of a binary task: roc_auc, ")]
    [InlineData("F1", EvaluationTask.Binary, "Did you mean 'f1'?")]
    [InlineData("", EvaluationTask.Ranking, "There is no metric ''. Metrics of a ranking task: ndcg, ndcg@10.")]
    [InlineData("rmse", EvaluationTask.Multiclass, "'rmse' is no metric of a multiclass task.")]
    [InlineData("specificity", EvaluationTask.Multiclass, "'specificity' is no metric of a multiclass task.")]
    [InlineData("accuracy", EvaluationTask.Regression, "'accuracy' is no metric of a regression task. Metrics of a regression task: rmse, mae")]
    public void A_name_that_is_no_metric_is_refused(string name, EvaluationTask task, string message)
    {
        var refused = Assert.Throws<ModelOpsException>(() => MetricCatalog.Parse(name, task, hasProbabilities: true));
        Assert.Equal(ExitCode.BadInput, refused.ExitCode);
        Assert.Equal(EvaluationDiagnostics.UnknownMetric, Assert.Single(refused.Diagnostics).Descriptor);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roc_auc")]
    [InlineData("pr_auc")]
    [InlineData("log_loss")]
    [InlineData("brier")]
    [InlineData("ece@20")]
    public void What_needs_probabilities_is_refused_without_them(string name)
    {
        var refused = Assert.Throws<ModelOpsException>(() => MetricCatalog.Parse(name, EvaluationTask.Binary, hasProbabilities: false));
        Assert.Contains($"'{name}' needs probabilities", Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);
        Assert.True(MetricCatalog.Parse(name, EvaluationTask.Binary, hasProbabilities: true).NeedsProbabilities);
    }

    [Theory]
    [InlineData("fbeta@0.5", "fbeta@0.5", EvaluationTask.Binary)]
    [InlineData("fbeta@2.0", "fbeta@2", EvaluationTask.Binary)]
    [InlineData("fbeta_weighted@1000", "fbeta_weighted@1000", EvaluationTask.Multiclass)]
    [InlineData("pinball@0.99", "pinball@0.99", EvaluationTask.Regression)]
    [InlineData("ndcg@1", "ndcg@1", EvaluationTask.Ranking)]
    [InlineData("ece@2", "ece@2", EvaluationTask.Multiclass)]
    [InlineData("ece@1000", "ece@1000", EvaluationTask.Binary)]
    [InlineData("precision_micro", "precision_micro", EvaluationTask.Multiclass)]
    public void A_name_with_a_parameter_is_read(string name, string found, EvaluationTask task) =>
        Assert.Equal(found, MetricCatalog.Parse(name, task, hasProbabilities: true).Name);

    [Theory]
    [InlineData("mean_squared_error", "mse", EvaluationTask.Regression)]
    [InlineData("root_mean_squared_error", "rmse", EvaluationTask.Regression)]
    [InlineData("mean_absolute_error", "mae", EvaluationTask.Regression)]
    [InlineData("median_absolute_error", "median_ae", EvaluationTask.Regression)]
    [InlineData("mean_absolute_percentage_error", "mape", EvaluationTask.Regression)]
    [InlineData("mean_pinball_loss@0.9", "pinball@0.9", EvaluationTask.Regression)]
    [InlineData("r2_score", "r2", EvaluationTask.Regression)]
    [InlineData("max_error", "max_error", EvaluationTask.Regression)]
    [InlineData("accuracy_score", "accuracy", EvaluationTask.Multiclass)]
    [InlineData("balanced_accuracy_score", "balanced_accuracy", EvaluationTask.Binary)]
    [InlineData("precision_score", "precision", EvaluationTask.Binary)]
    [InlineData("recall_score", "recall", EvaluationTask.Binary)]
    [InlineData("f1_score", "f1", EvaluationTask.Binary)]
    [InlineData("fbeta_score@2", "fbeta@2", EvaluationTask.Binary)]
    [InlineData("roc_auc_score", "roc_auc", EvaluationTask.Binary)]
    [InlineData("auc", "roc_auc", EvaluationTask.Multiclass)]
    [InlineData("average_precision_score", "pr_auc", EvaluationTask.Binary)]
    [InlineData("precision_recall_auc", "pr_auc", EvaluationTask.Binary)]
    [InlineData("brier_score_loss", "brier", EvaluationTask.Binary)]
    [InlineData("matthews_corrcoef", "mcc", EvaluationTask.Binary)]
    [InlineData("cohen_kappa_score", "kappa", EvaluationTask.Binary)]
    [InlineData("ndcg_score@5", "ndcg@5", EvaluationTask.Ranking)]
    public void Names_of_scikit_learn_and_MLflow_are_other_names_of_the_same_metric(string name, string found, EvaluationTask task) =>
        Assert.Equal(found, MetricCatalog.Parse(name, task, hasProbabilities: true).Name);

    [Theory]
    [InlineData("msle")]
    [InlineData("rmsle")]
    [InlineData("smape")]
    [InlineData("wape")]
    [InlineData("map")]
    [InlineData("mase")]
    [InlineData("median_ape")]
    [InlineData("f2")]
    [InlineData("recall_mcro")]
    public void Another_metric_is_never_proposed(string name)
    {
        foreach (var task in Enum.GetValues<EvaluationTask>())
        {
            var refused = Assert.Throws<ModelOpsException>(() => MetricCatalog.Parse(name, task, hasProbabilities: true));
            Assert.DoesNotContain("Did you mean", Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rsme", EvaluationTask.Regression, "Did you mean 'rmse'?")]
    [InlineData("RMSE", EvaluationTask.Regression, "Did you mean 'rmse'?")]
    [InlineData("MSE", EvaluationTask.Regression, "Did you mean 'mse'?")]
    [InlineData("accurracy", EvaluationTask.Binary, "Did you mean 'accuracy'?")]
    [InlineData("mean_sqared_error", EvaluationTask.Regression, "Did you mean 'mse'?")]
    [InlineData("log-loss", EvaluationTask.Binary, "Did you mean 'log_loss'?")]
    [InlineData("neg_log_loss", EvaluationTask.Binary, "That is 'log_loss' with its sign turned")]
    [InlineData("neg_root_mean_squared_error", EvaluationTask.Regression, "ask for 'rmse', and limit it by max.")]
    public void A_misspelt_name_proposes_what_was_meant(string name, EvaluationTask task, string part)
    {
        var refused = Assert.Throws<ModelOpsException>(() => MetricCatalog.Parse(name, task, hasProbabilities: true));
        Assert.Contains(part, Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_of_two_names_is_computed_once()
    {
        var columns = PredictionLab.Binary with { Prediction = null, Probability = ["s"] };
        Assert.Equal(["roc_auc", "f1"], MetricChoice.Of(["auc", "f1_score", "roc_auc", "f1"], columns).Select(metric => metric.Name));
    }

    [Theory]
    [InlineData(EvaluationTask.Binary, true, "roc_auc")]
    [InlineData(EvaluationTask.Binary, false, "accuracy")]
    [InlineData(EvaluationTask.Multiclass, true, "accuracy")]
    [InlineData(EvaluationTask.Multiclass, false, "accuracy")]
    [InlineData(EvaluationTask.Regression, false, "rmse")]
    [InlineData(EvaluationTask.Ranking, false, "ndcg")]
    public void Every_task_has_a_primary_metric(EvaluationTask task, bool hasProbabilities, string name) =>
        Assert.Equal(name, MetricCatalog.Primary(task, hasProbabilities).Name);

    [Theory]
    [InlineData(EvaluationTask.Binary, 5)]
    [InlineData(EvaluationTask.Multiclass, 5)]
    [InlineData(EvaluationTask.Regression, 0)]
    [InlineData(EvaluationTask.Ranking, 0)]
    public void The_usual_metrics_of_a_task_are_there_once_and_without_probabilities_fewer(EvaluationTask task, int needProbabilities)
    {
        var all = MetricCatalog.For(task, hasProbabilities: true);
        var some = MetricCatalog.For(task, hasProbabilities: false);
        Assert.Equal(all.Count, all.Select(metric => metric.Name).Distinct().Count());
        Assert.Equal(all.Count - needProbabilities, some.Count);
        Assert.DoesNotContain(some, metric => metric.NeedsProbabilities);
        Assert.All(all, metric => Assert.Contains(task, metric.Tasks));
        Assert.All(some, metric => Assert.Equal(metric.Name, MetricCatalog.Parse(metric.Name, task, hasProbabilities: false).Name));
    }

    [Fact]
    public void Losses_are_better_when_low_and_scores_when_high()
    {
        string[] losses = ["mse", "max_error", "log_loss", "brier", "ece", "mae", "rmse", "mape", "median_ae", "pinball"];
        Assert.All(MetricCatalog.Families, family =>
            Assert.Equal(losses.Contains(family.Name) ? MetricDirection.LowerIsBetter : MetricDirection.HigherIsBetter, family.Direction));
    }
}
