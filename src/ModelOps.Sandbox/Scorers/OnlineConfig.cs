using System.Text.Json.Serialization;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Scorers;

/// <summary>How often a scorer is asked about new traces, and about which.</summary>
internal sealed record OnlineConfig(
    string OnlineScoringConfigId,
    string ScorerId,
    [property: JsonConverter(typeof(PythonFloatConverter))] double SampleRate,
    string ExperimentId,
    string? FilterString);
