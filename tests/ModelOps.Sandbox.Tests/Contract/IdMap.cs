using System.Text.RegularExpressions;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>Which of our identifiers stands for which captured one.</summary>
internal sealed partial class IdMap
{
    private static readonly HashSet<string> Volatile =
        ["run_id", "run_uuid", "run_name", "model_id", "webhook_id", "next_page_token", "source_run_id", "upload_id", "model_uuid", "scorer_id", "online_scoring_config_id", "issue_id", "dataset_id", "dataset_record_id", "utc_time_created", "assessment_id", "request_id"];

    private readonly Dictionary<string, string> _ours = new(StringComparer.Ordinal);

    /// <summary>A captured text with our identifiers in it.</summary>
    public string Translate(string captured)
    {
        foreach (var (theirs, ours) in _ours)
        {
            captured = captured.Replace(theirs, ours, StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(theirs), Uri.EscapeDataString(ours), StringComparison.Ordinal);
        }

        return captured;
    }

    /// <summary>Takes up an identifier that was seen for the first time.</summary>
    /// <returns>Whether the two texts may stand for each other.</returns>
    public bool Accept(string property, string captured, string ours)
    {
        if (captured == ours || Translate(captured) == ours)
        {
            return true;
        }

        if (!IsVolatile(property, captured) || _ours.ContainsKey(captured) || captured.Length == 0 || ours.Length == 0)
        {
            return false;
        }

        _ours.Add(captured, ours);
        return true;
    }

    // Logged models without a name get one of random words, as runs do.
    private static bool IsVolatile(string property, string captured) =>
        Volatile.Contains(property) || (property == "digest" && DatasetDigest().IsMatch(captured)) || (property == "name" && GeneratedName().IsMatch(captured));

    // Evaluation datasets are told apart by the time of their last record.
    [GeneratedRegex("^[0-9a-f]{8}$")]
    private static partial Regex DatasetDigest();

    [GeneratedRegex("^[a-z]+-[a-z]+-[0-9]+$")]
    private static partial Regex GeneratedName();
}
