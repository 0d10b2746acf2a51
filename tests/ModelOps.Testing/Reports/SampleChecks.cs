using ModelOps.Core.Gates;

namespace ModelOps.Testing.Reports;

/// <summary>What gates may say.</summary>
internal static class SampleChecks
{
    public static IReadOnlyList<GateCheck> Passed { get; } =
    [
        new("digest", "content", GateStatus.Passed, "sha256:9f86d081884c", "as registered", "", ""),
        new("metadata", "tag owner", GateStatus.Passed, "team-churn", "^team-", "team-churn", ""),
        new("metadata", "model card", GateStatus.Passed, "5 sections", "5 sections", "5 sections", ""),
        new("package", "pinned dependencies", GateStatus.Passed, "12 of 12", "all", "12 of 12", ""),
        new("signature", "inputs", GateStatus.Passed, "9 columns", "compatible", "8 columns", "One optional input was added: tenure_months."),
        new("metrics", "roc_auc", GateStatus.Passed, "0.8612", "at least 0.80", "0.8415", ""),
        new("metrics", "log_loss", GateStatus.Passed, "0.3612", "at most 0.45", "0.4101", ""),
        new("slices", "plan=premium", GateStatus.Passed, "0.8694", "at least 0.78", "0.8402", ""),
        new("slices", "region=islands", GateStatus.NotJudged, "41 rows", "at least 100 rows", "", "Too few rows to judge."),
        new("fairness", "region", GateStatus.Passed, "0.031", "at most 0.10", "0.042", ""),
        new("runtime", "p95 latency", GateStatus.Passed, "38 ms", "at most 80 ms", "41 ms", ""),
        new("data", "tenure", GateStatus.Passed, "0.04", "at most 0.20", "0.03", ""),
        new("champion", "roc_auc", GateStatus.Passed, "+0.0197", "above -0.005", "", "Better: 90 % interval +0.0121 to +0.0274."),
    ];

    public static IReadOnlyList<GateCheck> Failed { get; } =
    [
        .. Passed.Select(check => (check.Gate, check.Check) switch
        {
            ("runtime", _) => check with { Status = GateStatus.CouldNotRun, Value = "", Message = "The scoring command ended with exit code 1." },
            ("slices", "plan=premium") => check with { Status = GateStatus.Failed, Value = "0.7511", Message = "The slice is below its minimum, and 0.11 below the whole." },
            ("fairness", _) => check with { Status = GateStatus.Failed, Value = "0.134" },
            _ => check,
        }),
    ];

    public static IReadOnlyList<GateCheck> Undecided { get; } =
    [
        .. Passed.Select(check => check.Gate != "champion" ? check : check with
        {
            Status = GateStatus.NotEnoughEvidence, Value = "+0.0031", Message = "The rows do not decide: 90 % interval -0.0042 to +0.0104; about 31,400 more labelled rows would.",
        }),
    ];
}
