using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>JSON of the answers about evaluation datasets.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetAnswer))]
[JsonSerializable(typeof(DatasetPage))]
[JsonSerializable(typeof(ExperimentIdsAnswer))]
[JsonSerializable(typeof(UpsertAnswer))]
[JsonSerializable(typeof(DeletedAnswer))]
[JsonSerializable(typeof(RecordPage))]
internal sealed partial class DatasetJson : JsonSerializerContext;
