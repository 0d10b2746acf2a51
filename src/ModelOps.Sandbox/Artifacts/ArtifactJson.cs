using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>JSON of the artifact calls.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArtifactList))]
[JsonSerializable(typeof(MultipartTicket))]
internal sealed partial class ArtifactJson : JsonSerializerContext;
