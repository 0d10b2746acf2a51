using ModelOps.Core.Models;

namespace ModelOps.Core.Gates.Runtime;

/// <summary>The model is small enough, loads soon enough and answers fast enough.</summary>
internal sealed class RuntimeGate : IGate
{
    private const double BytesPerMiB = 1024 * 1024;
    private readonly GateChecks _checks = new("runtime");

    public string Name => _checks.Gate;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        var limits = subject.Model.Gates.Runtime;
        GateCheck[] checks = limits is null ? [] : [.. Size(subject, limits), .. Times(subject, limits)];
        return checks.Length > 0 ? new(checks) : GateChecks.Only(_checks.NotJudged("runtime", GateChecks.NothingAsked));
    }

    private IEnumerable<GateCheck> Size(GateCase subject, RuntimeGateSection limits)
    {
        if (limits.MaxSizeMb is { } most)
        {
            var bounds = new GateLimits(null, most, " MiB");
            var previous = subject.Champion?.Directory is { } champion ? GateText.Number(MebibytesOf(champion)) + bounds.Unit : _checks.Earlier(subject, "size");
            yield return subject.Candidate.Directory is { } directory
                ? _checks.Within("size", MebibytesOf(directory), bounds, previous, "Leave out what the model does not need to answer, or raise max_size_mb in a reviewed change.")
                : _checks.CouldNotRun("size", "The files of the candidate cannot be had: see what the registry said when they were asked for.");
        }
    }

    private IEnumerable<GateCheck> Times(GateCase subject, RuntimeGateSection limits)
    {
        (string Check, double? Most, string Unit, Func<RuntimeMeasurement, double> Measure)[] times =
        [
            ("load", limits.MaxLoadSeconds, " s", measured => measured.LoadSeconds),
            ("p50", limits.MaxP50Ms, " ms", measured => measured.Percentile(0.50)),
            ("p95", limits.MaxP95Ms, " ms", measured => measured.Percentile(0.95)),
            ("p99", limits.MaxP99Ms, " ms", measured => measured.Percentile(0.99)),
        ];
        foreach (var (check, most, unit, measure) in times.Where(time => time.Most is not null))
        {
            yield return subject.Candidate.Runtime.Value is { } measured
                ? Time(subject, check, measure(measured), new(null, most, unit), measure)
                : _checks.CouldNotRun(check, subject.Candidate.Runtime.ProblemOr("Nothing was measured: add run and requests to gates.runtime."));
        }
    }

    private GateCheck Time(GateCase subject, string check, double value, GateLimits limits, Func<RuntimeMeasurement, double> measure)
    {
        if (double.IsNaN(value))
        {
            return _checks.CouldNotRun(check, "There is no answer beyond the first, which counts as loading: send more than one request.");
        }

        var previous = subject.Champion?.Runtime.Value is { } champion && double.IsFinite(measure(champion))
            ? GateText.Number(measure(champion)) + limits.Unit
            : _checks.Earlier(subject, check);
        return _checks.Within(check, value, limits, previous, "Make the model smaller or faster, or raise the limit in a reviewed change.");
    }

    private static double MebibytesOf(ModelDirectory directory) =>
        directory.Entries().OfType<FileInfo>().Where(file => file.LinkTarget is null).Sum(file => file.Length) / BytesPerMiB;
}
