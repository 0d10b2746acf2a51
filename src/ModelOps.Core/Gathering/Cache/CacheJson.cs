using System.Text.Json.Serialization;

namespace ModelOps.Core.Gathering.Cache;

/// <summary>JSON of the cache's notes and keys.</summary>
[JsonSerializable(typeof(CacheNote))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class CacheJson : JsonSerializerContext;
