namespace ModelOps.Core.Hosting.Comments;

/// <summary>A comment of a pull request, as far as it is read.</summary>
/// <param name="Id">Number by which it is edited.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="User">Who wrote it; null for an account that is gone.</param>
internal sealed record GitHubComment(long Id, string? Body, GitHubAccount? User);
