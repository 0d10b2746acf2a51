namespace ModelOps.Core.Hosting;

/// <summary>Tells whether a build of GitHub Actions runs for a pull request, in whichever form: what it builds has not been merged.</summary>
internal static class GitHubPullRequest
{
    /// <summary>Reads it from the event.</summary>
    /// <param name="name">Name of the event.</param>
    /// <param name="reference">Reference that is built.</param>
    /// <param name="file">The event file.</param>
    /// <returns>What is known of the pull request; null where it is none. What cannot be told counts as one.</returns>
    public static GitHubEvent? Find(string name, string reference, string? file)
    {
        if (name.StartsWith("pull_request", StringComparison.Ordinal) || reference.StartsWith("refs/pull/", StringComparison.Ordinal))
        {
            return GitHubEvent.Read(file);
        }

        if (name == "merge_group" || MergeQueue.Find(reference) is not null)
        {
            return GitHubEvent.Unknown with { Number = MergeQueue.Find(reference)?.Number };
        }

        // Both run on the default branch and name its commit, whatever is checked out.
        return name switch
        {
            "issue_comment" => GitHubEvent.ReadComment(file),
            "workflow_run" => GitHubEvent.ReadRun(file),
            _ => null,
        };
    }
}
