using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering;
using ModelOps.Core.Recording;
using ModelOps.Core.Reporting.Documents;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>What a validation logs to its run of the ledger: numbers that it has worked out anyway, and what they are of.</summary>
internal static class ValidationRecord
{
    private const double BytesPerMiB = 1024 * 1024;
    private static readonly (string Name, double Share)[] Percentiles = [("p50_ms", 0.50), ("p95_ms", 0.95), ("p99_ms", 0.99)];

    /// <summary>The record of a judged case.</summary>
    /// <param name="gathered">The evidence.</param>
    /// <param name="report">What the gates said.</param>
    /// <param name="document">What the reports say.</param>
    public static RunRecord Of(GatheredCase gathered, GateReport report, ReportDocument document)
    {
        var record = new RunRecord();
        var opponent = gathered.Case.Champion is null ? "baseline" : "champion";
        SetParameters(record, gathered, report);
        AddMetrics(record, document, opponent);
        AddComparison(record, report);
        AddModel(record, [], gathered.Case.Candidate);
        if (gathered.Case.Champion is { } champion)
        {
            AddModel(record, [opponent], champion);
        }

        // Last, because there may be very many.
        AddSlices(record, document, opponent);
        return record;
    }

    private static void SetParameters(RunRecord record, GatheredCase gathered, GateReport report)
    {
        var (candidate, evidence) = (gathered.Candidate, gathered.Case.Candidate);
        record.Set("model", candidate.Model.Value);
        record.Set("version", candidate.Version?.Version.ToString(CultureInfo.InvariantCulture));
        record.Set("environment", candidate.Environment.Name);
        record.Set("commit", candidate.Version?.Tags.GetValueOrDefault(VersionTags.Commit));
        record.Set("digest", evidence.Actual?.Digest);
        record.Set("champion", candidate.Champion?.Uri);
        record.Set("seed", gathered.Case.EffectiveSeed.ToString(CultureInfo.InvariantCulture));
        record.Set("gates", report.Checks.Where(check => check.Status != GateStatus.NotJudged).Select(check => check.Gate).Distinct().Count().ToString(CultureInfo.InvariantCulture));
        record.Set("task", candidate.Section.Evaluation is { } evaluation ? InputText.Of(evaluation.Task) : null);
        record.Set("data", candidate.Section.Evaluation?.Data);
        record.Set("data.digest", evidence.Digests.GetValueOrDefault("data"));
        record.Set("predictions.digest", evidence.Digests.GetValueOrDefault("predictions"));
    }

    private static void AddMetrics(RunRecord record, ReportDocument document, string opponent)
    {
        foreach (var pair in document.Metrics)
        {
            record.Add(MetricName.Of(MetricName.Metric(pair.Metric)), pair.Challenger);
        }

        record.Add("rows", document.Rows > 0 ? document.Rows : null);
        foreach (var pair in document.Metrics)
        {
            record.Add(MetricName.Of(opponent, MetricName.Metric(pair.Metric)), pair.Champion);
        }
    }

    private static void AddComparison(RunRecord record, GateReport report)
    {
        if (report.Comparison?.Primary is { } primary)
        {
            record.Add("comparison/effect", primary.Effect);
            record.Add("comparison/lower", primary.Lower);
            record.Add("comparison/upper", primary.Upper);
            record.Add("comparison/p", primary.P);
            record.Add("comparison/rows", primary.Rows);
        }
    }

    private static void AddModel(RunRecord record, IReadOnlyList<string> owner, ModelEvidence evidence)
    {
        var size = evidence.Directory?.Entries().OfType<FileInfo>().Where(file => file.LinkTarget is null).Sum(file => file.Length) / BytesPerMiB;
        record.Add(MetricName.Of([.. owner, "runtime", "size_mib"]), size);
        if (evidence.Runtime.Value is { } measured)
        {
            record.Add(MetricName.Of([.. owner, "runtime", "load_seconds"]), measured.LoadSeconds);
            foreach (var (name, share) in Percentiles)
            {
                record.Add(MetricName.Of([.. owner, "runtime", name]), measured.Percentile(share));
            }
        }

        foreach (var (name, value) in evidence.FileMetrics.Value ?? new Dictionary<string, double>())
        {
            record.Add(MetricName.Of([.. owner, "file", name]), value);
        }
    }

    private static void AddSlices(RunRecord record, ReportDocument document, string opponent)
    {
        var metric = MetricName.Metric(document.PrimaryMetric);
        foreach (var pair in document.Slices)
        {
            IReadOnlyList<string> slice = ["slices", .. MetricName.Slice(pair.Slice)];
            record.Add(MetricName.Of([.. slice, "rows"]), pair.Rows);
            record.Add(MetricName.Of([.. slice, metric]), pair.Challenger);
            record.Add(MetricName.Of([opponent, .. slice, metric]), pair.Champion);
        }
    }
}
