using System.Text.Json.Nodes;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Calls on experiments and runs.</summary>
internal sealed class TrackingCalls(MlflowState state, MlflowServerOptions options)
{
    // Its runs are deleted with an experiment.
    private bool IsDeleted(string experiment) => state.Experiments.Exists(candidate => candidate.Id == experiment && candidate.IsDeleted);

    private static readonly string[] Statuses = ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"];

    public JsonObject CreateExperiment(MlflowRequest request)
    {
        var name = request.Text("name");
        if (name.Length > 500)
        {
            throw MlflowFault.Invalid("'name' exceeds the maximum length of 500 characters");
        }

        if (state.Experiments.Exists(experiment => experiment.Name == name))
        {
            throw MlflowFault.Exists($"Experiment(name={name}) already exists.");
        }

        var created = new StoredExperiment { Id = $"{state.Experiments.Count}", Name = name, Tags = new(request.Tags(5000), StringComparer.Ordinal) };
        state.Experiments.Add(created);
        return new() { ["experiment_id"] = created.Id };
    }

    public JsonObject FindExperiment(MlflowRequest request)
    {
        var name = request.Text("experiment_name");
        var found = state.Experiments.Find(experiment => experiment.Name == name) ?? throw MlflowFault.Missing($"Could not find experiment with name '{name}'");
        return new() { ["experiment"] = Show(found) };
    }

    public JsonObject GetExperiment(MlflowRequest request) => new() { ["experiment"] = Show(Experiment(request.Text("experiment_id"))) };

    public JsonObject SearchExperiments(MlflowRequest request)
    {
        var filter = SearchPage.Filter(request.OptionalText("filter"), "name");
        var found = state.Experiments
            .Where(experiment => !experiment.IsDeleted
                && filter.All(comparison => comparison.IsTag || comparison.Fits(experiment.Name)) && SearchPage.Fits(filter, experiment.Tags))
            .ToList();
        var (items, next) = SearchPage.Cut(found, request, 0, 50_000, options.MaxPage);
        return Page("experiments", [.. items.Select(Show)], next);
    }

    public JsonObject DeleteExperiment(MlflowRequest request)
    {
        var experiment = Experiment(request.Text("experiment_id"));
        experiment.IsDeleted = experiment.IsDeleted ? throw MlflowFault.Missing($"No Experiment with id={experiment.Id} exists") : true;
        return [];
    }

    public JsonObject CreateRun(MlflowRequest request)
    {
        var experiment = request.Text("experiment_id");
        if (!state.Experiments.Exists(candidate => candidate.Id == experiment))
        {
            throw MlflowFault.Missing($"No Experiment with id={experiment} exists");
        }

        var id = Guid.NewGuid().ToString("N");
        var name = request.OptionalText("run_name") ?? "nosy-shoat-36";
        var run = new StoredRun
        {
            Id = id,
            ExperimentId = experiment,
            Name = name,
            StartTime = request.Number("start_time") ?? 0,
            ArtifactUri = $"{options.ArtifactRoot}/{experiment}/{id}/artifacts",
            Tags = new(request.Tags(8000), StringComparer.Ordinal),
        };
        if (run.Tags.TryGetValue("mlflow.runName", out var tagged) && tagged != name)
        {
            throw MlflowFault.Invalid("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values.");
        }

        run.Tags["mlflow.runName"] = name;
        state.Runs.Add(run);
        return new() { ["run"] = Show(run) };
    }

    public JsonObject GetRun(MlflowRequest request) => new() { ["run"] = Show(state.Run(request.Text("run_id"))) };

    public JsonObject SearchRuns(MlflowRequest request)
    {
        var filter = SearchPage.Filter(request.OptionalText("filter"));
        var experiments = request.Texts("experiment_ids");
        var found = state.Runs
            .Where(run => experiments.Contains(run.ExperimentId) && !IsDeleted(run.ExperimentId) && SearchPage.Fits(filter, run.Tags))
            .OrderByDescending(run => run.StartTime).ThenBy(run => run.Id, StringComparer.Ordinal)
            .ToList();
        var (items, next) = SearchPage.Cut(found, request, 1000, 50_000, options.MaxPage);
        return Page("runs", [.. items.Select(Show)], next);
    }

