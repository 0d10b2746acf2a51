using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Outputs of <c>validate</c>.</summary>
public sealed record ValidateResult
{
    /// <summary>Registered model.</summary>
    [Output("Registered model.")]
    public required ModelName Model { get; init; }

    /// <summary>Environment.</summary>
    [Output("Environment.")]
    public required string Environment { get; init; }

    /// <summary>Version that was judged; nothing for a package.</summary>
    [Output("Version that was judged; nothing for a package.")]
    public int? Version { get; init; }

    /// <summary>Reference of that version, models:/name/version; nothing for a package.</summary>
    [Output("Reference of that version, models:/name/version; nothing for a package.")]
    public string? Uri { get; init; }

    /// <summary>Digest of the content that was judged: sha256 and 64 hexadecimal digits.</summary>
    [Output("Digest of the content that was judged: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }

    /// <summary>What the gates said together.</summary>
    [Output("What the gates said together.")]
    public required GateStatus Status { get; init; }

    /// <summary>What follows: promote, keep, canary, approve or reject.</summary>
    [Output("What follows: promote, keep, canary, approve or reject.")]
    public required Decision Decision { get; init; }

    /// <summary>Alias that the version got; nothing when it did not.</summary>
    [Output("Alias that the version got; nothing when it did not.")]
    public AliasName? Alias { get; init; }

    /// <summary>Alias that the version had and lost, because it did not pass this time; nothing when it did not.</summary>
    [Output("Alias that the version had and lost, because it did not pass this time; nothing when it did not.")]
    public AliasName? RemovedAlias { get; init; }

    /// <summary>Reference of the champion that it was compared with; nothing when it was a baseline.</summary>
    [Output("Reference of the champion that it was compared with; nothing when it was a baseline.")]
    public string? Champion { get; init; }

    /// <summary>Whether it was compared with a baseline, because there is no champion or the version is the champion itself.</summary>
    [Output("Whether it was compared with a baseline, because there is no champion or the version is the champion itself.")]
    public bool IsBaseline { get; init; }

    /// <summary>Verdict of the comparison with the champion or a baseline; nothing when there was none.</summary>
    [Output("Verdict of the comparison with the champion or a baseline; nothing when there was none.")]
    public ComparisonVerdict? Verdict { get; init; }

    /// <summary>Gates: gate, check, status, value, limit, previous, message.</summary>
    [Output("Gates: gate, check, status, value, limit, previous, message.")]
    public required IReadOnlyList<GateCheck> Gates { get; init; }

    /// <summary>All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.</summary>
    [Output("All comparisons: metric, slice, challenger, champion, effect, lower, upper, p, adjusted p, rows, verdict.")]
    public IReadOnlyList<ComparisonRow> Comparisons { get; init; } = [];

    /// <summary>Path of the report as one HTML file.</summary>
    [Output("Path of the report as one HTML file.")]
    public string? HtmlReport { get; init; }

    /// <summary>Path of the report as Markdown.</summary>
    [Output("Path of the report as Markdown.")]
    public string? MarkdownReport { get; init; }

    /// <summary>Path of the report as JSON.</summary>
    [Output("Path of the report as JSON.")]
    public string? JsonReport { get; init; }
}
