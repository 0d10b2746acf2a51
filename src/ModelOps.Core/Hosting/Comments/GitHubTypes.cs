using System.Text.Json.Serialization;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>What is sent to GitHub and read of its answers: code that is made when the toolkit is built.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = 64)]
[JsonSerializable(typeof(IReadOnlyList<GitHubComment>))]
[JsonSerializable(typeof(GitHubComment))]
[JsonSerializable(typeof(GitHubCommentText))]
[JsonSerializable(typeof(GitHubQuery))]
[JsonSerializable(typeof(GitHubViewer))]
internal sealed partial class GitHubTypes : JsonSerializerContext;
