namespace ModelOps.Evaluation;

/// <summary>What a model predicts, which decides the metrics it is judged by.</summary>
public enum EvaluationTask
{
    /// <summary>One of two classes.</summary>
    Binary,

    /// <summary>One of several classes.</summary>
    Multiclass,

    /// <summary>A number.</summary>
    Regression,

    /// <summary>An order of items within a query; labels are relevances, predictions are scores.</summary>
    Ranking,
}
