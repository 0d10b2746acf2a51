using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Champion;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>Says what the gates found, a finding a check.</summary>
internal static class ValidationFindings
{
    private const int MaxShown = 20;
    private const int MaxText = 300;
    private const string ComparisonGate = "champion";

    /// <summary>Findings of a validation.</summary>
    /// <param name="report">What the gates said.</param>
    /// <param name="champion">How the comparison is decided.</param>
    /// <param name="isBaseline">Whether the comparison is with a baseline, which nothing may equal.</param>
    public static IEnumerable<Diagnostic> Of(GateReport report, ChampionGateSection champion, bool isBaseline)
    {
        var finding = report.Comparison is { } outcome
            ? ComparisonDecision.Of(outcome, champion.NotEnoughEvidence, champion.AllowIdentical && !isBaseline).Finding
            : null;
        if (finding is not null)
        {
            yield return finding;
        }

        // The comparison's own finding says more than the line of its gate.
        var checks = report.Checks.Where(check => finding is null || check.Gate != ComparisonGate).ToList();
        foreach (var found in Bound(GateDiagnostics.Failed, checks, GateStatus.Failed).Concat(Bound(GateDiagnostics.CouldNotRun, checks, GateStatus.CouldNotRun)))
        {
            yield return found;
        }
    }

    private static IEnumerable<Diagnostic> Bound(DiagnosticDescriptor descriptor, IReadOnlyList<GateCheck> all, GateStatus status)
    {
        var checks = all.Where(check => check.Status == status).ToList();
        foreach (var check in checks.Take(MaxShown))
        {
            yield return descriptor.At(Describe(check));
        }

        if (checks.Count > MaxShown)
        {
            yield return descriptor.At($"{checks.Count - MaxShown} more checks are {ChoiceText.Of(status).Replace('-', ' ')}: the report shows all.");
        }
    }

    private static string Describe(GateCheck check)
    {
        var found = check.Value.Length > 0 ? $" found {check.Value}{(check.Limit.Length > 0 ? $", expected {check.Limit}" : "")};" : "";
        var text = $"Gate {check.Gate}, {check.Check}:{found} {check.Message}".TrimEnd(';', ' ');
        return text.Length <= MaxText ? text : text[..MaxText] + "…";
    }
}
