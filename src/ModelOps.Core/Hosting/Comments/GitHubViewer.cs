namespace ModelOps.Core.Hosting.Comments;

/// <summary>Answer to <see cref="GitHubQuery.Viewer"/>.</summary>
/// <param name="Data">The answer; null where the question was refused.</param>
internal sealed record GitHubViewer(GitHubViewer.Content? Data)
{
    /// <summary>What was asked for.</summary>
    /// <param name="Viewer">Owner of the token.</param>
    internal sealed record Content(GitHubAccount? Viewer);
}
