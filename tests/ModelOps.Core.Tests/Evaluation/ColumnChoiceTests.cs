using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gates;
using ModelOps.Core.Judging;
using ModelOps.Core.Verbs.Evaluate;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class ColumnChoiceTests
{
    private static readonly EvaluateSettings Call = new() { Predictions = "p.csv" };

    private static readonly ModelSection Model = new()
    {
        Name = "churn",
        Path = "models/churn",
        Evaluation = new()
        {
            Task = EvaluationTask.Binary,
            Columns = new() { Label = "churned", Prediction = "said", Probability = ["score"], Key = "id", Weight = "w", Positive = "yes", Threshold = 0.3 },
        },
        Gates = new()
        {
            Slices = new() { By = ["plan", "tenure:bins(0,6)"], Rules = [] },
            Fairness = [new() { Metric = "recall", Groups = "gender", MaxDifference = 0.1 }, new() { Metric = "precision", Groups = "plan", MaxDifference = 0.1 }],
            Champion = new() { Cluster = "customer" },
        },
    };

    [Fact]
    public void The_model_says_what_the_call_does_not()
    {
        var columns = ColumnChoice.Of(Call with { Label = "left", Threshold = 0.7, Slices = ["a,b:bins(0,1)", "a"] }, Model, "house");
        Assert.Equal(
            ("left", "said", "id", "w", "yes", 0.7, "house", EvaluationTask.Binary),
            (columns.Label, columns.Prediction, columns.Key, columns.Weight, columns.Positive, columns.Threshold, columns.Cluster, columns.Task));
        Assert.Equal(["score"], columns.Probability);
        Assert.Equal(["a", "b:bins(0,1)"], columns.Slices);
        Assert.Equal(["plan", "tenure:bins(0,6)"], ColumnChoice.Of(Call, Model).Slices);
    }

    [Fact]
    public void Gates_need_groups_and_clusters_too()
    {
        var columns = ColumnChoice.Of(EvidenceNeeds.Of(Model.Gates), Model.Evaluation!);
        Assert.Equal(["plan", "tenure:bins(0,6)", "gender"], columns.Slices);
        Assert.Equal(
            ("churned", "said", "id", "w", "yes", 0.3, "customer", EvaluationTask.Binary),
            (columns.Label, columns.Prediction, columns.Key, columns.Weight, columns.Positive, columns.Threshold, columns.Cluster, columns.Task));
        Assert.Equal(["score"], columns.Probability);
    }

    [Fact]
    public void Gates_of_a_ranking_need_its_queries() => Assert.Equal("session", ColumnChoice.Of(
        EvidenceNeeds.Of(new()), new() { Task = EvaluationTask.Ranking, Columns = new() { Label = "clicks", Prediction = "score", Query = "session" } }).Query);

    [Fact]
    public void A_task_and_a_label_are_needed()
    {
        Assert.Equal([("MOP0001", "Input 'task'"), ("MOP0001", "Input 'label'")], Refuse(Call));
        Assert.Equal([("MOP0001", "Input 'task'"), ("MOP0001", "Input 'label'")], Refuse(Call, Model with { Evaluation = null }));
    }

    [Fact]
    public void Everything_that_does_not_go_together_is_said_at_once()
    {
        var call = Call with { Task = EvaluationTask.Regression, Label = "y", Probability = ["a", "x=b"], Query = "q", Positive = "1", Threshold = 1.5, Slices = ["t:bins(1,0)"] };
        Assert.Equal(
            [
                ("MOP0001", "Input 'prediction'"), ("MOP0005", "Input 'probability'"), ("MOP0005", "Input 'positive'"), ("MOP0005", "Input 'query'"),
                ("MOP0005", "Some columns"), ("MOP0002", "Input 'slices'"), ("MOP0002", "Input 'threshold'"),
            ],
            Refuse(call));
    }

    [Theory]
    [InlineData(EvaluationTask.Binary, null, "s", null, true)]
    [InlineData(EvaluationTask.Binary, null, "0=a,1=b", null, true)]
    [InlineData(EvaluationTask.Binary, null, "a,b", null, false)]
    [InlineData(EvaluationTask.Multiclass, null, "a,b", null, true)]
    [InlineData(EvaluationTask.Multiclass, null, "", null, false)]
    [InlineData(EvaluationTask.Regression, "p", "", null, true)]
    [InlineData(EvaluationTask.Ranking, "p", "", "q", true)]
    [InlineData(EvaluationTask.Ranking, "p", "", null, false)]
    public void Every_task_has_its_columns(EvaluationTask task, string? prediction, string probability, string? query, bool isValid)
    {
        var columns = new PredictionColumns { Task = task, Label = "y", Prediction = prediction, Probability = probability.Split(',', StringSplitOptions.RemoveEmptyEntries), Query = query };
        Assert.Equal(isValid, ColumnRules.FindProblems(columns).Count == 0);
    }

    private static (string Code, string Start)[] Refuse(EvaluateSettings call, ModelSection? model = null) =>
        [.. Assert.Throws<ModelOpsException>(() => ColumnChoice.Of(call, model)).Diagnostics.Select(problem => (problem.Code, string.Join(' ', problem.Message.Split(' ')[..2])))];
}
