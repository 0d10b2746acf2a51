using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Search;

/// <summary>JSON of the pages of searches.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RunPage))]
[JsonSerializable(typeof(ExperimentPage))]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(VersionPage))]
internal sealed partial class SearchJson : JsonSerializerContext;
