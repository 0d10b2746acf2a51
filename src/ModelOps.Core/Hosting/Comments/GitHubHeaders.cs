using System.Text.RegularExpressions;
using Octokit;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>Reads headers of an answer, in whatever capitals they come.</summary>
internal static partial class GitHubHeaders
{
    /// <summary>Value of a header; null when it is absent.</summary>
    public static string? Find(IResponse answer, string name) =>
        answer.Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>
    /// What a token needs for a call that was refused, in the words of a workflow: <c>issues=write; pull_requests=write</c> are two ways.
    /// A header of another form is not repeated.
    /// </summary>
    public static string PermissionsOf(IResponse answer) => Find(answer, "X-Accepted-GitHub-Permissions") is { Length: < 200 } text && Permissions().IsMatch(text)
        ? string.Join(" or ", text.Split(';').Select(way => string.Join(" and ", way.Split(',').Select(InWorkflow)).Trim()))
        : "'pull-requests: write'";

    private static string InWorkflow(string permission) => $"'{permission.Trim().Replace("=", ": ", StringComparison.Ordinal).Replace('_', '-')}'";

    [GeneratedRegex(@"\A[a-z_]+=[a-z]+(?:[;,] ?[a-z_]+=[a-z]+)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Permissions();
}
