using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>What the gates say of the good candidate, beside which that of a bad one is held.</summary>
/// <param name="Case">The good candidate.</param>
/// <param name="Report">What the gates say of it.</param>
internal sealed record GoodJudgement(GateCase Case, GateReport Report)
{
    /// <summary>Judges a candidate.</summary>
    /// <exception cref="ModelOpsException">
    /// It does not pass (MOP7001, exit 3) or cannot be judged (MOP7002, exit 9), so that a gate which stops a worse one proves nothing.
    /// </exception>
    public static GoodJudgement Of(GateCase good, IReadOnlyList<IGate> gates, CancellationToken cancellationToken)
    {
        var report = GateRunner.Run(gates, good, cancellationToken);
        var problems = report.Checks.Where(check => check.Status is GateStatus.Failed or GateStatus.CouldNotRun).ToList();
        if (problems.Count == 0)
        {
            return new(good, report);
        }

        var exitCode = report.Status == GateStatus.Failed ? ExitCode.GateFailed : ExitCode.CouldNotRun;
        throw new ModelOpsException(exitCode, [.. problems.Select(check => Describe(check, good.Candidate.Name))]);
    }

    /// <summary>What a gate says of the good candidate as a whole.</summary>
    public GateStatus StatusOf(string gate) => Report.StatusOf(gate);

    /// <summary>Why a gate judges nothing.</summary>
    public string ReasonOf(string gate) => Report.Checks.FirstOrDefault(check => check.Gate == gate)?.Message ?? "";

    /// <summary>What the gates say of a bad candidate. Those that judge predictions are not asked again where these are the same: a comparison may take seconds.</summary>
    public GateReport Judge(GateCase bad, IReadOnlyList<IGate> gates, CancellationToken cancellationToken)
    {
        if (!HasSamePredictions(bad))
        {
            return GateRunner.Run(gates, bad, cancellationToken);
        }

        var asked = GateRunner.Run([.. gates.Where(gate => !gate.JudgesEvaluationOnly)], bad, cancellationToken);
        var known = gates.Where(gate => gate.JudgesEvaluationOnly).Select(gate => gate.Name).ToHashSet(StringComparer.Ordinal);
        return new([.. asked.Checks, .. Report.Checks.Where(check => known.Contains(check.Gate))]);
    }

    /// <summary>Checks of gates that stop a bad candidate and let the good one pass.</summary>
    public IReadOnlyList<GateCheck> FindStops(GateReport bad) =>
    [
        .. bad.Checks.Where(check => check.Status is GateStatus.Failed or GateStatus.CouldNotRun
            || (check.Status == GateStatus.NotEnoughEvidence && StatusOf(check.Gate) != GateStatus.NotEnoughEvidence)),
    ];

    private bool HasSamePredictions(GateCase bad) =>
        ReferenceEquals(bad.Candidate.Predictions, Case.Candidate.Predictions)
        && ReferenceEquals(bad.Candidate.FileMetrics, Case.Candidate.FileMetrics)
        && ReferenceEquals(bad.Candidate.RunMetrics, Case.Candidate.RunMetrics)
        && ReferenceEquals(bad.Champion?.Predictions, Case.Champion?.Predictions)
        && ReferenceEquals(bad.Baseline, Case.Baseline);

    private static Diagnostic Describe(GateCheck check, string name)
    {
        var found = string.Join(", expected ", new[] { check.Value, check.Limit }.Where(text => text.Length > 0));
        var kind = check.Status == GateStatus.Failed ? GateDiagnostics.Failed : GateDiagnostics.CouldNotRun;
        return kind.At(
            $"'{name}' does not pass itself, so that it shows nothing of the gates: {check.Gate}, {check.Check}{(found.Length > 0 ? $" ({found})" : "")}: {check.Message}");
    }
}
