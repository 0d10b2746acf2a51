namespace ModelOps.Core.Gates;

/// <summary>What a gate says of one thing it looks at.</summary>
/// <param name="Gate">Gate, such as <c>metrics</c>.</param>
/// <param name="Check">What was looked at, such as <c>roc_auc</c>; text from outside may be part of it.</param>
/// <param name="Status">What the gate says.</param>
/// <param name="Value">What was found.</param>
/// <param name="Limit">What was expected.</param>
/// <param name="Previous">The champion's value; empty when unknown.</param>
/// <param name="Message">Why, in one sentence; empty where the columns say it all.</param>
public sealed record GateCheck(string Gate, string Check, GateStatus Status, string Value, string Limit, string Previous, string Message)
{
    /// <summary>Whether it keeps a release from going on.</summary>
    internal bool IsStopping => Status is not (GateStatus.Passed or GateStatus.NotJudged);
}
