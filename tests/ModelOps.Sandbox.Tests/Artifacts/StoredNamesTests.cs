using System.Net;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Artifacts;

/// <summary>Names of files that MLflow's server keeps, and this one too where the disk holds them.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class StoredNamesTests
{
    private const string Proxy = "/api/2.0/mlflow-artifacts/artifacts";

    [UnixTheory]
    [InlineData("ep:1.txt")]
    [InlineData("v1.")]
    [InlineData("v1./model.bin")]
    [InlineData("~x")]
    [InlineData("~")]
    [InlineData("a~1/b:c:d")]
    [InlineData("caf\u0065\u0301.txt")]
    [InlineData("\u1112\u1161\u11ab.txt")]
    [InlineData("\u304b\u3099.txt")]
    [InlineData("10\u212b.txt")]
    [InlineData("ends with a space ")]
    public async Task A_name_that_the_disk_holds_is_kept_as_it_is(string name)
    {
        await using var lab = await SandboxLab.StartAsync();
        var run = (await lab.CallAsync("POST", "/api/2.0/mlflow/runs/create", """{"experiment_id": "0"}""")).GetProperty("run").GetProperty("info");
        var id = run.GetProperty("run_id").GetString();
        var sent = string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
        var path = $"0/{id}/artifacts/{sent}";

        using var put = await lab.PutAsync(path, "hello");
        using var got = await lab.GetAsync(path);
        using var ofRun = await lab.SendAsync("GET", $"/get-artifact?run_id={id}&path={Uri.EscapeDataString(name)}");
        var parent = name.Contains('/', StringComparison.Ordinal) ? name[..name.LastIndexOf('/')] : "";
        var list = await lab.CallAsync("GET", $"/api/2.0/mlflow/artifacts/list?run_id={id}&path={Uri.EscapeDataString(parent)}", "{}");
        using var deleted = await lab.SendAsync("DELETE", $"{Proxy}/{path}");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("hello", await got.Content.ReadAsStringAsync());
        Assert.Equal("hello", await ofRun.Content.ReadAsStringAsync());
        Assert.Equal(name, list.GetProperty("files")[0].GetProperty("path").GetString());
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lab.GetAsync(path)).StatusCode);
    }
}
