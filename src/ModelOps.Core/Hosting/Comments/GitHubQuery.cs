namespace ModelOps.Core.Hosting.Comments;

/// <summary>A question by GraphQL.</summary>
/// <param name="Query">The question.</param>
internal sealed record GitHubQuery(string Query)
{
    /// <summary>Whose token it is. The REST interface does not tell a job's own token; this does, for tokens of every kind.</summary>
    public static GitHubQuery Viewer { get; } = new("query { viewer { login } }");
}
