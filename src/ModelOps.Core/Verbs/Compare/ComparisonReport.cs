using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Writes the report of a comparison.</summary>
internal static class ComparisonReport
{
    /// <summary>Writes it.</summary>
    public static Task WriteAsync(string path, ComparedRows rows, ComparisonOutcome outcome, Decision decision, TimeProvider time, CancellationToken cancellationToken) =>
        ReportWriter.WriteAsync(
            new ReleaseReport
            {
                Title = $"{Path.GetFileName(rows.ChallengerName)} against {Path.GetFileName(rows.ChampionName)}",
                Status = decision switch
                {
                    Decision.Promote => GateStatus.Passed,
                    Decision.Reject => GateStatus.Failed,
                    _ => GateStatus.NotEnoughEvidence,
                },
                Decision = decision,
                CreatedAt = time.GetUtcNow(),
                Facts = [new("Challenger", rows.ChallengerName), new(rows.IsBaseline ? "Baseline" : "Champion", rows.ChampionName)],
                Comparison = outcome,
                Challenger = rows.Challenger,
                Champion = rows.Champion,
                ChampionName = rows.ChampionName,
            },
            path,
            cancellationToken);
}
