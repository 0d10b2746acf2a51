using ModelOps.Evaluation;

namespace ModelOps.Core.Gates.Fairness;

/// <summary>Groups are treated alike: the difference of a metric between the best and the worst of them is small.</summary>
internal sealed class FairnessGate : IGate
{
    private readonly GateChecks _checks = new("fairness");

    public string Name => _checks.Gate;

    public bool JudgesEvaluationOnly => true;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        var sections = subject.Model.Gates.Fairness;
        if (sections.Count == 0)
        {
            return GateChecks.Only(_checks.NotJudged("fairness", GateChecks.NothingAsked));
        }

        var checks = new List<GateCheck>();
        foreach (var limits in sections)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var check = $"{limits.Metric} by {limits.Groups}";
            checks.AddRange(subject.Candidate.Predictions.Value is { } predictions
                ? Judge(subject, limits, predictions, check)
                : [_checks.CouldNotRun(check, MetricValue.Missing(subject.Candidate.Predictions))]);
        }

        return new(checks);
    }

    private IReadOnlyList<GateCheck> Judge(GateCase subject, FairnessGateSection limits, PredictionSet predictions, string check)
    {
        var (groups, missing) = GateSlices.Of(predictions, [limits.Groups], _checks);
        var judged = groups.Where(group => group.Rows.Length >= limits.MinRows).ToList();
        if (missing.Count > 0)
        {
            return missing;
        }

        if (judged.Count < 2)
        {
            return [_checks.CouldNotRun(check, $"Fewer than two groups have the {limits.MinRows} rows that a group needs to be judged: evaluate on more rows.")];
        }

        var metric = MetricValue.Parse(limits.Metric, predictions);
        var values = judged.Select(group => (Group: group, Value: metric.On(predictions, group.Rows))).OrderBy(pair => pair.Value).ToList();
        if (values.Find(pair => !double.IsFinite(pair.Value)) is { Group: { } undefined })
        {
            return [_checks.CouldNotRun(check, $"{limits.Metric} is not defined on the {undefined.Rows.Length} rows of {GateText.Name(undefined.Name)}: evaluate on more rows, or choose another metric.")];
        }

        var previous = GateSlices.Aligned(subject) is { } champion
            ? MetricValue.Show(Difference(judged.Select(group => metric.On(champion, group.Rows))))
            : _checks.Earlier(subject, check);
        return
        [
            _checks.Within(check, values[^1].Value - values[0].Value, new(null, limits.MaxDifference, Rounding: GateChecks.Rounding), previous, Between(values)),
            .. groups.Count == judged.Count ? Array.Empty<GateCheck>() : [Small(limits, groups.Count - judged.Count, check)],
        ];
    }

    private static double Difference(IEnumerable<double> values)
    {
        var all = values.ToList();
        return all.Max() - all.Min();
    }

    private GateCheck Small(FairnessGateSection limits, int count, string check) => _checks.NotJudged(
        $"{check}, small groups", "Too few rows to be judged.", GateText.Count(count, "group", "groups"), $">= {limits.MinRows} rows");

    private static string Between(List<(PredictionSlice Group, double Value)> values) =>
        $"From {GateText.Number(values[0].Value)} ({GateText.Name(values[0].Group.Name)}) to {GateText.Number(values[^1].Value)} ({GateText.Name(values[^1].Group.Name)}): look at the rows of both groups.";
}
