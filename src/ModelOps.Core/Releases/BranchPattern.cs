using System.Text.RegularExpressions;

namespace ModelOps.Core.Releases;

/// <summary>
/// Matches branch names: <c>*</c> is any run of characters but <c>/</c>, <c>**</c> any run at all, the rest stands for itself.
/// </summary>
internal static class BranchPattern
{
    public static bool Matches(string pattern, string branch)
    {
        var expression = Regex.Escape(pattern)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return Regex.IsMatch(
            branch, $@"\A{expression}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
