using System.Globalization;
using System.Text.Json.Nodes;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Seeds;

/// <summary>
/// Loads a seed into a server. What is there already stays as it is, and what is missing is added, so that a seed can be loaded again.
/// </summary>
/// <param name="server">The server.</param>
internal sealed class SeedLoader(ServerContext server)
{
    private const string DefaultExperiment = "0";

    private readonly RpcInvoker _calls = new(server);
    private readonly List<Diagnostic> _problems = [];

    /// <summary>Loads a seed.</summary>
    /// <exception cref="ModelOpsException">The server refuses parts of it (MOP5152): all of them.</exception>
    public async Task LoadAsync(Seed seed, CancellationToken cancellationToken)
    {
        foreach (var experiment in seed.Experiments)
        {
            await TryAsync(() => LoadExperimentAsync(experiment, cancellationToken), $"The experiment '{experiment.Name}'", experiment.Span);
        }

        foreach (var model in seed.Models)
        {
            await TryAsync(() => LoadModelAsync(model, cancellationToken), $"The registered model '{model.Name}'", model.Span);
        }

        if (_problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, _problems);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task TryAsync(Func<Task> load, string what, SourceSpan span)
    {
        try
        {
            await load();
        }
        catch (MlflowFault fault)
        {
            _problems.Add(SandboxDiagnostics.SeedRefused.At($"{what} was refused: {fault.Message}", span));
        }
    }

    private async Task LoadExperimentAsync(SeedExperiment experiment, CancellationToken cancellationToken)
    {
        var found = await _calls.FindAsync("experiments/get-by-name", new() { ["experiment_name"] = experiment.Name }, cancellationToken);
        var id = found?.GetProperty("experiment").GetProperty("experiment_id").GetString();
        if (id is null)
        {
            var made = await _calls.CallAsync(
                "POST", "experiments/create", new() { ["name"] = experiment.Name, ["tags"] = SeedRuns.Pairs(experiment.Tags) }, cancellationToken);
            id = made.GetProperty("experiment_id").GetString()!;
        }

        var runs = new SeedRuns(_calls, server);
        foreach (var run in experiment.Runs.Where(run => !HasRun(id, run.Name)))
        {
            await TryAsync(() => runs.AddAsync(id, run, cancellationToken), $"The run '{run.Name}'", run.Span);
        }

        var traces = new SeedTraces(_calls, server);
        foreach (var trace in experiment.Traces.Where(trace => !traces.Has(id, trace.Name)))
        {
            await TryAsync(() => traces.AddAsync(id, trace, cancellationToken), $"The trace '{trace.Name}'", trace.Span);
        }

        foreach (var (what, span, add) in new SeedEvaluationLoader(_calls, server).Missing(id, experiment, cancellationToken))
        {
            await TryAsync(add, what, span);
        }
    }

    private async Task LoadModelAsync(SeedModel model, CancellationToken cancellationToken)
    {
        if (await _calls.FindAsync("registered-models/get", new() { ["name"] = model.Name }, cancellationToken) is null)
        {
            await _calls.CallAsync(
                "POST",
                "registered-models/create",
                new() { ["name"] = model.Name, ["description"] = model.Description, ["tags"] = SeedRuns.Pairs(model.Tags) },
                cancellationToken);
        }

        // Deleted versions count: their numbers are never given again.
        foreach (var (index, version) in model.Versions.Index().Skip(CountVersions(model.Name)))
        {
            await TryAsync(() => AddVersionAsync(model.Name, index + 1, version, cancellationToken), $"Version {index + 1} of '{model.Name}'", version.Span);
        }

        foreach (var (alias, version) in model.Aliases)
        {
            await TryAsync(() => AddAliasAsync(model.Name, alias, version, cancellationToken), $"The alias '{alias}' of '{model.Name}'", model.Span);
        }
    }

    private async Task AddVersionAsync(string model, int number, SeedVersion version, CancellationToken cancellationToken)
    {
        var source = version.Source ?? string.Create(CultureInfo.InvariantCulture, $"mlflow-artifacts:/seed/{model}/{number}");
        var request = new JsonObject { ["name"] = model, ["description"] = version.Description, ["tags"] = SeedRuns.Pairs(version.Tags) };
        var holder = version.Directory is null ? null : new SeedRun("seed", "FINISHED", [], [], [], version.Span);
        if ((version.Run ?? holder) is { } run)
        {
            var (id, location) = await new SeedRuns(_calls, server).AddAsync(DefaultExperiment, run, cancellationToken);
            request["run_id"] = id;
            source = version.Source ?? $"{location}/model";
            if (version.Directory is not null)
            {
                SeedUpload.Copy(server, version.Directory, source, cancellationToken);
            }
        }

        request["source"] = source;
        await _calls.CallAsync("POST", "model-versions/create", request, cancellationToken);
        if (version.Stage is { } stage)
        {
            await _calls.CallAsync(
                "POST",
                "model-versions/transition-stage",
                new() { ["name"] = model, ["version"] = Text(number), ["stage"] = stage, ["archive_existing_versions"] = false },
                cancellationToken);
        }
    }

    private async Task AddAliasAsync(string model, string alias, int version, CancellationToken cancellationToken)
    {
        if (await _calls.FindAsync("registered-models/alias", new() { ["name"] = model, ["alias"] = alias }, cancellationToken) is null)
        {
            await _calls.CallAsync(
                "POST", "registered-models/alias", new() { ["name"] = model, ["alias"] = alias, ["version"] = Text(version) }, cancellationToken);
        }
    }

    private bool HasRun(string experimentId, string name) => server.Store.Read(connection => connection.Scalar(
        "SELECT 1 FROM runs WHERE experiment_id = CAST($experiment AS INTEGER) AND name = $name",
        ("$experiment", experimentId), ("$name", name))) is not null;

    private int CountVersions(string model) => Convert.ToInt32(
        server.Store.Read(connection => connection.Scalar("SELECT COALESCE(MAX(version), 0) FROM model_versions WHERE name = $name", ("$name", model))),
        CultureInfo.InvariantCulture);
}
