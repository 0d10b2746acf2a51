using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Testing;

/// <summary><c>modelops sandbox</c> as a user starts it, in the role of a team's MLflow server.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private SandboxServer(Process process, string uri)
    {
        _process = process;
        Uri = uri;
        _client = new() { BaseAddress = new($"{uri}/api/2.0/mlflow/") };
    }

    public string Uri { get; }

    public static async Task<SandboxServer> StartAsync(SampleLab lab)
    {
        // It ends with the test run, whatever becomes of the test.
        string[] arguments = ["sandbox", "--json", "--watch-process", $"{Environment.ProcessId}"];
        var process = Process.Start(ProcessRun.Describe(SampleLab.Command, arguments, new() { WorkingDirectory = lab.Path, Environment = lab.Environment }))!;
        var document = new StringBuilder();
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync();
            document.AppendLine(line);
        }
        while (line is not (null or "}"));
        return line is null
            ? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync())
            : new(process, JsonDocument.Parse(document.ToString()).RootElement.GetProperty("result").GetProperty("uri").GetString()!);
    }

    public Task<JsonElement> GetAsync(string call) => _client.GetFromJsonAsync<JsonElement>(call);

    public async Task PostAsync(string call, object body) => (await _client.PostAsJsonAsync(call, body)).EnsureSuccessStatusCode();

    /// <summary>Names of all registered models.</summary>
    public async Task<IReadOnlyList<string>> ModelsAsync() => Names(await GetAsync("registered-models/search"), "registered_models");

    /// <summary>Names of all experiments that are not deleted.</summary>
    public async Task<IReadOnlyList<string>> ExperimentsAsync() => Names(await GetAsync("experiments/search?max_results=100"), "experiments");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        using var end = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { "-TERM", $"{_process.Id}" } })!;
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static List<string> Names(JsonElement answer, string list) =>
        [.. answer.TryGetProperty(list, out var items) ? items.EnumerateArray().Select(item => item.GetProperty("name").GetString()!) : []];
}
