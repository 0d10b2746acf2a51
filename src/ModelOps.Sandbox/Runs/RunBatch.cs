using System.Text.RegularExpressions;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Runs;

/// <summary>What one call logs together.</summary>
internal sealed partial record RunBatch(IReadOnlyList<MetricValue> Metrics, IReadOnlyList<WireTag> Parameters, IReadOnlyList<WireTag> Tags)
{
    private const int MaxMetrics = 1000;
    private const int MaxPairs = 100;
    private const int MaxAll = 1000;

    /// <summary>Reads a request.</summary>
    /// <exception cref="MlflowFault">A value is refused, or there are too many.</exception>
    public static RunBatch Parse(Message request, Behavior behavior)
    {
        var metrics = request.Parts("metrics");
        foreach (var metric in metrics)
        {
            LoggedMetric.CheckDataset(metric, behavior);
        }

        CheckRunId(request.Text("run_id"));
        var batch = new RunBatch(
            [.. metrics.Select((metric, index) => LoggedMetric.Parse(metric, $"metrics[{index}].", behavior))],
            [.. request.Parts("params").Select((parameter, index) => ParameterChanges.Parse(parameter, $"params[{index}]."))],
            [.. request.Parts("tags").Select((tag, index) => RunTagChanges.Parse(tag, $"tags[{index}]."))]);
        CheckCount("metrics", MaxMetrics, batch.Metrics.Count);
        CheckCount("params", MaxPairs, batch.Parameters.Count);
        CheckCount("tags", MaxPairs, batch.Tags.Count);
        CheckCount("metrics, params, and tags", MaxAll, batch.Metrics.Count + batch.Parameters.Count + batch.Tags.Count);
        CheckUnique(batch.Parameters);
        return batch;
    }

    /// <summary>Refuses what cannot be the identity of a run.</summary>
    public static void CheckRunId(string runId)
    {
        if (!RunIdPattern().IsMatch(runId))
        {
            throw MlflowFault.Invalid($"Invalid value {PythonJson.Quote(runId)} for parameter 'run_id' supplied.");
        }
    }

    private static void CheckCount(string what, int limit, int count)
    {
        if (count > limit)
        {
            throw MlflowFault.Invalid(
                $"A batch logging request can contain at most {limit} {what}. Got {count} {what}. "
                + $"Please split up {what} across multiple requests and try again.");
        }
    }

    private static void CheckUnique(IReadOnlyList<WireTag> parameters)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var twice = parameters.Where(parameter => !keys.Add(parameter.Key)).Select(parameter => PythonText.Quote(parameter.Key)).ToList();
        if (twice.Count > 0)
        {
            throw MlflowFault.Invalid(
                $"Duplicate parameter keys have been submitted: [{string.Join(", ", twice)}]. "
                + "Please ensure the request contains only one param value per param key.");
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9][\w\-]{0,255}$")]
    private static partial Regex RunIdPattern();
}
