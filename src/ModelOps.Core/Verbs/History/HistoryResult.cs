using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.History;

/// <summary>Outputs of <c>history</c>.</summary>
public sealed record HistoryResult
{
    [Output("Entries: started, environment, action, status, alias, from, to, decision, commit, actor, build, reason, counts.", Details = [nameof(HistoryRow.Commit), nameof(HistoryRow.Actor), nameof(HistoryRow.Build), nameof(HistoryRow.Counts)])]
    public required IReadOnlyList<HistoryRow> Entries { get; init; }
}
