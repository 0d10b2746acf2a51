using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Gates;

/// <summary>What one gate, or all of them, said.</summary>
/// <param name="Checks">All checks, in order.</param>
/// <param name="Comparison">The comparison with the champion or a baseline; null when there was none.</param>
internal sealed record GateReport(IReadOnlyList<GateCheck> Checks, ComparisonOutcome? Comparison = null)
{
    /// <summary>The worst that was said: failed, could not run, not enough evidence, passed.</summary>
    public GateStatus Status =>
        Has(GateStatus.Failed) ? GateStatus.Failed
        : Has(GateStatus.CouldNotRun) ? GateStatus.CouldNotRun
        : Has(GateStatus.NotEnoughEvidence) ? GateStatus.NotEnoughEvidence
        : GateStatus.Passed;

    /// <summary>What one gate said as a whole.</summary>
    public GateStatus StatusOf(string gate)
    {
        var checks = Checks.Where(check => check.Gate == gate).ToList();
        return checks.TrueForAll(check => check.Status == GateStatus.NotJudged) ? GateStatus.NotJudged : new GateReport(checks).Status;
    }

    private bool Has(GateStatus status) => Checks.Any(check => check.Status == status);
}
