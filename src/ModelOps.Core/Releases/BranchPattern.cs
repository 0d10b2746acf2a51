using System.Text.RegularExpressions;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Releases;

/// <summary>
/// Matches branch names: <c>*</c> is any run of characters but <c>/</c>, <c>**</c> any run at all, the rest stands for itself.
/// </summary>
internal static class BranchPattern
{
    /// <summary>Whether a rule is about a build: one that begins with <c>refs/tags/</c> about tags, any other about branches, whatever their names are.</summary>
    public static bool Matches(string pattern, BuildInfo build) =>
        pattern.StartsWith(BranchName.Tags, StringComparison.Ordinal)
            ? build.Tag is { } tag && Matches(pattern[BranchName.Tags.Length..], tag)
            : build.Branch is { } branch && Matches(pattern, branch);

    public static bool Matches(string pattern, string branch)
    {
        var expression = Regex.Escape(pattern)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return Regex.IsMatch(
            branch, $@"\A{expression}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
