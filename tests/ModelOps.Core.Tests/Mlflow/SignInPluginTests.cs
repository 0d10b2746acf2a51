using ModelOps.Abstractions.Diagnostics;
using ModelOps.Mlflow;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class SignInPluginTests
{
    private readonly List<Diagnostic> _reported = [];

    [Fact]
    public void A_plugin_of_the_Python_client_is_a_warning_that_says_what_to_set_instead()
    {
        Read(new() { ["MLFLOW_TRACKING_AUTH"] = "vault-canary", ["MLFLOW_TRACKING_TOKEN"] = "token" });
        var warning = Assert.Single(_reported);
        Assert.Equal(("MOP2101", Severity.Warning), (warning.Code, warning.Severity));
        Assert.All((string[])["MLFLOW_TRACKING_AUTH", "MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_USERNAME"], name => Assert.Contains(name, warning.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("canary", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_plugin_nothing_is_said()
    {
        Read(new() { ["MLFLOW_TRACKING_AUTH"] = "" });
        Assert.Empty(_reported);
    }

    [Theory]
    [InlineData(401, true)]
    [InlineData(403, false)]
    [InlineData(400, false)]
    public async Task Where_the_server_lets_nobody_in_the_plugin_is_named_again(int status, bool isNamed)
    {
        await using var fixture = await MlflowFixture.StartAsync(configure: environment => environment["MLFLOW_TRACKING_AUTH"] = "vault");
        fixture.Server.Faults.Add(new("/experiments/get-by-name", FaultMode.StatusBefore) { Status = status });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Tracking.FindExperimentAsync("x", CancellationToken.None));
        Assert.Equal(status switch { 400 => "MOP2003", 401 => "MOP2004", _ => "MOP2115" }, failure.Diagnostics[0].Code);
        Assert.Equal(isNamed, failure.Message.Contains("MLFLOW_TRACKING_AUTH", StringComparison.Ordinal));
    }

    private void Read(TestEnvironment environment) => MlflowSettingsReader.Read(new() { Environment = environment, Report = _reported.Add });
}
