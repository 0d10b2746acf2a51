using System.Text.Json;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>What the tag of a judged version says.</summary>
/// <param name="Status">What the gates said together.</param>
/// <param name="Decision">What follows.</param>
/// <param name="CouldNotRun">Gates that could not run; null when all ran.</param>
/// <param name="Gates">Status by gate; null where there is no room.</param>
/// <param name="Report">Digest of the report as JSON.</param>
internal sealed record GatesText(string Status, string Decision, string[]? CouldNotRun, IReadOnlyDictionary<string, string>? Gates, string Report)
{
    /// <summary>One line of JSON, without what is not known.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, GatesTextJson.Default.GatesText);
}
