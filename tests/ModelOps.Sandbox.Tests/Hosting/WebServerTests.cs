using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ModelOps.Sandbox.Tests.Hosting;

public sealed class WebServerTests
{
    private const string Search = "/api/2.0/mlflow/experiments/get?experiment_id=0";

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost:5000", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("[::1]:80", true)]
    [InlineData("10.1.2.3:80", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("192.168.0.7", true)]
    [InlineData("mlflow.corp.example:8080", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("10.evil.example.com", false)]
    [InlineData("192.168.evil.example.com", false)]
    [InlineData("localhost.evil.example.com", false)]
    [InlineData("evil.example.com", false)]
    public async Task Only_this_machine_private_addresses_and_named_hosts_are_served(string host, bool isServed)
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.AllowedHosts = ["mlflow.corp.example"]);

        Assert.Equal(isServed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusAsync(lab, "GET", Search, host));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(lab, "GET", "/health", host));
    }

    [Theory]
    [InlineData("GET", Search, HttpStatusCode.OK)]
    [InlineData("POST", "/api/2.0/mlflow/experiments/search", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/2.0/mlflow-artifacts/artifacts", HttpStatusCode.Forbidden)]
    public async Task A_server_of_release_2_lets_foreign_hosts_read_the_api_and_nothing_else(string method, string path, HttpStatusCode status)
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.BehavesLike = "2.22");

        Assert.Equal(status, await StatusAsync(lab, method, path, "evil.example.com"));
    }

    [Fact]
    public async Task A_preflight_of_this_machine_is_answered()
    {
        await using var lab = await SandboxLab.StartAsync();
        using var request = lab.Request("OPTIONS", "/api/2.0/mlflow/experiments/search");
        request.Headers.Add("Origin", "http://localhost:3000");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var response = await lab.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("http://localhost:3000", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("HEAD", "/health")]
    [InlineData("HEAD", Search)]
    public async Task A_head_is_a_get_without_its_body(string method, string path)
    {
        await using var lab = await SandboxLab.StartAsync();
        using var response = await lab.SendAsync(method, path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET /api/2.0/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("POST /api/2.0/mlflow/runs/create HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{")]
    [InlineData("POST /api/2.0/mlflow/runs/create HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n[[[[[[[[[")]
    public async Task A_malformed_request_gets_no_stack_trace(string request)
    {
        await using var lab = await SandboxLab.StartAsync();
        var server = new Uri(lab.Uri);
        using var socket = new TcpClient(server.Host, server.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_directory_of_a_killed_server_is_removed_and_that_of_a_running_one_stays()
    {
        using var parent = new TempDirectory();
        using var running = Sandbox.Hosting.ThrowAwayDirectory.Create(parent.Path);
        var killed = Directory.CreateDirectory(parent.File($"modelops-sandbox-{int.MaxValue / 4}-{Guid.NewGuid():N}"));
        if (!OperatingSystem.IsWindows())
        {
            killed.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        File.WriteAllText(Path.Combine(killed.FullName, "server.lock"), "");
        var other = Directory.CreateDirectory(parent.File("modelops-sandbox-notes"));

        Sandbox.Hosting.ThrowAwayDirectory.RemoveAbandoned(parent.Path);

        Assert.False(Directory.Exists(killed.FullName));
        Assert.True(Directory.Exists(running.Path));
        Assert.True(other.Exists);
    }

    private static async Task<HttpStatusCode> StatusAsync(SandboxLab lab, string method, string path, string host)
    {
        using var request = lab.Request(method, path, method == "POST" ? new StringContent("{}", Encoding.UTF8, "application/json") : null);
        request.Headers.Host = host;
        using var response = await lab.Client.SendAsync(request);
        return response.StatusCode;
    }
}
