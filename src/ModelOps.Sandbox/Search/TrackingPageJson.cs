using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Search;

/// <summary>JSON of the pages of experiments and runs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RunPage))]
[JsonSerializable(typeof(ExperimentPage))]
internal sealed partial class TrackingPageJson : JsonSerializerContext;
