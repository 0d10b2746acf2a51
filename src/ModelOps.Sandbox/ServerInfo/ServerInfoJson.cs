using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.ServerInfo;

/// <summary>JSON of <see cref="ServerInfoAnswer"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ServerInfoAnswer))]
internal sealed partial class ServerInfoJson : JsonSerializerContext;
