using System.Diagnostics;
using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>How many requests the built command makes to a server that serves a sandbox, for a model of seven files.</summary>
public sealed class RequestCountTests : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestEnvironment _environment = [];
    private Process _sandbox = null!;
    private RequestCounter _counter = null!;
    private GitScratch _git = null!;

    public async Task InitializeAsync()
    {
        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), _directory.File("model"));
        _git = new(_directory.Path);
        _git.Commit("model");
        _sandbox = ModelOpsCommand.StartInterruptible(_directory.Path, [], ["sandbox", "--json"]);
        using var ready = await ReadDocumentAsync(_sandbox.StandardOutput);
        _counter = await RequestCounter.StartAsync(ready.RootElement.GetProperty("result").GetProperty("uri").GetString()!);
        _environment["MLFLOW_TRACKING_URI"] = _counter.Url;
    }

    public async Task DisposeAsync()
    {
        _sandbox.Kill();
        await _sandbox.WaitForExitAsync();
        await _counter.DisposeAsync();
    }

    public void Dispose()
    {
        _sandbox.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_model_of_seven_files_is_registered_with_sixteen_requests_and_a_commit_that_changes_nothing_with_six()
    {
        // Nine, and one for each file.
        await RequireAsync("the first version of a new model", most: 16, "true", "1");
        await RequireAsync("the same commit again", most: 3, "false", "1");

        File.WriteAllText(_directory.File("README.md"), "docs");
        _git.Commit("docs");
        await RequireAsync("a commit without a change of the model, which the ledger gets", most: 6, "false", "1");
        await RequireAsync("that commit again", most: 3, "false", "1");

        File.AppendAllText(_directory.File("model/requirements.txt"), "\n# later\n");
        _git.Commit("model");
        await RequireAsync("the second version", most: 16, "true", "2");
        await RequireAsync("the second version again", most: 3, "false", "2");
    }

    private async Task RequireAsync(string what, int most, string created, string version)
    {
        _counter.Take();
        var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_directory.Path, _environment, "register", "model", "--model", "churn", "--json");
        Assert.True(exitCode == 0, error + output);
        using var document = JsonDocument.Parse(output);
        var result = document.RootElement.GetProperty("result");
        Assert.Equal((what, created, version), (what, $"{result.GetProperty("created")}".ToLowerInvariant(), $"{result.GetProperty("version")}"));
        var requests = _counter.Take();
        Assert.True(requests.Count <= most, $"register, {what}: {requests.Count} requests, at most {most} are promised:\n{string.Join('\n', requests)}");
    }

    private static async Task<JsonDocument> ReadDocumentAsync(StreamReader output)
    {
        var lines = new List<string>();
        do
        {
            lines.Add(await output.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) ?? throw new EndOfStreamException(string.Join('\n', lines)));
        }
        while (lines[^1] != "}");

        return JsonDocument.Parse(string.Join('\n', lines));
    }
}
