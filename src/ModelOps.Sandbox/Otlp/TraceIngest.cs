using System.Text.Json;
using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Spans;
using ModelOps.Sandbox.Traces;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Writes spans with what they say of their traces, all in one transaction.</summary>
internal static class TraceIngest
{
    /// <summary>Writes the spans of a request.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="experimentId">Experiment of traces that are not there yet.</param>
    /// <param name="spans">The spans.</param>
    /// <exception cref="Protocol.MlflowFault">There is no such experiment.</exception>
    public static bool Write(StoreConnection connection, long experimentId, IReadOnlyList<SpanData> spans)
    {
        foreach (var trace in spans.GroupBy(span => span.TraceId, StringComparer.Ordinal))
        {
            WriteTrace(connection, experimentId, trace.Key, [.. trace]);
        }

        return true;
    }

    private static void WriteTrace(StoreConnection connection, long experimentId, string id, IReadOnlyList<SpanData> spans)
    {
        var start = FloorToMilliseconds(spans.Min(span => span.Start));
        var end = FloorToMilliseconds(spans.Max(span => span.End));
        var found = connection.Query("SELECT experiment_id FROM trace_info WHERE request_id = $id", row => row.GetInt64(0), ("$id", id));
        var experiment = ExperimentState.Require(connection, found.Count == 1 ? found[0] : experimentId);
        if (found.Count == 0)
        {
            TraceWrites.Insert(connection, new(id, experiment.Id, start, end - start, TraceStates.InProgress));
            TraceWrites.SetTag(connection, id, TraceKeys.ArtifactLocation, TraceStart.Location(experiment, id));
        }

        var totals = new TraceTotals(connection, id);
        foreach (var span in spans)
        {
            WriteSpan(connection, experiment.Id, span, totals);
        }

        if (found.Count == 1 && !totals.IsSettled)
        {
            SpanWrites.Widen(connection, id, start, end);
        }

        totals.Save();
        TraceWrites.SetTag(connection, id, TraceKeys.SpansLocation, TraceKeys.TrackingStore);
    }

    private static void WriteSpan(StoreConnection connection, long experimentId, SpanData span, TraceTotals totals)
    {
        var kept = span with { Attributes = SpanTranslation.Apply(span) };
        SpanWrites.Set(connection, new(span.TraceId, span.SpanId, span.ParentId, SpanContent.Write(kept))
        {
            ExperimentId = experimentId,
            Name = span.Name,
            Type = TextOf(span.Attribute(SpanKeys.Type)),
            Status = span.Status,
            Start = span.Start,
            End = span.End,
            Dimensions = Dimensions(kept),
        });
        foreach (var (key, value) in TokenCounts.Parse(kept.Attribute(SpanKeys.Cost)))
        {
            SpanWrites.SetMetric(connection, span.TraceId, span.SpanId, key, value);
        }

        totals.Add(kept);
        if (span.ParentId is null)
        {
            var state = span.Status == "ERROR" ? TraceStates.Error : TraceStates.Ok;
            SpanWrites.Complete(
                connection, span.TraceId, state, TracePreview.Of(kept.Attribute(SpanKeys.Inputs)), TracePreview.Of(kept.Attribute(SpanKeys.Outputs)));
        }
    }

    private static string Dimensions(SpanData span)
    {
        var members = new[] { SpanKeys.Model, SpanKeys.Provider }
            .Select(key => KeyValuePair.Create(key, span.Attribute(key)))
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))
            .ToList();
        return members.Count == 0 ? ValueText.Null : SpanContent.WriteObject(members);
    }

    private static string? TextOf(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.ToString();
    }

    private static long FloorToMilliseconds(long nanoseconds) => nanoseconds / 1_000_000;
}
