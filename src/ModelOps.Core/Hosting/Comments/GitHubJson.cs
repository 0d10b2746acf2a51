using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Octokit.Internal;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>JSON for Octokit without reflection: its own serializer does not work in a native program.</summary>
internal sealed class GitHubJson : IJsonSerializer
{
    public string Serialize(object item) =>
        JsonSerializer.Serialize(item, GitHubTypes.Default.GetTypeInfo(item.GetType()) ?? throw new NotSupportedException($"{item.GetType()} is not known to {nameof(GitHubTypes)}."));

    public T Deserialize<T>(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)GitHubTypes.Default.GetTypeInfo(typeof(T))!)
        ?? throw new JsonException("The answer is null.");
}
