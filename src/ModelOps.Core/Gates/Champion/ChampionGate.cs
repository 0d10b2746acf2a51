using ModelOps.Abstractions.Hosting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Gates.Champion;

/// <summary>The candidate is better than the champion, or as good, by what the rows can show; without champion, better than a baseline.</summary>
internal sealed class ChampionGate : IGate
{
    private const string Whole = "comparison";
    private const string ItsOwn = "This version is the champion itself";

    /// <summary>What is said of a model without predictions.</summary>
    public const string NotCompared = "No comparison: nothing says that this version is better.";

    private readonly GateChecks _checks = new("champion");

    public string Name => _checks.Gate;

    public bool JudgesEvaluationOnly => true;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        var section = subject.Model.Gates.Champion;
        if (!section.Enabled)
        {
            return GateChecks.Only(_checks.NotJudged(Whole, GateChecks.SwitchedOff));
        }

        if (subject.Champion is null && section.Baseline.Kind == BaselineKind.None)
        {
            return GateChecks.Only(_checks.NotJudged(
                Whole, subject.IsChampion ? $"{ItsOwn}, and modelops.yml asks for no baseline." : "First version: there is no champion, and modelops.yml asks for no baseline."));
        }

        if (subject.Candidate.Predictions.Value is not { } challenger)
        {
            return subject.Model.HasEvaluation
                ? CouldNotRun(MetricValue.Missing(subject.Candidate.Predictions))
                : GateChecks.Only(_checks.NotJudged(Whole, NotCompared));
        }

        var (opponent, problem) = Opponent(subject, challenger);
        if (opponent is null)
        {
            return CouldNotRun(problem);
        }

        return opponent.Count == challenger.Count
            ? Compare(subject, challenger, opponent, cancellationToken)
            : CouldNotRun($"Both models must predict the same rows: the candidate has {challenger.Count}, what it is compared with {opponent.Count}.");
    }

    private static (PredictionSet? Set, string Problem) Opponent(GateCase subject, PredictionSet challenger) => subject switch
    {
        { Champion: { } champion } => (champion.Predictions.Value, champion.Predictions.ProblemOr("There are no predictions of the champion.")),
        { Model.Gates.Champion.Baseline.Kind: BaselineKind.Constant } => (Constant(challenger), ""),
        _ => (subject.Baseline.Value, subject.Baseline.ProblemOr("The predictions of the baseline were not read.")),
    };

    // Predictions without probabilities are compared without those of the baseline, or both could never be the same.
    private static PredictionSet Constant(PredictionSet challenger) =>
        Baselines.Constant(challenger) is var constant && challenger.Probabilities.Count > 0 ? constant : constant with { Probabilities = [] };

    private GateReport Compare(GateCase subject, PredictionSet challenger, PredictionSet opponent, CancellationToken cancellationToken)
    {
        var isBaseline = subject.Champion is null;
        var outcome = Comparer.Compare(challenger, opponent, Plan(subject, challenger), SilentProgress.Instance, cancellationToken);
        var section = subject.Model.Gates.Champion;
        var (decision, _, finding) = ComparisonDecision.Of(outcome, section.NotEnoughEvidence, section.AllowIdentical && !isBaseline);
        var message = isBaseline && outcome.AreIdentical ? "The candidate predicts as the baseline does, which learnt nothing: check its training." : finding?.Message ?? "";
        var table = new ComparisonChecks(_checks, outcome, isBaseline, subject.IsChampion ? $"{ItsOwn}, so it is compared with the baseline. " : "");
        return new(CheckList.Bound([table.Primary(StatusOf(decision), message), .. table.Others()]), outcome);
    }

    // A baseline has to be beaten, whatever is asked beside a champion; and one that calls everything positive would win by a secondary metric.
    private static ComparisonPlan Plan(GateCase subject, PredictionSet challenger)
    {
        var section = subject.Model.Gates.Champion;
        var overrides = new ComparisonOverrides { Seed = subject.Seed, MinSliceRows = subject.Model.Gates.Slices?.MinRows };
        if (subject.Champion is null)
        {
            section = section with { Hypothesis = Hypothesis.Superior, Tolerance = 0, Also = [] };
            overrides = overrides with { MinimumEffect = section.Baseline.MustBeatBy };
        }

        var plan = ComparisonPlans.Create(section, challenger.Task, challenger.Outputs, overrides);
        return subject.Champion is null ? plan with { HasFloor = false } : plan;
    }

    private static GateStatus StatusOf(Decision decision) => decision switch
    {
        Decision.Promote => GateStatus.Passed,
        Decision.Reject => GateStatus.Failed,
        _ => GateStatus.NotEnoughEvidence,
    };

    private GateReport CouldNotRun(string message) => GateChecks.Only(_checks.CouldNotRun(Whole, message));
}
