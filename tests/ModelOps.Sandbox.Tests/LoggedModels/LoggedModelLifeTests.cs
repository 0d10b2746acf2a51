using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.LoggedModels;

public sealed class LoggedModelLifeTests : IAsyncLifetime
{
    private static readonly HttpClient Client = new();

    private ServedSandbox _server = null!;

    public async Task InitializeAsync() =>
        _server = await ServedSandbox.StartAsync(new SandboxOptions());

    [Fact]
    public async Task A_model_is_made_pending_finished_and_deleted()
    {
        var made = Info(await CreateAsync("net"));
        var id = IdOf(made);
        Assert.Equal("LOGGED_MODEL_PENDING", made.GetProperty("status").GetString());
        Assert.EndsWith($"/models/{id}/artifacts", made.GetProperty("artifact_uri").GetString(), StringComparison.Ordinal);

        var finished = Info(await OkAsync(HttpMethod.Patch, $"/{id}", new { model_id = id, status = "LOGGED_MODEL_READY" }));
        Assert.Equal("LOGGED_MODEL_READY", finished.GetProperty("status").GetString());
        Assert.Equal("LOGGED_MODEL_READY", Info(await OkAsync(HttpMethod.Get, $"/{id}")).GetProperty("status").GetString());

        await OkAsync(HttpMethod.Delete, $"/{id}");
        var (status, answer) = await SendAsync(HttpMethod.Get, $"/{id}");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(id, answer.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(id, IdOf(Info(await OkAsync(HttpMethod.Get, $"/{id}?allow_deleted=true"))));
        Assert.Empty(await SearchAsync("name = 'net'"));
    }

    [Fact]
    public async Task Tags_are_set_changed_and_deleted_and_parameters_stay()
    {
        var id = IdOf(Info(await CreateAsync("net")));

        await OkAsync(HttpMethod.Patch, $"/{id}/tags", new { tags = new[] { new { key = "a", value = "1" }, new { key = "b", value = "ü" } } });
        await OkAsync(HttpMethod.Patch, $"/{id}/tags", new { tags = new[] { new { key = "a", value = "2" } } });
        await OkAsync(HttpMethod.Delete, $"/{id}/tags/b");

        var model = (await OkAsync(HttpMethod.Get, $"/{id}")).GetProperty("model");
        var tag = Assert.Single(model.GetProperty("info").GetProperty("tags").EnumerateArray());
        Assert.Equal(("a", "2"), (tag.GetProperty("key").GetString(), tag.GetProperty("value").GetString()));
        var parameter = Assert.Single(model.GetProperty("data").GetProperty("params").EnumerateArray());
        Assert.Equal(("lr", "0.1"), (parameter.GetProperty("key").GetString(), parameter.GetProperty("value").GetString()));
        var (status, _) = await SendAsync(HttpMethod.Delete, $"/{id}/tags/b");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("name = 'net'", 1)]
    [InlineData("name = 'NET'", 0)]
    [InlineData("name ILIKE 'NET%'", 2)]
    [InlineData("name LIKE 'net_2'", 1)]
    [InlineData("params.lr = '0.1'", 2)]
    [InlineData("tags.x = 'y'", 0)]
    [InlineData("creation_timestamp > 0", 2)]
    public async Task Models_are_found(string filter, int expected)
    {
        await CreateAsync("net");
        await CreateAsync("net-2");

        Assert.Equal(expected, (await SearchAsync(filter)).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task Pages_together_have_every_model_once(int size)
    {
        var made = new List<string>();
        for (var number = 0; number < 9; number++)
        {
            made.Add(IdOf(Info(await CreateAsync($"net-{number}"))));
        }

        var paged = new List<string>();
        var token = "";
        do
        {
            var page = await OkAsync(HttpMethod.Post, "/search", new { experiment_ids = new[] { "0" }, max_results = size, page_token = token });
            paged.AddRange(page.GetProperty("models").EnumerateArray().Select(model => IdOf(model.GetProperty("info"))));
            token = page.TryGetProperty("next_page_token", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0 && paged.Count < 20);

        Assert.Equal(made.Order(StringComparer.Ordinal), paged.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a.b")]
    [InlineData("a%b")]
    [InlineData("a\"b")]
    [InlineData("a'b")]
    public async Task A_name_that_a_path_or_an_address_could_be_made_of_is_refused(string name)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, "", new { experiment_id = "0", name });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("Invalid model name", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private Task<JsonElement> CreateAsync(string name) => OkAsync(
        HttpMethod.Post, "", new { experiment_id = "0", name, @params = new[] { new { key = "lr", value = "0.1" } } });

    private async Task<List<JsonElement>> SearchAsync(string filter)
    {
        var page = await OkAsync(HttpMethod.Post, "/search", new { experiment_ids = new[] { "0" }, filter });
        return page.TryGetProperty("models", out var models) ? [.. models.EnumerateArray()] : [];
    }

    private async Task<JsonElement> OkAsync(HttpMethod method, string path, object? body = null)
    {
        var (status, answer) = await SendAsync(method, path, body);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {answer}");
        return answer;
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{_server.Uri}/api/2.0/mlflow/logged-models{path}"));
        request.Content = JsonContent.Create(body ?? new { });
        await request.Content.LoadIntoBufferAsync();
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static JsonElement Info(JsonElement answer) => answer.GetProperty("model").GetProperty("info");

    private static string IdOf(JsonElement info) => info.GetProperty("model_id").GetString()!;
}
