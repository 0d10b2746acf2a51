using System.Net;
using System.Text;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Attacks;

/// <summary>What a web site makes the browser of a developer send to a sandbox on the same machine.</summary>
public sealed class BrowserTests
{
    private const string Create = "/api/2.0/mlflow/experiments/create";

    [Theory]
    [InlineData("3.11", Create, "text/plain", "http://evil.example.com")]
    [InlineData("3.11", Create, "application/x-www-form-urlencoded", "http://evil.example.com")]
    [InlineData("3.11", Create, "multipart/form-data; boundary=x", "http://evil.example.com")]
    [InlineData("3.11", Create, "application/json", "http://evil.example.com")]
    [InlineData("3.11", Create, "application/json", "null")]
    [InlineData("3.11", Create, "application/json", "http://localhost.evil.example.com")]
    [InlineData("3.11", Create, "application/json", "http://127.0.0.1.evil.example.com")]
    [InlineData("3.11", Create, "application/json", "file://localhost")]
    [InlineData("3.11", "/API/2.0/mlflow/experiments/create", "application/json", "http://evil.example.com")]
    [InlineData("3.11", "/Ajax-Api/2.0/MLflow/experiments/create", "application/json", "http://evil.example.com")]
    [InlineData("3.11", "//api/2.0/mlflow/experiments/create", "application/json", "http://evil.example.com")]
    [InlineData("3.11", "/%61pi/2.0/mlflow/experiments/create", "application/json", "http://evil.example.com")]
    [InlineData("2.22", Create, "text/plain", "http://evil.example.com")]
    [InlineData("2.22", Create, "application/x-www-form-urlencoded", "http://evil.example.com")]
    [InlineData("2.22", Create, "text/plain; application/json", "http://evil.example.com")]
    [InlineData("2.22", "/API/2.0/mlflow/experiments/create", "text/plain", "http://evil.example.com")]
    public async Task A_foreign_site_changes_nothing(string release, string path, string type, string origin)
    {
        await using var lab = await StartAsync(release);
        using var content = new StringContent("{\"name\":\"planted\"}", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = lab.Request("POST", path, content);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        using var response = await lab.Client.SendAsync(request);

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lab.SendAsync("GET", "/api/2.0/mlflow/experiments/get-by-name?experiment_name=planted")).StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("3.11", "/ajax-api/2.0/mlflow/upload-artifact")]
    [InlineData("3.11", "/AJAX-API/2.0/mlflow/upload-artifact")]
    [InlineData("2.22", "/ajax-api/2.0/mlflow/upload-artifact")]
    [InlineData("2.22", "/AJAX-API/2.0/mlflow/upload-artifact")]
    public async Task A_foreign_site_uploads_nothing_although_uploads_are_no_JSON(string release, string path)
    {
        await using var lab = await StartAsync(release);
        var run = (await lab.CallAsync("POST", "/api/2.0/mlflow/runs/create", "{\"experiment_id\":\"0\"}")).GetProperty("run").GetProperty("info").GetProperty("run_id").GetString();
        using var request = lab.Request("POST", $"{path}?run_uuid={run}&path=evil.html", new StringContent("<script>alert(1)</script>", Encoding.UTF8, "text/plain"));
        request.Headers.Add("Origin", "http://evil.example.com");
        using var response = await lab.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(Directory.Exists(lab.Artifacts) ? Directory.EnumerateFiles(lab.Artifacts, "*", SearchOption.AllDirectories) : []);
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("2.22")]
    public async Task A_foreign_site_gets_no_leave_to_send_JSON_or_to_read(string release)
    {
        await using var lab = await StartAsync(release);
        using var preflight = lab.Request("OPTIONS", Create);
        preflight.Headers.Add("Origin", "http://evil.example.com");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var asked = await lab.Client.SendAsync(preflight);
        using var read = lab.Request("GET", "/api/2.0/mlflow/experiments/get?experiment_id=0");
        read.Headers.Add("Origin", "http://evil.example.com");
        using var answer = await lab.Client.SendAsync(read);

        Assert.All([asked, answer], response => Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-Allow", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("page.html", "<script>alert(1)</script>")]
    [InlineData("image.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("page.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>")]
    [InlineData("none", "<script>alert(1)</script>")]
    [InlineData("a%22%0d%0aX-Planted%3a%201.html", "x")]
    public async Task No_artifact_becomes_a_page_of_the_server(string name, string text)
    {
        await using var lab = await StartAsync("3.11");
        using var put = await lab.PutAsync(name, text);
        using var response = await lab.GetAsync(name);

        Assert.False(response.Headers.Contains("X-Planted"));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(!response.IsSuccessStatusCode || response.Content.Headers.ContentDisposition!.DispositionType == "attachment");
    }

    [Theory]
    [InlineData("GET", "/<script>alert(1)</script>")]
    [InlineData("GET", "//<script>alert(1)</script>/api/2.0/mlflow/experiments/get")]
    [InlineData("GET", "//evil.example.com/../api/2.0/mlflow/experiments/get")]
    [InlineData("GET", "/api//2.0/mlflow/experiments/get?experiment_id=<script>alert(1)</script>")]
    [InlineData("GET", "/get-artifact?run_id=<script>alert(1)</script>&path=a")]
    [InlineData("GET", "/get-artifact?run_id=1&path=<script>alert(1)</script>")]
    [InlineData("GET", "/model-versions/get-artifact?name=<script>alert(1)</script>&version=1&path=a")]
    [InlineData("PATCH", "/api/2.0/mlflow/<script>alert(1)</script>")]
    [InlineData("GET", "/api/2.0/mlflow/experiments/get?experiment_id=<script>alert(1)</script>")]
    public async Task No_page_reflects_what_was_sent(string method, string path)
    {
        await using var lab = await StartAsync("3.11");
        using var response = await lab.SendAsync(method, path.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal));
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(response.Content.Headers.ContentType?.MediaType != "text/html" || !text.Contains("<script", StringComparison.OrdinalIgnoreCase), text);
        Assert.True(response.Headers.Location is not { } location || location.Authority == new Uri(lab.Uri).Authority, $"{response.Headers.Location}");
    }

    private static Task<SandboxLab> StartAsync(string release) => SandboxLab.StartAsync((options, _) => options.BehavesLike = release);
}
