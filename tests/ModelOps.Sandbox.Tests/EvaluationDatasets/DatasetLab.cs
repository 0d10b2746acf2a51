using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.EvaluationDatasets;

/// <summary>Short forms for calls about evaluation datasets, scorers and issues.</summary>
internal static class DatasetLab
{
    private const string Prefix = "/api/3.0/mlflow/";

    public static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    public static Task<JsonElement> PostAsync(this SandboxLab lab, string path, object body) => lab.CallAsync("POST", Prefix + path, JsonSerializer.Serialize(body));

    public static Task<JsonElement> ReadAsync(this SandboxLab lab, string path) => lab.CallAsync("GET", Prefix + path, "{}");

    public static Task<HttpResponseMessage> TryPostAsync(this SandboxLab lab, string path, object body) => lab.SendAsync("POST", Prefix + path, Json(body));

    public static async Task<string> CreateAsync(this SandboxLab lab, object body) =>
        (await lab.PostAsync("datasets/create", body)).GetProperty("dataset").GetProperty("dataset_id").GetString()!;

    public static Task<JsonElement> UpsertAsync(this SandboxLab lab, string dataset, string records) =>
        lab.PostAsync($"datasets/{dataset}/records", new { records });

    /// <summary>All records, read in pages.</summary>
    public static async Task<List<JsonElement>> RecordsAsync(this SandboxLab lab, string dataset, int size = 1000)
    {
        var records = new List<JsonElement>();
        var token = "";
        do
        {
            var page = await lab.ReadAsync($"datasets/{dataset}/records?max_results={size}&page_token={Uri.EscapeDataString(token)}");
            records.AddRange(JsonDocument.Parse(page.GetProperty("records").GetString()!).RootElement.EnumerateArray());
            token = page.TryGetProperty("next_page_token", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0);
        return records;
    }
}
