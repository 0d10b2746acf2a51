using ModelOps.Abstractions.Text;
using ModelOps.Core.Gates;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>The short result that a version carries: a line of JSON that fits into any registry's tags.</summary>
internal static class GatesTag
{
    /// <summary>Longest text; the shortest limit of a registry is above it.</summary>
    public const int MaxLength = 1000;

    /// <summary>Writes the result: names of gates and words of the toolkit, nothing from outside.</summary>
    /// <param name="report">What the gates said.</param>
    /// <param name="verdict">What follows.</param>
    /// <param name="reportDigest">Digest of the report as JSON.</param>
    public static string Write(GateReport report, ValidationVerdict verdict, string reportDigest)
    {
        var gates = report.Checks.Select(check => check.Gate).Distinct().ToDictionary(gate => gate, gate => ChoiceText.Of(report.StatusOf(gate)));
        var (status, decision) = (ChoiceText.Of(verdict.Status), ChoiceText.Of(verdict.Decision));
        string[] missing = [.. report.Checks.Where(check => check.Status == GateStatus.CouldNotRun).Select(check => check.Gate).Distinct()];
        var stopped = missing.Length > 0 ? missing : null;
        var full = new GatesText(status, decision, stopped, gates, reportDigest);
        return full.ToString() is { Length: <= MaxLength } text ? text : (full with { Gates = null }).ToString();
    }
}
