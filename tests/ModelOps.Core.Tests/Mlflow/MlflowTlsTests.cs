using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class MlflowTlsTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestCertificates _authority = new("Toolkit test authority");
    private readonly TestCertificates _other = new("Another authority");

    [Fact]
    public async Task A_private_authority_is_trusted_when_it_is_named()
    {
        await using var server = await MlflowServer.StartAsync(new() { Certificate = _authority.Issue("server") });
        Assert.Null(await CallAsync(server, new() { ["MLFLOW_TRACKING_SERVER_CERT_PATH"] = Write("ca.pem", _authority.Authority.ExportCertificatePem()) }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_of_an_unknown_authority_is_refused_without_a_second_try(bool namesAnother)
    {
        await using var server = await MlflowServer.StartAsync(new() { Certificate = _authority.Issue("server") });
        var environment = new TestEnvironment();
        if (namesAnother)
        {
            environment["MLFLOW_TRACKING_SERVER_CERT_PATH"] = Write("other.pem", _other.Authority.ExportCertificatePem());
        }

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => CallAsync(server, environment));
        Assert.Equal("MOP2110", failure.Diagnostics[0].Code);
        Assert.Contains("the certificate 'CN=server' of 127.0.0.1, issued by 'CN=Toolkit test authority', is not trusted: its authority is none that is trusted here", failure.Message, StringComparison.Ordinal);
        Assert.Contains("tried 1 time:", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Checks_can_be_turned_off()
    {
        await using var server = await MlflowServer.StartAsync(new() { Certificate = _authority.Issue("server") });
        Assert.Null(await CallAsync(server, new() { ["MLFLOW_TRACKING_INSECURE_TLS"] = "true" }));
    }

    [Fact]
    public async Task The_client_shows_its_certificate()
    {
        using var client = _authority.Issue("client");
        await using var server = await MlflowServer.StartAsync(new() { Certificate = _authority.Issue("server"), ClientThumbprint = client.Thumbprint });
        var environment = new TestEnvironment
        {
            ["MLFLOW_TRACKING_SERVER_CERT_PATH"] = Write("ca.pem", _authority.Authority.ExportCertificatePem()),
            ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0",
        };
        await Assert.ThrowsAsync<ModelOpsException>(() => CallAsync(server, environment));
        Assert.Empty(server.Requests);
        environment["MLFLOW_TRACKING_CLIENT_CERT_PATH"] = Write("client.pem", TestCertificates.Pem(client));
        Assert.Null(await CallAsync(server, environment));
    }

    [Theory]
    [InlineData("MLFLOW_TRACKING_SERVER_CERT_PATH")]
    [InlineData("MLFLOW_TRACKING_CLIENT_CERT_PATH")]
    public async Task A_file_without_certificate_is_bad_input(string variable)
    {
        var environment = new TestEnvironment { [variable] = Write("not.pem", "nothing here") };
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MlflowFixture.OpenAsync("https://127.0.0.1:1", environment));
        Assert.Equal("MOP0002", failure.Diagnostics[0].Code);
        Assert.Contains(variable, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _other.Dispose();
        _directory.Dispose();
    }

    private static async Task<string?> CallAsync(MlflowServer server, TestEnvironment environment)
    {
        environment["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0";
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, environment);
        return await catalog.Tracking.FindExperimentAsync("x", CancellationToken.None);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_directory.File(name), text);
        return _directory.File(name);
    }
}
