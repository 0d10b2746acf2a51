namespace ModelOps.Core.Hosting.Comments;

/// <summary>What a comment is to say.</summary>
/// <param name="Body">Its Markdown.</param>
internal sealed record GitHubCommentText(string Body);
