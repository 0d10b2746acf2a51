using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Experiments;

/// <summary>JSON of the answers about experiments.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExperimentAnswer))]
[JsonSerializable(typeof(CreatedExperiment))]
internal sealed partial class ExperimentJson : JsonSerializerContext;
