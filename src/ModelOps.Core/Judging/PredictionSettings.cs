using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Evaluation;

namespace ModelOps.Core.Judging;

/// <summary>Inputs that say what the columns of predictions hold.</summary>
public abstract record PredictionSettings : VerbSettings
{
    [Input("Model of modelops.yml whose evaluation says what is not given here.", Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("What the model predicts. Default: that of the model in modelops.yml.", Example = "binary")]
    public EvaluationTask? Task { get; init; }

    [Input("Column of the true class, value or relevance. Default: that of modelops.yml.", Example = "churned")]
    public string? Label { get; init; }

    [Input("Column of the predicted class, value or score. Default: that of modelops.yml, else the class follows from the probabilities.", Example = "prediction")]
    public string? Prediction { get; init; }

    [Input("Column of probabilities; for several classes one each, as class=column. Default: those of modelops.yml.", Example = "probability")]
    public IReadOnlyList<string> Probability { get; init; } = [];

    [Input("Column of scores of a binary task that only order the rows, for roc_auc and pr_auc. Default: that of modelops.yml.", Example = "margin")]
    public string? Score { get; init; }

    [Input("Column that names a row; predictions of two models are aligned by it. Default: that of modelops.yml.", Example = "customer_id")]
    public string? Key { get; init; }

    [Input("Column of the weight of a row. Default: that of modelops.yml.", Example = "weight")]
    public string? Weight { get; init; }

    [Input("Column of the query that a row belongs to, for a ranking task. Default: that of modelops.yml.", Example = "query_id")]
    public string? Query { get; init; }

    [Input("Column to slice by; numbers are cut by name:bins(0,6,24), several are separated by commas. Default: those of the slice gate in modelops.yml.", Example = "plan,region")]
    public IReadOnlyList<string> Slices { get; init; } = [];

    [Input("Positive class of a binary task. Default: that of modelops.yml, else the later of the two in sorted order.", Example = "1")]
    public string? Positive { get; init; }

    [Input("Probability from which on the positive class is predicted, where there is no column of predictions. Default: that of modelops.yml, else 0.5.", Example = "0.5")]
    public double? Threshold { get; init; }
}
