using System.Text.Json.Serialization;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>A value of a metric of a logged model, as it is sent.</summary>
internal sealed record WireModelMetric
{
    public required string Key { get; init; }

    [JsonConverter(typeof(PythonFloatConverter))]
    public double? Value { get; init; }

    public required long Timestamp { get; init; }

    public required long Step { get; init; }

    public string? DatasetName { get; init; }

    public string? DatasetDigest { get; init; }

    public required string ModelId { get; init; }

    public required string RunId { get; init; }
}
