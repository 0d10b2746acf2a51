using System.Text.Json.Serialization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Runs;

namespace ModelOps.Sandbox.Metrics;

/// <summary>A value of a metric of one of many runs, its members in the order of the alphabet, as a dictionary is sent.</summary>
internal sealed record RunMetric(
    string Key, string? RunId, long Step, long Timestamp, [property: JsonConverter(typeof(PythonFloatConverter))] double Value)
{
    public static RunMetric Of(WireMetric metric) => new(metric.Key, metric.RunId, metric.Step, metric.Timestamp, metric.Value);
}
