using System.Net.Http.Json;
using System.Text.Json;

namespace Catalog.Tests;

/// <summary>The staging catalog, asked through MLflow's REST API.</summary>
public sealed class Catalog : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new($"{Variable("MLFLOW_TRACKING_URI").TrimEnd('/')}/api/2.0/mlflow/") };

    public static string Model { get; } = Variable("MODELOPS_MODEL");

    public Task<JsonElement> GetAsync(string call) => _client.GetFromJsonAsync<JsonElement>(call);

    public void Dispose() => _client.Dispose();

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: run this with `modelops test`.");
}
