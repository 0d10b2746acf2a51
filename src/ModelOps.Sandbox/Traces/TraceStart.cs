using ModelOps.Sandbox.Assessments;
using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Traces;

/// <summary>Takes over what a caller knows of a trace, begun or done.</summary>
internal static class TraceStart
{
    private static readonly string[] Tokens =
        ["input_tokens", "output_tokens", "total_tokens", "cache_read_input_tokens", "cache_creation_input_tokens"];

    /// <summary>Starts a trace in the form of release 3; one that is there already gets the new values.</summary>
    public static TraceInfo Write(StoreConnection connection, Message info, ServerContext server)
    {
        var id = info.Text("trace_id");
        var tags = info.Map("tags");
        var experiment = Experiment(connection, TraceMessages.ExperimentOf(info.Part("trace_location")), server.Behavior);
        var metadata = info.Map("trace_metadata").Where(pair => pair.Key != TraceKeys.InfoFinalized).Append(new(TraceKeys.InfoFinalized, "true")).ToList();
        var assessments = info.Parts("assessments").Select(part => AssessmentDraft.Read(part, id, server.Now)).ToList();
        var row = new TraceRow(id, experiment?.Id, info.Integer("request_time"), info.IntegerOrNull("execution_duration"), TraceStates.Word(info.Choice("state", 0)))
        {
            ClientRequestId = info.Text("client_request_id").NullIfEmpty(),
            RequestPreview = info.TextOrNull("request_preview"),
            ResponsePreview = info.TextOrNull("response_preview"),
        };

        // MLflow adds first: what the schema refuses, a tag of its own that was sent too as well as a trace that is there, makes it merge.
        var isMerged = tags.Any(tag => tag.Key == TraceKeys.ArtifactLocation)
            || connection.Scalar("SELECT 1 FROM trace_info WHERE request_id = $id", ("$id", id)) is not null;
        TraceWrites.Replace(connection, row);
        foreach (var tag in tags.Where(tag => tag.Key != TraceKeys.ArtifactLocation).Append(new(TraceKeys.ArtifactLocation, Location(experiment!, id))))
        {
            TraceWrites.SetTag(connection, id, tag.Key, tag.Value);
        }

        metadata.ForEach(pair => TraceWrites.SetMetadata(connection, id, pair.Key, pair.Value));
        AddTokens(connection, id, metadata.FirstOrDefault(pair => pair.Key == TraceKeys.TokenUsage)?.Value);
        assessments.ForEach(assessment => AssessmentWrites.Set(connection, assessment));
        var trace = TraceReader.Require(connection, id, server.Behavior);
        return isMerged ? trace with { Metadata = null } : trace;
    }

    /// <summary>Starts a trace in the older form.</summary>
    public static TraceInfo WriteOld(StoreConnection connection, Message request, ServerContext server)
    {
        var id = server.NewRunId();
        var sent = request.Json("experiment_id")?.ToString() ?? request.Text("experiment_id");
        var experiment = Experiment(connection, sent.NullIfEmpty(), server.Behavior);

        // No experiment at all is an empty one for MLflow, which the schema refuses.
        TraceWrites.Insert(connection, new(id, experiment is null ? sent : experiment.Id, request.Integer("timestamp_ms"), Duration: null, TraceStates.InProgress));
        SetPairs(connection, id, request);
        TraceWrites.SetTag(connection, id, TraceKeys.ArtifactLocation, Location(experiment!, id));
        return TraceReader.Require(connection, id, server.Behavior);
    }

    /// <summary>Sets the tags and the metadata that a message of the older form has.</summary>
    public static void SetPairs(StoreConnection connection, string id, Message request)
    {
        foreach (var pair in request.Parts("request_metadata"))
        {
            TraceWrites.SetMetadata(connection, id, pair.Text("key"), pair.Text("value"));
        }

        foreach (var tag in request.Parts("tags"))
        {
            TraceWrites.SetTag(connection, id, tag.Text("key"), tag.Text("value"));
        }
    }

    /// <summary>Where the artifacts of a trace are.</summary>
    public static string Location(ExperimentState experiment, string id) =>
        ArtifactLocation.OfRun(experiment.Location, id.Length == 0 ? "traces" : $"traces/{id}");

    private static ExperimentState? Experiment(StoreConnection connection, string? id, Behavior behavior) =>
        id is null ? null : ExperimentState.RequireActive(connection, ExperimentId.Parse(id, behavior));

    private static void AddTokens(StoreConnection connection, string id, string? usage)
    {
        foreach (var (key, value) in TokenCounts.Parse(usage).Where(pair => Tokens.Contains(pair.Key)))
        {
            TraceWrites.SetMetric(connection, id, key, value);
        }
    }
}
