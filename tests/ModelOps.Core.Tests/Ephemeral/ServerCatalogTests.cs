using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Hosting;
using ModelOps.Core.Tests.Mlflow;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Ephemeral;

public sealed class ServerCatalogTests
{
    [Fact]
    public async Task A_shared_server_gets_a_schema_of_this_run_with_an_expiry_in_the_create_requests()
    {
        await using var lab = await EphemeralLab.StartAsync();
        await using var catalog = await EphemeralLab.OpenAsync(lab.Context());
        await using var other = await EphemeralLab.OpenAsync(lab.Context());

        var model = lab.Server.State.Models[catalog.Variables["MODELOPS_MODEL"]];
        Assert.Matches(@"\Astaging\.pr_481_[a-z0-9]{10}\.churn\z", model.Name);
        Assert.Equal(("staging", model.Name.Split('.')[1]), (catalog.Variables["MODELOPS_CATALOG"], catalog.Variables["MODELOPS_SCHEMA"]));
        Assert.NotEqual(catalog.Variables["MODELOPS_SCHEMA"], other.Variables["MODELOPS_SCHEMA"]);
        Assert.Equal((lab.Server.Url, lab.Server.Url), (catalog.Variables["MLFLOW_TRACKING_URI"], catalog.Variables["MLFLOW_REGISTRY_URI"]));

        var experiment = lab.Server.State.Experiments.Single(candidate => candidate.Name == catalog.Variables["MLFLOW_EXPERIMENT_NAME"]);
        var expires = DateTimeOffset.Parse(model.Tags["modelops.expires"], CultureInfo.InvariantCulture);
        Assert.Equal(model.Tags["modelops.expires"], experiment.Tags["modelops.expires"]);
        Assert.InRange(expires - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        Assert.Empty(lab.Server.RequestsTo("POST", "/registered-models/set-tag"));
    }

    [Fact]
    public async Task All_that_lies_in_the_schema_is_removed_at_the_end_and_nothing_else()
    {
        await using var lab = await EphemeralLab.StartAsync();
        await using var client = await lab.ConnectAsync();
        await Registered.VersionAsync(client);
        var context = lab.Context();
        var catalog = await EphemeralLab.OpenAsync(context);
        var prefix = catalog.Variables["MODELOPS_MODEL"][..^"churn".Length];
        var lookalike = ModelName.Parse(prefix.Replace('_', 'x') + "churn");
        await client.Registry.EnsureModelAsync(lookalike, "", default);
        await client.Registry.EnsureModelAsync(ModelName.Parse(prefix + "features"), "", default);
        var run = await client.Tracking.CreateRunAsync(
            new((await client.Tracking.FindExperimentAsync(catalog.Variables["MLFLOW_EXPERIMENT_NAME"], default))!, "r", TimeProvider.System.GetUtcNow(), []), default);
        var draft = new VersionDraft { Model = ModelName.Parse(prefix + "churn"), RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] };
        await client.Registry.AddVersionAsync(draft, Registered.Content(), default);
        await client.Registry.MoveAliasAsync(new(draft.Model, AliasName.Champion, 1, null), default);
        await client.Tracking.EnsureExperimentAsync($"modelops/{draft.Model}", default);
        lab.Server.ForgetRequests();

        await catalog.DisposeAsync();
        await catalog.DisposeAsync();

        Assert.Equal(["staging.churn", lookalike.Value], lab.Server.State.Models.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Default", "modelops/staging.churn"], lab.Server.State.Experiments.Where(experiment => !experiment.IsDeleted).Select(experiment => experiment.Name));
        Assert.Empty(context.Diagnostics);

        var changes = lab.Server.Requests.Where(request => request.Method != "GET").Select(request => request.Path["/api/2.0/mlflow/".Length..]).ToList();
        Assert.Equal("registered-models/set-tag", changes[0]);
        Assert.Contains("features", lab.Server.RequestsTo("POST", "/registered-models/set-tag")[0].Body, StringComparison.Ordinal);
        Assert.True(changes.IndexOf("registered-models/alias") < changes.IndexOf("model-versions/delete"));
    }

    [Fact]
    public async Task A_ledger_is_removed_wherever_the_environment_has_it()
    {
        await using var lab = await EphemeralLab.StartAsync();
        lab.Ledger = new() { Experiment = "team/{model}" };
        await using var client = await lab.ConnectAsync();
        var context = lab.Context();
        var catalog = await EphemeralLab.OpenAsync(context);
        var model = catalog.Variables["MODELOPS_MODEL"];
        await client.Tracking.EnsureExperimentAsync($"team/{model}", default);
        await client.Tracking.EnsureExperimentAsync($"modelops/{model}", default);
        await client.Tracking.EnsureExperimentAsync("team/other", default);

        await catalog.DisposeAsync();

        Assert.Equal(["Default", "team/other"], lab.Server.State.Experiments.Where(experiment => !experiment.IsDeleted).Select(experiment => experiment.Name));
        Assert.Empty(context.Diagnostics);
    }

    [Fact]
    public async Task A_server_that_answers_no_question_is_not_cleaned_up()
    {
        await using var lab = await EphemeralLab.StartAsync();
        var context = lab.Context();
        lab.Server.Faults.Add(new("GET /api/2.0/mlflow/registered-models/get", FaultMode.StatusBefore) { Status = 403, Times = int.MaxValue });

        await Assert.ThrowsAsync<ModelOpsException>(() => EphemeralLab.OpenAsync(context));

        Assert.Empty(context.Diagnostics);
        Assert.All(lab.Server.Requests, request => Assert.EndsWith("/registered-models/get", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_clean_up_runs_after_cancellation_and_warns_when_the_server_refuses()
    {
        await using var lab = await EphemeralLab.StartAsync();
        using var source = new CancellationTokenSource();
        var context = lab.Context();
        var catalog = await EphemeralLab.OpenAsync(context, source.Token);
        await source.CancelAsync();
        lab.Server.Faults.Add(new("DELETE /api/2.0/mlflow/registered-models/delete", FaultMode.StatusBefore) { Status = 403, Times = int.MaxValue });

        await catalog.DisposeAsync();

        var warning = Assert.Single(context.Diagnostics);
        Assert.Equal((SandboxDiagnostics.LeftBehind, Severity.Warning), (warning.Descriptor, warning.Severity));
        Assert.Contains("modelops clean", warning.Message, StringComparison.Ordinal);
        Assert.Contains(catalog.Variables["MODELOPS_SCHEMA"], warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalog_that_is_half_made_is_removed_again()
    {
        await using var lab = await EphemeralLab.StartAsync();
        lab.Server.Faults.Add(new("POST /api/2.0/mlflow/experiments/create", FaultMode.StatusBefore) { Status = 403, Times = int.MaxValue });

        await Assert.ThrowsAsync<ModelOpsException>(() => EphemeralLab.OpenAsync(lab.Context()));

        Assert.NotEmpty(lab.Server.RequestsTo("POST", "/registered-models/create"));
        Assert.Empty(lab.Server.State.Models);
    }

    [Fact]
    public async Task Only_the_credentials_of_the_server_are_handed_on()
    {
        await using var lab = await EphemeralLab.StartAsync();
        lab.Variables["MLFLOW_TRACKING_TOKEN"] = "t0ken";
        lab.Variables["AWS_SECRET_ACCESS_KEY"] = "other";
        await using var catalog = await EphemeralLab.OpenAsync(lab.Context());

        Assert.Equal("t0ken", catalog.Variables["MLFLOW_TRACKING_TOKEN"]);
        Assert.DoesNotContain("other", catalog.Variables.Values);
    }

    [Fact]
    public async Task A_pull_request_that_is_not_trusted_gets_a_sandbox_and_never_the_server()
    {
        await using var lab = await EphemeralLab.StartAsync(new BuildInfo { PullRequest = "481", IsPullRequest = true, IsUntrusted = true });
        lab.Variables["MLFLOW_TRACKING_TOKEN"] = "t0ken";
        var context = lab.Context();
        await using var catalog = await EphemeralLab.OpenAsync(context);

        Assert.Empty(lab.Server.Requests);
        Assert.StartsWith("http://127.0.0.1:", catalog.Variables["MLFLOW_TRACKING_URI"], StringComparison.Ordinal);
        Assert.NotEqual(lab.Server.Url, catalog.Variables["MLFLOW_TRACKING_URI"]);
        Assert.Equal(("staging.health.churn", "staging", "health"), (catalog.Variables["MODELOPS_MODEL"], catalog.Variables["MODELOPS_CATALOG"], catalog.Variables["MODELOPS_SCHEMA"]));
        Assert.DoesNotContain("t0ken", catalog.Variables.Values);
        Assert.Equal(SandboxDiagnostics.Untrusted, Assert.Single(context.Diagnostics).Descriptor);

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.Equal("OK", await client.GetStringAsync($"{catalog.Variables["MLFLOW_TRACKING_URI"]}/health"));
        await catalog.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync($"{catalog.Variables["MLFLOW_TRACKING_URI"]}/health"));
    }
}
