using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>The report of a comparison, and its head.</summary>
internal static class ComparisonReport
{
    /// <summary>What it shows.</summary>
    /// <param name="rows">Predictions of both.</param>
    /// <param name="outcome">The comparison.</param>
    /// <param name="decision">What follows.</param>
    /// <param name="root">Directory to which paths are relative.</param>
    /// <param name="now">When it is made.</param>
    public static ReleaseReport Of(ComparedRows rows, ComparisonOutcome outcome, Decision decision, string root, DateTimeOffset now) => new()
    {
        Title = $"{NameOf(rows.ChallengerName)} against {NameOf(rows.ChampionName)}",
        Status = decision switch
        {
            Decision.Promote => GateStatus.Passed,
            Decision.Reject => GateStatus.Failed,
            _ => GateStatus.NotEnoughEvidence,
        },
        Decision = decision,
        CreatedAt = now,
        Root = root,
        Facts = [new("Challenger", rows.ChallengerName), new(rows.IsBaseline ? "Baseline" : "Champion", rows.ChampionName)],
        Comparison = outcome,
        Challenger = rows.Challenger,
        Champion = rows.Champion,
        ChampionName = rows.ChampionName,
    };

    // Of a file its name; models:/churn/7 is one name.
    private static string NameOf(string model) => Path.IsPathFullyQualified(model) ? Path.GetFileName(model) : model;
}
