using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Scorers;

/// <summary>JSON of the answers about scorers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegisteredScorer))]
[JsonSerializable(typeof(ScorerAnswer))]
[JsonSerializable(typeof(ScorerList))]
[JsonSerializable(typeof(OnlineConfigAnswer))]
[JsonSerializable(typeof(OnlineConfigList))]
internal sealed partial class ScorerJson : JsonSerializerContext;
