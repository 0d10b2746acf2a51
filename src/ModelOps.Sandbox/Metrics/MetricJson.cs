using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Metrics;

/// <summary>JSON of the answers about metrics.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(MetricHistoryAnswer))]
[JsonSerializable(typeof(RunMetricsAnswer))]
internal sealed partial class MetricJson : JsonSerializerContext;
