using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class MlflowAuthTests
{
    private const string Canary = "canary-7f3a9c";

    private static readonly string Basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"ada:{Canary}"));

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("ada", null, null, null)]
    [InlineData(null, null, Canary, "Bearer " + Canary)]
    [InlineData("ada", null, Canary, "Bearer " + Canary)]
    [InlineData("ada", Canary, null, "basic")]
    [InlineData("ada", Canary, "other", "basic")]
    [InlineData("", Canary, "", null)]
    public async Task Credentials_come_from_the_variables_in_the_order_of_MLflow(string? user, string? password, string? token, string? expected)
    {
        var wanted = expected == "basic" ? Basic : expected;
        await using var server = await MlflowServer.StartAsync(new() { Authorization = wanted });
        var environment = new TestEnvironment();
        Set(environment, "MLFLOW_TRACKING_USERNAME", user);
        Set(environment, "MLFLOW_TRACKING_PASSWORD", password);
        Set(environment, "MLFLOW_TRACKING_TOKEN", token);
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, environment);
        Assert.Null(await catalog.Tracking.FindExperimentAsync("x", CancellationToken.None));
        Assert.Equal(wanted is not null, Assert.Single(server.Requests).HadAuthorization);
    }

    [Fact]
    public async Task Wrong_credentials_are_reported_once_and_never_shown()
    {
        await using var server = await MlflowServer.StartAsync(new() { Authorization = "Bearer right" });
        await using var catalog = await MlflowFixture.OpenAsync(
            server.Url, new() { ["MLFLOW_TRACKING_USERNAME"] = "ada", ["MLFLOW_TRACKING_PASSWORD"] = Canary });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.FindExperimentAsync("x", CancellationToken.None));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2004"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains("You are not authenticated", failure.Message, StringComparison.Ordinal);
        // The server repeats the header in its message.
        Assert.DoesNotContain(Canary, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Basic["Basic ".Length..], failure.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("http://ada:canary-7f3a9c@mlflow.example")]
    [InlineData("https://canary-7f3a9c@mlflow.example/x")]
    [InlineData("https://mlflow.example?token=canary-7f3a9c")]
    [InlineData("https://mlflow.example#canary-7f3a9c")]
    public async Task Credentials_in_the_URI_are_refused_and_not_shown(string uri)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MlflowFixture.OpenAsync(uri, []));
        Assert.Equal((ExitCode.BadInput, "MOP2001"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.DoesNotContain(Canary, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_variables_are_reported_at_once()
    {
        var environment = new TestEnvironment
        {
            ["MLFLOW_HTTP_REQUEST_TIMEOUT"] = "soon",
            ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "11",
            ["MLFLOW_TRACKING_INSECURE_TLS"] = "true",
            ["MLFLOW_TRACKING_SERVER_CERT_PATH"] = "/nowhere/ca.pem",
            ["MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD"] = "maybe",
            ["MLFLOW_TRACKING_TOKEN"] = $"{Canary}\nX: y",
            ["MLFLOW_WORKSPACE"] = "a\r\nX: y",
        };
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MlflowFixture.OpenAsync("https://mlflow.example", environment));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.Equal(
            ["MOP0002", "MOP0002", "MOP0002", "MOP0002", "MOP0002", "MOP0004", "MOP0005"],
            failure.Diagnostics.Select(diagnostic => diagnostic.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Canary, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workspace_goes_into_its_header()
    {
        await using var fixture = await MlflowFixture.StartAsync(configure: environment => environment["MLFLOW_WORKSPACE"] = "team-a");
        await fixture.Catalog.Tracking.FindExperimentAsync("x", CancellationToken.None);
        var headers = Assert.Single(fixture.Server.Requests).Headers;
        Assert.Equal("team-a", headers["X-MLFLOW-WORKSPACE"]);
        Assert.StartsWith("modelops/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.False(headers.ContainsKey("Origin"));
    }

    [Theory]
    [InlineData("GET", "/experiments/get-by-name")]
    [InlineData("POST", "/experiments/create")]
    [InlineData("PUT", "/mlflow-artifacts/artifacts/")]
    public async Task A_redirect_to_another_host_is_not_followed(string method, string path)
    {
        await using var canary = await MlflowServer.StartAsync();
        await using var fixture = await MlflowFixture.StartAsync(configure: environment => environment["MLFLOW_TRACKING_TOKEN"] = Canary);
        fixture.Server.Faults.Add(new(path, FaultMode.Redirect) { Location = $"{canary.Url}/api/2.0/steal?token=x", Times = int.MaxValue });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => Registered.VersionAsync(fixture.Catalog));
        Assert.Equal("MOP2005", failure.Diagnostics[0].Code);
        Assert.Contains("redirect", failure.Message, StringComparison.Ordinal);
        Assert.Contains(method, failure.Message, StringComparison.Ordinal);
        Assert.Empty(canary.Requests);
    }

    private static void Set(TestEnvironment environment, string name, string? value)
    {
        if (value is not null)
        {
            environment[name] = value;
        }
    }
}
