namespace ModelOps.Evaluation.Comparison;

/// <summary>How the evidence of a comparison is weighed.</summary>
public enum ComparisonMethod
{
    /// <summary>Paired bootstrap with BCa interval: any metric, clusters too.</summary>
    Bootstrap,

    /// <summary>DeLong's test: ROC AUC of a binary task.</summary>
    Delong,

    /// <summary>Exact McNemar test: accuracy.</summary>
    Mcnemar,

    /// <summary>Wilcoxon's signed-rank test on the losses of rows: metrics that are a mean over rows.</summary>
    Wilcoxon,
}
