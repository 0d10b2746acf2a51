using ModelOps.Core.Comparison;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Evaluation;
using ModelOps.Core.Evaluation.Metrics;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>Candidates that predict worse than the champion, or not at all what they were asked.</summary>
internal static class PredictionMutants
{
    /// <summary>May survive: few rows cannot show it.</summary>
    public const string SmallDegradation = "small-degradation";

    private const string Gate = "champion";
    private const double MissingShare = 0.01;

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("shuffled-predictions", Gate, "every row got the prediction of another row", "predictions", Shuffle),
        new("constant-predictions", Gate, "every row got the same prediction", "predictions", MakeConstant),
        new(SmallDegradation, Gate, "predictions are worse than the champion's by little more than is tolerated", "predictions of candidate and champion", Degrade),
        new(
            "champion-relabelled", Gate, "the champion was handed in again under a new name",
            "predictions of a champion, and a comparison that does not accept the same predictions", Relabel),
        new("missing-rows", Gate, "one row in a hundred was left out", "predictions of candidate and champion", LeaveOut),
        new("duplicate-rows", Gate, "one row in a hundred is there twice", "predictions of candidate and champion", Duplicate),
    ];

    private static GateCase? Shuffle(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Candidate.Predictions.Value is not { } set)
        {
            return null;
        }

        var other = set.Select(WrongRows.Shuffled(set, workspace.CreateRandom()));
        return With(good, set with { Predictions = other.Predictions, Probabilities = other.Probabilities });
    }

    private static GateCase? MakeConstant(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good.Candidate.Predictions.Value is { } set ? With(good, Baselines.Constant(set)) : null;

    private static GateCase? Degrade(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Candidate.Predictions.Value is not { } set || good.Champion?.Predictions.Value is not { } champion)
        {
            return null;
        }

        var gate = good.Model.Gates.Champion;
        var hasProbabilities = set.Probabilities.Count > 0;
        var metric = gate.Metric is { } name ? MetricCatalog.Parse(name, set.Task, hasProbabilities) : MetricCatalog.Primary(set.Task, hasProbabilities);
        var sign = metric.Direction == MetricDirection.HigherIsBetter ? 1 : -1;
        var limit = (sign * WrongRows.Measure(metric, champion)) - gate.Tolerance;
        var degraded = WrongRows.Until(
            set, WrongRows.Shuffled(set, workspace.CreateRandom()), worse => sign * WrongRows.Measure(metric, worse) < limit, cancellationToken);
        return degraded is null ? null : With(good, degraded);
    }

    private static GateCase? Relabel(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var gate = good.Model.Gates.Champion;
        var isAccepted = gate is { AllowIdentical: true, Hypothesis: not Hypothesis.Superior };
        return good.Champion?.Predictions.Value is { } champion && !isAccepted ? With(good, champion) : null;
    }

    private static GateCase? LeaveOut(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) => ChangeRows(
        good, set => [.. WrongRows.Shuffled(set, workspace.CreateRandom()).Skip(Some(set)).Order()]);

    private static GateCase? Duplicate(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) => ChangeRows(
        good, set => [.. Enumerable.Range(0, set.Count), .. WrongRows.Shuffled(set, workspace.CreateRandom()).Take(Some(set))]);

    // What alignment says of such rows is what the gates see; if it said nothing, they would judge the rows as they are.
    private static GateCase? ChangeRows(GateCase good, Func<PredictionSet, int[]> choose)
    {
        if (good.Candidate.Predictions.Value is not { } set || good.Champion is not { Predictions.Value: { } present } champion)
        {
            return null;
        }

        try
        {
            var (left, right) = RowAlignment.Align(set.Select(choose(set)), present, good.Candidate.Name, champion.Name);
            return With(good, left) with { Champion = champion with { Predictions = new(right) } };
        }
        catch (ModelOpsException failure)
        {
            var problem = Evidence<PredictionSet>.Unavailable(string.Join(' ', failure.Diagnostics.Select(finding => $"{finding.Code}: {finding.Message}")));
            return good with { Candidate = good.Candidate with { Predictions = problem } };
        }
    }

    private static int Some(PredictionSet set) => (int)Math.Ceiling(set.Count * MissingShare);

    private static GateCase With(GateCase good, PredictionSet set) => good with { Candidate = good.Candidate with { Predictions = new(set) } };
}
