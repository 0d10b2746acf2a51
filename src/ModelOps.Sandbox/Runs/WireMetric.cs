using System.Text.Json.Serialization;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Runs;

/// <summary>A value of a metric, as it is sent.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Timestamp">When it was measured, in epoch milliseconds.</param>
/// <param name="Step">Step of the training.</param>
internal sealed record WireMetric(string Key, [property: JsonConverter(typeof(PythonFloatConverter))] double Value, long Timestamp, long Step)
{
    /// <summary>The run, where values of many runs are sent together.</summary>
    public string? RunId { get; init; }
}
