using System.Text.RegularExpressions;

namespace ModelOps.Core.Hosting;

/// <summary>A branch of GitHub's merge queue: it lives for one build, before the merge of a pull request.</summary>
/// <param name="Base">Branch that the pull request would be merged into; null when the name does not say it.</param>
/// <param name="Number">Number of the pull request; null when the name does not say it.</param>
internal sealed partial record MergeQueue(string? Base, string? Number)
{
    private const string Prefix = "refs/heads/gh-readonly-queue/";

    /// <summary>The queue of a reference; null for any other.</summary>
    public static MergeQueue? Find(string reference) =>
        !reference.StartsWith(Prefix, StringComparison.Ordinal) ? null
        : Form().Match(reference) is { Success: true } match ? new(match.Groups["base"].Value, match.Groups["number"].Value)
        : new(null, null);

    [GeneratedRegex(@"\Arefs/heads/gh-readonly-queue/(?<base>.+)/pr-(?<number>[0-9]{1,18})-[0-9a-f]{40,64}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
