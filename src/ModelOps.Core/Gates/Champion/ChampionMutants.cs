using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Gates.Champion;

/// <summary>Candidates that predict worse than the champion, or not at all what they were asked.</summary>
internal static class ChampionMutants
{
    private const string Gate = "champion";
    private const double MissingShare = 0.01;

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("shuffled-predictions", Gate, "every row got the prediction of another row", "predictions", Shuffle),
        new("constant-predictions", Gate, "every row got the same prediction", "predictions", MakeConstant),
        new(
            "small-degradation", Gate, "predictions are worse than the champion's by little more than is tolerated",
            "predictions of the candidate and of what it is compared with", Degrade, MaySurvive: true),
        new(
            "champion-relabelled", Gate, "the champion was handed in again under a new name",
            "predictions of a champion or a heuristic, and a comparison that does not accept the same predictions", Relabel),
        new("missing-rows", Gate, "one row in a hundred was left out", "predictions of the candidate and of what it is compared with", LeaveOut),
        new("duplicate-rows", Gate, "one row in a hundred is there twice", "predictions of the candidate and of what it is compared with", Duplicate),
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
        if (good.Candidate.Predictions.Value is not { } set || Opponent(good).Value is not { } opponent)
        {
            return null;
        }

        var gate = good.Model.Gates.Champion;
        var metric = gate.Metric is { } name ? MetricValue.Parse(name, set) : MetricCatalog.Primary(set.Task, set.Outputs);
        var sign = metric.Direction == MetricDirection.HigherIsBetter ? 1 : -1;
        var limit = (sign * metric.On(opponent)) + (good.Champion is null ? gate.Baseline.MustBeatBy : -gate.Tolerance);
        var degraded = WrongRows.Until(
            set, WrongRows.Shuffled(set, workspace.CreateRandom()), worse => sign * metric.On(worse) < limit, cancellationToken);
        return degraded is null ? null : With(good, degraded);
    }

    private static GateCase? Relabel(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var gate = good.Model.Gates.Champion;
        var isAccepted = good.Champion is not null && gate is { AllowIdentical: true, Hypothesis: not Hypothesis.Superior };
        return Opponent(good).Value is { } opponent && !isAccepted ? With(good, opponent) : null;
    }

    private static GateCase? LeaveOut(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) => ChangeRows(
        good, set => [.. WrongRows.Shuffled(set, workspace.CreateRandom()).Skip(Some(set)).Order()]);

    private static GateCase? Duplicate(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) => ChangeRows(
        good, set => [.. Enumerable.Range(0, set.Count), .. WrongRows.Shuffled(set, workspace.CreateRandom()).Take(Some(set))]);

    // Where rows cannot be aligned neither model has predictions, as when evidence is gathered; if alignment said nothing, gates would judge the rows as they are.
    private static GateCase? ChangeRows(GateCase good, Func<PredictionSet, int[]> choose)
    {
        if (good.Candidate.Predictions.Value is not { } set || Opponent(good).Value is not { } opponent)
        {
            return null;
        }

        try
        {
            var (left, right) = RowAlignment.Align(set.Select(choose(set)), opponent, good.Candidate.Name, good.Champion?.Name ?? "baseline");
            return WithBoth(good, new(left), new(right));
        }
        catch (ModelOpsException failure)
        {
            var problem = Evidence<PredictionSet>.Unavailable(failure.Line);
            return WithBoth(good, problem, problem);
        }
    }

    // What the candidate is compared with: the champion, else a heuristic's predictions.
    private static Evidence<PredictionSet> Opponent(GateCase good) => good.Champion is { } champion ? champion.Predictions : good.Baseline;

    private static GateCase WithBoth(GateCase good, Evidence<PredictionSet> candidate, Evidence<PredictionSet> opponent)
    {
        var changed = good with { Candidate = good.Candidate with { Predictions = candidate } };
        return good.Champion is { } champion
            ? changed with { Champion = champion with { Predictions = opponent } }
            : changed with { Baseline = opponent };
    }

    private static int Some(PredictionSet set) => (int)Math.Ceiling(set.Count * MissingShare);

    private static GateCase With(GateCase good, PredictionSet set) => good with { Candidate = good.Candidate with { Predictions = new(set) } };
}
