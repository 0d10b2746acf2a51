using System.Net;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Mlflow;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>Each way in which a call gets no answer, or one that is not the server's, has its own words and its own fix.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_port_without_TLS_is_said_at_the_first_try()
    {
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "400 Bad Request", []));
        var failure = await FailAsync($"https://127.0.0.1:{server.Port}");
        Assert.Equal("MOP2111", failure.Diagnostics[0].Code);
        Assert.Contains("tried 1 time", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("see inner exception", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_is_closed_at_once_is_said()
    {
        await using var server = new HostileServer((_, _) => Task.CompletedTask);
        Assert.Equal("MOP2112", (await FailAsync(server.Url)).Diagnostics[0].Code);
    }

    [Fact]
    public async Task So_is_what_is_no_HTTP()
    {
        await using var server = new HostileServer((_, stream) => stream.WriteAsync(new byte[] { 0x15, 3, 1, 0, 2, 2, 70 }).AsTask());
        Assert.Equal("MOP2112", (await FailAsync(server.Url)).Diagnostics[0].Code);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_has_a_code_of_its_own() =>
        Assert.Equal("MOP2113", (await FailAsync("http://no-such-host.invalid")).Diagnostics[0].Code);

    [Theory]
    [InlineData("401 Unauthorized", "You are not authenticated", "MOP2004", true)]
    [InlineData("403 Forbidden", "Permission denied", "MOP2004", true)]
    [InlineData("403 Forbidden", """{"error_code":"PERMISSION_DENIED","message":"no"}""", "MOP2004", true)]
    [InlineData("403 Forbidden", "<h1>403 Forbidden by corporate proxy</h1>", "MOP2115", false)]
    [InlineData("403 Forbidden", "Invalid Host header - possible DNS rebinding attack detected", "MOP2116", false)]
    [InlineData("407 Proxy Authentication Required", "", "MOP2114", false)]
    [InlineData("413 Content Too Large", "", "MOP2118", false)]
    [InlineData("431 Request Header Fields Too Large", "", "MOP2118", false)]
    [InlineData("503 Service Unavailable", "Endpoint disabled due to the mlflow server running with `--no-serve-artifacts`.", "MOP2117", false)]
    [InlineData("404 Not Found", "Endpoint disabled due to the mlflow server running with `--no-serve-artifacts`.", "MOP2117", false)]
    public async Task A_refusal_has_its_kind_and_is_not_repeated(string status, string body, string code, bool isAboutTokens)
    {
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, status, Encoding.UTF8.GetBytes(body), "Server: squid/5.7\r\n"));
        var failure = await FailAsync(server.Url);
        Assert.Equal((ExitCode.RemoteFailure, code), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Equal(isAboutTokens, failure.Message.Contains("MLFLOW_TRACKING_TOKEN", StringComparison.Ordinal));
        Assert.Equal(!body.StartsWith('{'), failure.Message.Contains("It calls itself squid/5.7.", StringComparison.Ordinal));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_fails_for_a_while_is_tried_again_all_the_same()
    {
        await using var server = new HostileServer((_, stream) => HostileServer.WriteAsync(stream, "503 Service Unavailable", "busy"u8.ToArray()));
        Assert.Equal("MOP2003", (await FailAsync(server.Url)).Diagnostics[0].Code);
        Assert.Equal(8, server.Requests.Count);
    }

    [Theory]
    [InlineData("HTTP/1.1 403 Forbidden", 1)]
    [InlineData("HTTP/1.1 502 Bad Gateway", 3)]
    public async Task A_proxy_that_opens_no_tunnel_is_named_and_asked_again_only_where_that_may_help(string status, int tries)
    {
        await using var proxy = new HostileServer((_, stream) => stream.WriteAsync(Encoding.ASCII.GetBytes($"{status}\r\nContent-Length: 0\r\n\r\n")).AsTask());
        using var transport = Through(proxy);
        var failure = await Assert.ThrowsAsync<HttpCallException>(() => transport.SendAsync(new(HttpMethod.Get, new("https://mlflow.example/x"), Repeat.Always), CancellationToken.None));
        Assert.Equal((FailureKind.Proxy, tries), (failure.Kind, failure.Tries));
        Assert.Contains($"127.0.0.1:{proxy.Port}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(status.Split(' ')[1], failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", "127.0.0.0/8", true)]
    [InlineData("http://10.1.2.3", "localhost, 10.9.9.9/8", true)]
    [InlineData("http://10.1.2.3", "192.168.0.0/16", false)]
    [InlineData("http://[fd12::1]/", "fd00::/8", true)]
    [InlineData("http://mlflow.example", "0.0.0.0/0", false)]
    [InlineData("http://10.1.2.3", "10.0.0.0/x,/8,10.0.0.0/33,/", false)]
    [InlineData("http://10.1.2.3", null, false)]
    public void Ranges_of_no_proxy_are_read(string destination, string? noProxy, bool isBypassed)
    {
        var choice = new ProxyChoice(new WebProxy("http://user:secret@proxy.example:3128"), noProxy);
        Assert.Equal(isBypassed, choice.IsBypassed(new(destination)));
        Assert.Equal(isBypassed ? null : "http://proxy.example:3128", choice.Describe(new(destination)));
    }

    [Fact]
    public async Task The_authorities_of_Pythons_client_count_where_MLflow_names_none()
    {
        using var authority = new TestCertificates("Company");
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("ca.pem"), authority.Authority.ExportCertificatePem());
        foreach (var bundle in (string[])[directory.File("ca.pem"), directory.Path])
        {
            var settings = MlflowSettingsReader.Read(new() { Environment = new TestEnvironment { ["REQUESTS_CA_BUNDLE"] = bundle } });
            Assert.Equal(authority.Authority.Thumbprint, Assert.Single(settings.Http.ServerCertificates!).Thumbprint);
        }

        Assert.Null(MlflowSettingsReader.Read(new() { Environment = new TestEnvironment { ["REQUESTS_CA_BUNDLE"] = "/no/such", ["MLFLOW_TRACKING_INSECURE_TLS"] = "true" } }).Http.ServerCertificates);
    }

    private static HttpTransport Through(HostileServer proxy) =>
        new(new() { Backoff = TimeSpan.Zero, MaxRetries = 2, Proxy = new(new WebProxy(proxy.Url), noProxy: null) }, TimeProvider.System);

    private static async Task<ModelOpsException> FailAsync(string url)
    {
        await using var catalog = await MlflowFixture.OpenAsync(url, new TestEnvironment { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0" });
        return await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.FindExperimentAsync("e", CancellationToken.None));
    }
}
