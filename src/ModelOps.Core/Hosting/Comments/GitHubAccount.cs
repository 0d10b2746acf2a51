namespace ModelOps.Core.Hosting.Comments;

/// <summary>A person or a bot.</summary>
/// <param name="Login">Name; that of a bot ends with <c>[bot]</c>, which no person's can.</param>
internal sealed record GitHubAccount(string? Login);
