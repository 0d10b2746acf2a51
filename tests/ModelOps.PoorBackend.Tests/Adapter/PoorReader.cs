using System.Text.Json;
using ModelOps.Abstractions.Registry;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>Turns the server's answers into the toolkit's records.</summary>
internal static class PoorReader
{
    public static RegisteredModel Model(ModelName name, JsonElement json)
    {
        var properties = Properties(json);
        var aliases = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, value) in properties)
        {
            if (PropertyCodec.TryReadAlias(key, out var alias) && int.TryParse(value, out var version))
            {
                aliases[alias.Value] = version;
            }
        }

        return new(name, aliases) { Tags = PropertyCodec.Decode(properties) };
    }

    /// <summary>A version; null when it is archived, which is what a deleted one is there.</summary>
    public static ModelVersion? Version(ModelName model, JsonElement json)
    {
        var (properties, state) = (Properties(json), json.GetProperty("state").GetString());
        return state == "ARCHIVED" ? null : new()
        {
            Model = model,
            Version = json.GetProperty("version").GetInt32(),
            Status = state == "READY" ? VersionStatus.Ready : VersionStatus.Pending,
            Description = json.GetProperty("comment").GetString()!,
            Source = json.GetProperty("storage").GetString()!,
            RunId = properties.GetValueOrDefault(PropertyCodec.Run),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(json.GetProperty("created_at").GetInt64()),
            Tags = PropertyCodec.Decode(properties),
        };
    }

    private static Dictionary<string, string> Properties(JsonElement json) => json.GetProperty("properties").EnumerateObject()
        .ToDictionary(property => property.Name, property => property.Value.GetString()!, StringComparer.Ordinal);
}
