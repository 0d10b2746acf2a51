namespace ModelOps.Core.Gates.Gathering;

/// <summary>The part of a ledger entry's report that is read again.</summary>
/// <param name="Gates">What the gates said.</param>
internal sealed record EarlierReport(IReadOnlyList<GateCheck>? Gates);
