using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Outputs of <c>validate</c>.</summary>
public sealed record ValidateResult
{
    [Output("Registered model.")]
    public required ModelName Model { get; init; }

    [Output("Environment.")]
    public required string Environment { get; init; }

    [Output("Version that was judged; nothing for a package.")]
    public int? Version { get; init; }

    [Output("Reference of that version, models:/name/version; nothing for a package.")]
    public string? Uri { get; init; }

    [Output("Digest of the content that was judged: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }

    [Output("What the gates said together.", IsHeadline = true)]
    public required GateStatus Status { get; init; }

    [Output("What follows: promote, keep, canary, approve, reject, or undecided where nothing was compared.", IsHeadline = true)]
    public required Decision Decision { get; init; }

    [Output("Whether nothing was judged, because an earlier verdict on the same evidence stands.")]
    public bool Skipped { get; init; }

    [Output("Alias that the version got; nothing when it did not.", IsHeadline = true)]
    public AliasName? Alias { get; init; }

    [Output("Alias that the version had and lost, because it did not pass this time; nothing when it did not.")]
    public AliasName? RemovedAlias { get; init; }

    [Output("Reference of the champion that it was compared with; nothing when it was a baseline.")]
    public string? Champion { get; init; }

    [Output("Whether it was compared with a baseline, because there is no champion or the version is the champion itself.")]
    public bool IsBaseline { get; init; }

    [Output("Verdict of the comparison with the champion or a baseline; nothing when there was none.")]
    public ComparisonVerdict? Verdict { get; init; }

    [Output("Gates: gate, check, status, value, limit, previous, message.", Details = [nameof(GateCheck.Previous)])]
    [Fold(nameof(GateCheck.Gate), nameof(GateCheck.Status), "passed")]
    public required IReadOnlyList<GateCheck> Gates { get; init; }

    [Output("All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.",
        Details = [nameof(ComparisonRow.P), nameof(ComparisonRow.AdjustedP), nameof(ComparisonRow.Rows), nameof(ComparisonRow.Lower), nameof(ComparisonRow.Upper)])]
    public IReadOnlyList<ComparisonRow> Comparisons { get; init; } = [];

    [Output("ID of the run of the ledger that has the metrics; nothing when nothing was written.")]
    public string? Run { get; init; }

    [Output("Reference of that run, runs:/ID; nothing when nothing was written.")]
    public string? RunUri { get; init; }

    [Output("How many metrics the run has of this validation; 0 when nothing was written.")]
    public int LoggedMetrics { get; init; }

    [Output("Path of the report as one HTML file.")]
    public string? HtmlReport { get; init; }

    [Output("Path of the report as Markdown.")]
    public string? MarkdownReport { get; init; }

    [Output("Path of the report as JSON.")]
    public string? JsonReport { get; init; }
}
