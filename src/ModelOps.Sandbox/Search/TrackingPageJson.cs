using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Search;

/// <summary>JSON of the pages of experiments, runs and datasets.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RunPage))]
[JsonSerializable(typeof(ExperimentPage))]
[JsonSerializable(typeof(DatasetPage))]
internal sealed partial class TrackingPageJson : JsonSerializerContext;
