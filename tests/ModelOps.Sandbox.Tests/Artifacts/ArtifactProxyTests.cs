using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Artifacts;

public sealed class ArtifactProxyTests
{
    private const string Proxy = "/api/2.0/mlflow-artifacts/artifacts";

    [Fact]
    public async Task What_was_put_is_got_listed_and_deleted()
    {
        await using var lab = await SandboxLab.StartAsync();
        using var put = await lab.PutAsync("1/run/artifacts/a%20b%C3%A9.txt", "hello");
        using var got = await lab.GetAsync("1/run/artifacts/a%20b%C3%A9.txt");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("hello", await got.Content.ReadAsStringAsync());
        Assert.Equal("a bé.txt", got.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("a b\\u00e9.txt", await (await lab.SendAsync("GET", Proxy + "?path=1/run/artifacts")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var deleted = await lab.SendAsync("DELETE", Proxy + "/1/run");
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lab.GetAsync("1/run/artifacts/a%20b%C3%A9.txt")).StatusCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(lab.Partials));
    }

    [Theory]
    [InlineData("..%2Fmlflow.db")]
    [InlineData("../mlflow.db")]
    [InlineData("%2e%2e/mlflow.db")]
    [InlineData("%252e%252e/mlflow.db")]
    [InlineData("%25252e%25252e%25252fmlflow.db")]
    [InlineData("a/..%5c..%5cmlflow.db")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("C:%5cWindows%5cwin.ini")]
    [InlineData("C:/Windows/win.ini")]
    [InlineData("%5c%5chost%5cshare%5cx")]
    [InlineData("file:%2f%2f%2fetc%2fpasswd")]
    [InlineData("a%23b")]
    [InlineData("a/NUL")]
    [InlineData("com1.txt")]
    [InlineData(".partial/x")]
    [InlineData(".PARTIAL/x")]
    [InlineData("a%01b")]
    [InlineData("C:x")]
    [InlineData("s3:%2f%2fbucket%2fx")]
    [InlineData("a/x.txt::$DATA")]
    [InlineData("~/../../mlflow.db")]
    [InlineData("a/.%2e./..%2f..%2fmlflow.db")]
    [InlineData("a%E2%80%AEtxt.exe")]
    public async Task A_hostile_path_is_refused_by_every_call(string path)
    {
        await using var lab = await SandboxLab.StartAsync();
        var run = await lab.CallAsync("POST", "/api/2.0/mlflow/runs/create", """{"experiment_id": "0"}""");
        var runId = run.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString();
        var canary = await File.ReadAllBytesAsync(lab.StoreFile);
        var twice = Uri.EscapeDataString(path);

        HttpResponseMessage[] answers =
        [
            await lab.PutAsync(path, "x"),
            await lab.GetAsync(path),
            await lab.SendAsync("HEAD", $"{Proxy}/{path}"),
            await lab.SendAsync("DELETE", $"{Proxy}/{path}"),
            await lab.SendAsync("GET", $"{Proxy}?path={twice}"),
            await lab.SendAsync("GET", $"/get-artifact?run_id={runId}&path={twice}"),
            await lab.SendAsync("GET", $"/api/2.0/mlflow/artifacts/list?run_id={runId}&path={twice}"),
            await lab.SendAsync("POST", $"/ajax-api/2.0/mlflow/upload-artifact?run_uuid={runId}&path={twice}", new StringContent("x")),
        ];

        // Where empty parts are taken out of a path, the caller is sent to what remains, which is below the root.
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.PermanentRedirect }));
        Assert.Contains("Invalid path", await answers[4].Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["mlflow.db"], Directory.EnumerateFiles(lab.Root).Select(Path.GetFileName).Where(name => name!.EndsWith(".db", StringComparison.Ordinal)));
        Assert.Equal(canary.Length, new FileInfo(lab.StoreFile).Length);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(5000)]
    public async Task A_name_that_no_disk_takes_is_refused(int length)
    {
        await using var lab = await SandboxLab.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await lab.PutAsync(new('a', length), "x")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lab.GetAsync(new('a', length))).StatusCode);
    }

    [UnixFact]
    public async Task A_link_below_the_root_is_not_followed()
    {
        await using var lab = await SandboxLab.StartAsync();
        (await lab.PutAsync("1/a.txt", "x")).Dispose();
        var outside = Directory.CreateDirectory(Path.Combine(lab.Root, "outside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, "canary"), "secret");
        Directory.CreateSymbolicLink(Path.Combine(lab.Artifacts, "1", "link"), outside);

        Assert.Equal(HttpStatusCode.BadRequest, (await lab.GetAsync("1/link/canary")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lab.PutAsync("1/link/new", "x")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lab.SendAsync("DELETE", Proxy + "/1/link/canary")).StatusCode);
        Assert.DoesNotContain("link", await (await lab.SendAsync("GET", Proxy + "?path=1")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await lab.SendAsync("DELETE", Proxy + "/1")).StatusCode);
        Assert.Equal(["canary"], Directory.EnumerateFileSystemEntries(outside).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_path_below_a_file_is_refused_and_the_file_stays()
    {
        await using var lab = await SandboxLab.StartAsync();
        (await lab.PutAsync("1/a", "x")).Dispose();

        Assert.Equal(HttpStatusCode.BadRequest, (await lab.PutAsync("1/a/b", "y")).StatusCode);
        Assert.Equal("x", await (await lab.GetAsync("1/a")).Content.ReadAsStringAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(lab.Partials));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var lab = await SandboxLab.StartAsync();
        var server = new Uri(lab.Uri);
        using (var socket = new TcpClient(server.Host, server.Port))
        {
            var head = $"PUT {Proxy}/1/half.bin HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Length: 1000000\r\n\r\nabc";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
            while (!Directory.Exists(lab.Partials) || !Directory.EnumerateFiles(lab.Partials).Any())
            {
                await Task.Delay(5);
            }
        }

        while (Directory.EnumerateFiles(lab.Partials).Any())
        {
            await Task.Delay(5);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await lab.GetAsync("1/half.bin")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_replaced_while_others_read_it_is_always_whole()
    {
        await using var lab = await SandboxLab.StartAsync();
        var versions = new[] { new string('a', 300_000), new string('b', 200_000) };
        (await lab.PutAsync("1/f", versions[0])).Dispose();
        var writes = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                (await lab.PutAsync("1/f", versions[i % 2])).Dispose();
            }
        });

        while (!writes.IsCompleted)
        {
            Assert.Contains(await (await lab.GetAsync("1/f")).Content.ReadAsStringAsync(), versions);
        }

        await writes;
    }

    [Fact]
    public async Task Runs_whose_location_is_a_directory_of_the_server_are_served_and_others_are_not()
    {
        await using var lab = await SandboxLab.StartAsync();
        (await lab.PutAsync("own/secret.txt", "mine")).Dispose();
        var inside = await CreateRunAsync(lab, new Uri(lab.Artifacts).AbsoluteUri + "/own");
        var outside = await CreateRunAsync(lab, new Uri(lab.Root).AbsoluteUri);
        Directory.CreateDirectory(Path.Combine(lab.Artifacts, "own", inside, "artifacts"));
        await File.WriteAllTextAsync(Path.Combine(lab.Artifacts, "own", inside, "artifacts", "a.txt"), "hello");

        Assert.Equal("hello", await (await lab.SendAsync("GET", $"/get-artifact?run_id={inside}&path=a.txt")).Content.ReadAsStringAsync());
        using var refused = await lab.SendAsync("GET", $"/api/2.0/mlflow/artifacts/list?run_id={outside}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("is not served", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_interface_uploads_into_a_run()
    {
        await using var lab = await SandboxLab.StartAsync();
        var run = await lab.CallAsync("POST", "/api/2.0/mlflow/runs/create", """{"experiment_id": "0"}""");
        var id = run.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString();

        using var put = await lab.SendAsync("POST", $"/ajax-api/2.0/mlflow/upload-artifact?run_uuid={id}&path=plots/a.txt", new StringContent("hello"));

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("hello", await (await lab.GetAsync($"0/{id}/artifacts/plots/a.txt")).Content.ReadAsStringAsync());
    }

    private static async Task<string> CreateRunAsync(SandboxLab lab, string location)
    {
        var name = Guid.NewGuid().ToString("N");
        var experiment = await lab.CallAsync(
            "POST", "/api/2.0/mlflow/experiments/create", JsonSerializer.Serialize(new { name, artifact_location = location }));
        var id = experiment.GetProperty("experiment_id").GetString();
        var run = await lab.CallAsync("POST", "/api/2.0/mlflow/runs/create", JsonSerializer.Serialize(new { experiment_id = id }));
        return run.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString()!;
    }
}
