using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Evaluation.Comparison.Paired;
using ModelOps.Evaluation.Comparison.Resampling;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>Weighs the evidence of one set of rows: the primary metric by the method of the plan, others by the bootstrap.</summary>
/// <param name="plan">How models are compared.</param>
/// <param name="workers">Threads of the bootstrap.</param>
/// <param name="progress">Shows the resamples.</param>
internal sealed class EvidenceCollector(ComparisonPlan plan, int workers, IProgressSink progress)
{
    // A resample without a value, such as one of a single class, is left out; more than these, and the rest is no longer a picture of the rows.
    private const double MostUndefined = 0.05;

    // Squares and differences of larger values may be no numbers any more.
    public const double Largest = 1e100;

    /// <summary>Weighs the evidence of the primary metric, then of others.</summary>
    /// <exception cref="ModelOpsException">A metric has no value on the rows, or the method can never decide on them.</exception>
    public IReadOnlyList<MetricComparison> Collect(PredictionSet challenger, PredictionSet champion, IReadOnlyList<IMetric> others, CancellationToken cancellationToken)
    {
        if (plan.Method == ComparisonMethod.Bootstrap)
        {
            return Resample(challenger, champion, [plan.Metric, .. others], cancellationToken);
        }

        var pair = PreparedMetric.Prepare(plan.Metric, challenger, champion);
        var (ofChallenger, ofChampion) = pair.Values(Largest);
        var primary = new MetricComparison(plan.Metric, ofChallenger, ofChampion, Pair(pair, challenger, champion));
        return others.Count == 0 ? [primary] : [primary, .. Resample(challenger, champion, others, cancellationToken)];
    }

    /// <summary>The primary metric and others of two models that predict the same, of which there is no evidence to weigh.</summary>
    /// <exception cref="ModelOpsException">A metric has no value on the rows.</exception>
    public static IReadOnlyList<MetricComparison> Evaluate(PredictionSet set, IEnumerable<IMetric> metrics) =>
    [
        .. metrics.Select(metric =>
        {
            var value = PreparedMetric.Prepare(metric, set, set).Values(Largest).Challenger;
            return new MetricComparison(metric, value, value, new IdenticalEvidence());
        }),
    ];

    private IEffectEvidence Pair(PreparedMetric pair, PredictionSet challenger, PredictionSet champion)
    {
        switch (plan.Method)
        {
            case ComparisonMethod.Mcnemar:
                return McnemarEvidence.Of(challenger, champion);
            case ComparisonMethod.Delong:
                return SteadyRows.IfNone(DelongTest.Compare(challenger, champion), pair.Metric, challenger, champion)
                    ?? throw new ModelOpsException(ExitCode.BadInput, EvaluationDiagnostics.Undefined.At($"Method delong needs at least two rows of each class for {pair.Metric.Name}."));
            default:
                var losses = MeanLosses(pair.Challenger, pair.Metric);
                return WilcoxonEvidence.Of(losses, MeanLosses(pair.Champion, pair.Metric), plan.Alpha)
                    ?? throw new ModelOpsException(ExitCode.BadInput, MethodFit.Unfit(plan, "the losses of so few rows differ that no result could be significant"));
        }
    }

    // A root of a mean, or a gain, has losses of rows in another unit than that of the tolerance.
    private double[] MeanLosses(IMetricKernel kernel, IMetric metric)
    {
        const double Rounding = 1e-9;
        if (kernel is IRowLossKernel ofRows && metric.Direction == MetricDirection.LowerIsBetter)
        {
            var losses = ofRows.Losses.ToArray();
            var mean = losses.Average();
            if (Math.Abs(mean - kernel.Evaluate([])) <= Rounding * Math.Abs(mean))
            {
                return losses;
            }
        }

        throw new ModelOpsException(ExitCode.BadInput, MethodFit.Unfit(plan, "the metric is not the mean of a loss of rows, as mae, mape, pinball, log_loss and brier are"));
    }

    private MetricComparison[] Resample(PredictionSet challenger, PredictionSet champion, IReadOnlyList<IMetric> metrics, CancellationToken cancellationToken)
    {
        var order = SharedOrder.Of(challenger, champion);
        var (first, second) = (WithoutNames(challenger).Select(order), WithoutNames(champion).Select(order));
        var units = ResampleUnits.Of(first);
        PreparedMetric[] pairs = [.. metrics.Select(metric => PreparedMetric.Prepare(metric, first, second))];
        var values = Array.ConvertAll(pairs, pair => pair.Values(Largest));
        if (units.Count < 2)
        {
            throw TooFew(plan.Metric, units.Count);
        }

        var bootstrap = new PairedBootstrap(pairs, units, plan.Seed, workers);
        var replicates = bootstrap.Replicate(plan.Resamples, progress, cancellationToken);
        var accelerations = bootstrap.Accelerations(cancellationToken);
        return [.. pairs.Select((pair, index) =>
        {
            var (ofChallenger, ofChampion) = values[index];
            var scale = Math.Max(Math.Abs(ofChallenger), Math.Abs(ofChampion));
            var evidence = new BcaEvidence(pair.Effect(ofChallenger, ofChampion), Defined(pair, replicates[index]), accelerations[index], scale, units.Count);
            var bounded = evidence.IsSteady ? SteadyRows.Find(pair.Metric, challenger, champion, evidence.Effect) : null;
            return bounded is not null || evidence.SmallestP < plan.Alpha
                ? new MetricComparison(pair.Metric, ofChallenger, ofChampion, bounded ?? evidence)
                : throw TooFew(pair.Metric, units.Count);
        })];
    }

    private static ModelOpsException TooFew(IMetric metric, int units) => new(
        ExitCode.BadInput,
        EvaluationDiagnostics.Undefined.At($"{metric.Name} cannot be compared on {units} rows, clusters or queries: whatever their predictions, no result could be significant. Label more."));

    private static PredictionSet WithoutNames(PredictionSet set) => set with { Keys = null, Slices = [] };

    private static double[] Defined(PreparedMetric pair, double[] replicates)
    {
        var defined = replicates.Where(double.IsFinite).ToArray();
        var undefined = replicates.Length - defined.Length;
        return undefined <= MostUndefined * replicates.Length && defined.Length >= 2 ? defined : throw new ModelOpsException(
            ExitCode.BadInput,
            EvaluationDiagnostics.Undefined.At($"{pair.Metric.Name} has no value on {undefined} of {replicates.Length} resamples of the rows: there are too few rows to compare it."));
    }
}
