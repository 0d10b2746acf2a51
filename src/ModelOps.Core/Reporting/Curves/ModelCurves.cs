namespace ModelOps.Core.Reporting.Curves;

/// <summary>All that is drawn of the predictions of one model. What does not fit the task is null or empty.</summary>
internal sealed record ModelCurves
{
    /// <summary><c>challenger</c> or <c>champion</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Share of false alarms and of hits.</summary>
    public IReadOnlyList<CurvePoint> Roc { get; init; } = [];

    /// <summary>Recall and precision.</summary>
    public IReadOnlyList<CurvePoint> PrecisionRecall { get; init; } = [];

    /// <summary>Share of the positive class, by weight.</summary>
    public double? PositiveShare { get; init; }

    /// <summary>Whether probabilities come true.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; init; } = [];

    /// <summary>True against predicted classes.</summary>
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>Rows by the difference of predicted and actual value.</summary>
    public Histogram? Residuals { get; init; }

    /// <summary>Rows by predicted and actual value.</summary>
    public DensityGrid? ActualVersusPredicted { get; init; }
}
