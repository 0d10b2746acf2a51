using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Gates.Slices;

/// <summary>No slice of the rows is judged by the average of all.</summary>
internal sealed class SliceGate : IGate
{
    private const string Advice = "The model does worse on this slice than is allowed: look at its rows, or collect more of them for training.";
    private readonly GateChecks _checks = new("slices");

    public string Name => _checks.Gate;

    public bool JudgesEvaluationOnly => true;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        if (subject.Model.Gates.Slices is not { } limits)
        {
            return GateChecks.Only(_checks.NotJudged("slices", GateChecks.NothingAsked));
        }

        if (subject.Candidate.Predictions.Value is not { } predictions)
        {
            return GateChecks.Only(_checks.CouldNotRun("slices", MetricValue.Missing(subject.Candidate.Predictions)));
        }

        var (slices, checks) = GateSlices.Of(predictions, limits.By, _checks);
        var judged = slices.Where(slice => slice.Rows.Length >= limits.MinRows).ToList();
        var small = slices.Where(slice => slice.Rows.Length < limits.MinRows).Select(slice => Small(slice, limits.MinRows));
        if (judged.Count == 0)
        {
            return new(CheckList.Bound([.. checks, _checks.CouldNotRun("slices", $"No slice has the {limits.MinRows} rows that it needs to be judged: evaluate on more rows."), .. small]));
        }

        foreach (var rule in limits.Rules)
        {
            var metric = MetricValue.Parse(rule.Metric, predictions);
            var (whole, champion) = rule.MaxGap is null ? (double.NaN, double.NaN) : (metric.On(predictions), OnChampion(subject, metric));
            foreach (var slice in judged)
            {
                cancellationToken.ThrowIfCancellationRequested();
                checks.AddRange(Judge(subject, rule, metric, slice, whole, champion));
            }
        }

        return new(CheckList.Bound([.. checks, .. small]));
    }

    private IEnumerable<GateCheck> Judge(GateCase subject, SliceRuleSection rule, IMetric metric, PredictionSlice slice, double whole, double wholeOfChampion)
    {
        var check = $"{slice.Name} {rule.Metric}";
        var value = metric.On(subject.Candidate.Predictions.Value!, slice.Rows);
        if (!double.IsFinite(value))
        {
            yield return _checks.CouldNotRun(check, $"{rule.Metric} is not defined on the {slice.Rows.Length} rows of this slice: evaluate on more rows, or choose another metric.");
            yield break;
        }

        var champion = GateSlices.Aligned(subject);
        if (rule.Min is not null || rule.Max is not null)
        {
            var previous = champion is null ? _checks.Earlier(subject, check) : MetricValue.Show(metric.On(champion, slice.Rows));
            yield return _checks.Within(check, value, new(rule.Min, rule.Max), previous, Advice);
        }

        if (rule.MaxGap is { } most)
        {
            var previous = champion is null ? _checks.Earlier(subject, $"{check} gap") : MetricValue.Show(Gap(metric, wholeOfChampion, metric.On(champion, slice.Rows)));
            yield return _checks.Within($"{check} gap", Gap(metric, whole, value), new(null, most, Rounding: GateChecks.Rounding), previous, Advice);
        }
    }

    private static double OnChampion(GateCase subject, IMetric metric) => GateSlices.Aligned(subject) is { } champion ? metric.On(champion) : double.NaN;

    /// <summary>By how much a slice is worse than all rows; below 0 when it is better.</summary>
    private static double Gap(IMetric metric, double whole, double slice) =>
        metric.Direction == MetricDirection.HigherIsBetter ? whole - slice : slice - whole;

    private GateCheck Small(PredictionSlice slice, int minRows) => _checks.NotJudged(
        slice.Name, "Too few rows to be judged.", GateText.Count(slice.Rows.Length, "row", "rows"), $">= {minRows} rows");
}
