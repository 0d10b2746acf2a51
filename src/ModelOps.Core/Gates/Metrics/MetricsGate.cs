using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Gates.Metrics;

/// <summary>Metrics are within their limits.</summary>
internal sealed class MetricsGate : IGate
{
    private const string Advice = "The value is outside its limit: improve the model, or change the limit in a reviewed change.";
    private readonly GateChecks _checks = new("metrics");

    public string Name => _checks.Gate;

    public bool JudgesEvaluationOnly => true;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        var checks = new List<GateCheck>();
        foreach (var limits in subject.Model.Gates.Metrics)
        {
            cancellationToken.ThrowIfCancellationRequested();
            checks.Add(Judge(subject, limits));
        }

        return checks.Count > 0 ? new(checks) : GateChecks.Only(_checks.NotJudged("metrics", GateChecks.NothingAsked));
    }

    // A metric that cannot be judged keeps no other from being judged.
    private GateCheck Judge(GateCase subject, MetricGateSection limits)
    {
        var check = limits.From == MetricSource.Predictions ? limits.Name : $"{limits.Name} ({ChoiceText.Of(limits.From)})";
        try
        {
            if (Value(subject.Candidate, limits, out var problem) is not { } value)
            {
                return _checks.CouldNotRun(check, problem);
            }

            var previous = subject.Champion is { } champion && Value(champion, limits, out _) is { } before && double.IsFinite(before)
                ? GateText.Number(before)
                : _checks.Earlier(subject, check);
            return _checks.Within(check, value, new(limits.Min, limits.Max), previous, Advice);
        }
        catch (ModelOpsException failure)
        {
            return _checks.CouldNotRun(check, failure.Line);
        }
    }

    private static double? Value(ModelEvidence model, MetricGateSection limits, out string problem) => limits.From switch
    {
        MetricSource.File => Find(model.FileMetrics, limits.Name, "No metrics were written: let the command under evaluation write {metrics}.", out problem),
        MetricSource.Run => Find(model.RunMetrics, limits.Name, "The version has no run whose metrics could be read: log the metric in the run that the version comes from.", out problem),
        _ => Compute(model, limits.Name, out problem),
    };

    private static double? Compute(ModelEvidence model, string name, out string problem)
    {
        problem = model.Predictions.Value is null ? MetricValue.Missing(model.Predictions) : "";
        return model.Predictions.Value is { } predictions ? MetricValue.Parse(name, predictions).On(predictions) : null;
    }

    private static double? Find(Evidence<IReadOnlyDictionary<string, double>> metrics, string name, string absent, out string problem)
    {
        if (metrics.Value is not { } values)
        {
            problem = metrics.ProblemOr(absent);
            return null;
        }

        problem = values.ContainsKey(name) ? "" : $"There is no metric '{GateText.Name(name)}'.{Suggestion.Hint(name, values.Keys)}";
        return values.TryGetValue(name, out var value) ? value : null;
    }
}