    public JsonObject LogBatch(MlflowRequest request)
    {
        var run = state.Run(request.Text("run_id"));
        var tags = request.Tags(8000);
        if (tags.Count > 100)
        {
            throw MlflowFault.Invalid("A batch logging request can contain at most 100 tags.");
        }

        var (metrics, parameters) = (request.Metrics(), request.Pairs("params", 6000));
        if (metrics.Count > 1000 || parameters.Count > 100)
        {
            throw MlflowFault.Invalid("A batch logging request can contain at most 1000 metrics and 100 params.");
        }

        if (parameters.Any(parameter => run.Parameters.TryGetValue(parameter.Key, out var value) && value != parameter.Value))
        {
            throw MlflowFault.Invalid("Changing param values is not allowed.");
        }

        foreach (var (key, value) in parameters)
        {
            run.Parameters[key] = value;
        }

        foreach (var (key, value) in metrics)
        {
            run.Metrics[key] = value;
        }

        foreach (var (key, value) in tags)
        {
            run.Tags[key] = value;
        }

        return [];
    }

    public JsonObject UpdateRun(MlflowRequest request)
    {
        var run = state.Run(request.Text("run_id"));
        if (request.OptionalText("status") is { } status)
        {
            run.Status = Statuses.Contains(status) ? status : throw MlflowFault.Invalid($"The test server refuses the status '{status}'.");
        }

        run.EndTime = request.Number("end_time") ?? run.EndTime;
        return new() { ["run_info"] = Show(run)["info"]!.DeepClone() };
    }

    internal static JsonArray ShowTags(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })];

    // Empty lists are left out, not written.
    internal static JsonObject Page(string name, JsonArray items, string? next)
    {
        var page = new JsonObject();
        if (items.Count > 0)
        {
            page[name] = items;
        }

        if (next is not null)
        {
            page["next_page_token"] = next;
        }

        return page;
    }

    private StoredExperiment Experiment(string id) =>
        state.Experiments.Find(experiment => experiment.Id == id) ?? throw MlflowFault.Missing($"No Experiment with id={id} exists");

    private JsonObject Show(StoredExperiment experiment)
    {
        var shown = new JsonObject
        {
            ["experiment_id"] = experiment.Id,
            ["name"] = experiment.Name,
            ["artifact_location"] = $"{options.ArtifactRoot}/{experiment.Id}",
            ["lifecycle_stage"] = experiment.IsDeleted ? "deleted" : "active",
            ["last_update_time"] = 1_700_000_000_000,
            ["creation_time"] = 1_700_000_000_000,
        };
        if (experiment.Tags.Count > 0)
        {
            shown["tags"] = ShowTags(experiment.Tags);
        }

        return shown;
    }

    private static JsonObject Show(StoredRun run)
    {
        var info = new JsonObject
        {
            ["run_uuid"] = run.Id,
            ["experiment_id"] = run.ExperimentId,
            ["run_name"] = run.Name,
            ["user_id"] = "",
            ["status"] = run.Status,
            ["start_time"] = run.StartTime,
            ["artifact_uri"] = run.ArtifactUri,
            ["lifecycle_stage"] = "active",
            ["run_id"] = run.Id,
        };
        if (run.EndTime is { } end)
        {
            info["end_time"] = end;
        }

        var data = new JsonObject { ["tags"] = ShowTags(run.Tags) };
        if (run.Parameters.Count > 0)
        {
            data["params"] = ShowTags(run.Parameters);
        }

        if (run.Metrics.Count > 0)
        {
            data["metrics"] = new JsonArray([.. run.Metrics.Select(metric => new JsonObject { ["key"] = metric.Key, ["value"] = metric.Value.DeepClone(), ["timestamp"] = 0, ["step"] = 0 })]);
        }

        return new() { ["info"] = info, ["data"] = data, ["inputs"] = new JsonObject() };
    }
}
