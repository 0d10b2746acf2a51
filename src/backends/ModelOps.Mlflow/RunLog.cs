using ModelOps.Abstractions.Tracking;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Writes tags, metrics and parameters of a run, in batches that a server takes.</summary>
internal sealed class RunLog(MlflowClient client)
{
    private const int MaxMetrics = 1000;
    private const int MaxPairs = 100;

    // A server takes a body of 1 000 000 bytes, and a letter is up to 6 bytes in it: \u and four digits.
    private const int MaxBytes = 900_000;
    private const int BytesPerLetter = 6;
    private const int BytesPerItem = 120;

    /// <summary>Writes tags.</summary>
    public Task SetTagsAsync(string runId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken) => SendAsync(
        tags.Select(tag => new WireTag(tag.Key, tag.Value)), MaxPairs, SizeOf, batch => new(runId, Tags: batch), cancellationToken);

    /// <summary>Writes values of metrics. A call that is repeated writes none twice: their time and step tell them apart.</summary>
    public Task AddMetricsAsync(string runId, IReadOnlyList<LoggedMetric> metrics, CancellationToken cancellationToken) => SendAsync(
        metrics.Distinct().Select(metric => new WireMetric(metric.Name, metric.Value, metric.Time.ToUnixTimeMilliseconds(), metric.Step)),
        MaxMetrics,
        metric => metric.Key!.Length,
        batch => new(runId, Metrics: batch),
        cancellationToken);

    /// <summary>Writes parameters.</summary>
    public Task AddParametersAsync(string runId, IReadOnlyList<Parameter> parameters, CancellationToken cancellationToken) => SendAsync(
        parameters.Select(parameter => new WireTag(parameter.Name, parameter.Value)), MaxPairs, SizeOf, batch => new(runId, Params: batch), cancellationToken);

    private static int SizeOf(WireTag tag) => tag.Key.Length + tag.Value!.Length;

    private async Task SendAsync<T>(
        IEnumerable<T> items, int maxCount, Func<T, int> lettersOf, Func<IReadOnlyList<T>, LogBatchRequest> request, CancellationToken cancellationToken)
    {
        foreach (var batch in Cut(items, maxCount, lettersOf))
        {
            await client.SendAsync(
                HttpMethod.Post,
                "/mlflow/runs/log-batch",
                request(batch),
                WireJson.Mlflow.LogBatchRequest,
                WireJson.Mlflow.WireNothing,
                Repeat.Always,
                cancellationToken);
        }
    }

    private static IEnumerable<IReadOnlyList<T>> Cut<T>(IEnumerable<T> items, int maxCount, Func<T, int> lettersOf)
    {
        var (batch, bytes) = (new List<T>(), 0);
        foreach (var item in items)
        {
            var size = (lettersOf(item) * BytesPerLetter) + BytesPerItem;
            if (batch.Count == maxCount || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(item);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
