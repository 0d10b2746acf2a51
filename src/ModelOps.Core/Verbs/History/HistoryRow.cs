namespace ModelOps.Core.Verbs.History;

/// <summary>One action on a registered model.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Environment">Environment; <c>default</c> without modelops.yml.</param>
/// <param name="Action">register, validate, promote or rollback.</param>
/// <param name="Status">finished, failed, running for one that is under way or was killed, killed for one that a later run took up.</param>
/// <param name="Alias">Alias that was moved; empty when none.</param>
/// <param name="From">Version that the alias had; null when none.</param>
/// <param name="To">Version that was made or judged, or that the alias got; null when it did not get that far.</param>
/// <param name="Decision">What a validation decided: promote, keep, canary, approve or reject; empty for other actions.</param>
/// <param name="Commit">Commit hash; empty when unknown.</param>
/// <param name="Actor">Who did it; empty when unknown.</param>
/// <param name="Build">URL of the build; empty when none.</param>
/// <param name="Reason">Reason given; empty when none.</param>
/// <param name="Counts">Whether the entry counts: it is as it was sealed and continues entries that count; false for one that is not ended.</param>
public sealed record HistoryRow(
    DateTimeOffset Started,
    string Environment,
    string Action,
    string Status,
    string Alias,
    int? From,
    int? To,
    string Decision,
    string Commit,
    string Actor,
    string Build,
    string Reason,
    bool Counts);
