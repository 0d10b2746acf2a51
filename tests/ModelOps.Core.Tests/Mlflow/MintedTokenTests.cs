using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Tests.Http;
using ModelOps.Http.Credentials;
using ModelOps.Mlflow;
using ModelOps.Mlflow.Wire;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>A token that was minted, and a server that repeats it in whatever it says.</summary>
public sealed class MintedTokenTests : IDisposable
{
    private static readonly string Canary = "canary.7f3a9c." + string.Concat(Enumerable.Range(0, 400).Select(number => $"{number:000}/x+"));

    private readonly ManualTime _time = new();
    private readonly ConcurrentQueue<string> _masked = new();
    private readonly TokenMint _mint;
    private readonly SecretTexts _secrets;
    private readonly CachedCredentials _credentials;

    public MintedTokenTests()
    {
        _mint = new(_time) { Text = Canary };
        _secrets = new(_masked.Enqueue);
        _credentials = new(_mint, _secrets, _time);
    }

    public void Dispose() => _credentials.Dispose();

    [Theory]
    [InlineData(400, "error")]
    [InlineData(401, "error")]
    [InlineData(403, "error")]
    [InlineData(404, "error")]
    [InlineData(409, "error")]
    [InlineData(429, "error")]
    [InlineData(500, "error")]
    [InlineData(501, "error")]
    [InlineData(302, "page")]
    [InlineData(401, "page")]
    [InlineData(404, "page")]
    [InlineData(503, "page")]
    [InlineData(200, "page")]
    [InlineData(401, "page with its URL form")]
    [InlineData(401, "page with its HTML form")]
    [InlineData(401, "page with its base64 form")]
    [InlineData(400, "error held apart by what nobody sees")]
    [InlineData(401, "page held apart by what nobody sees")]
    [InlineData(401, "page with its URL form in lower case")]
    [InlineData(401, "page with HTML entities")]
    [InlineData(401, "page with escaped slashes")]
    [InlineData(401, "page with the header in base64")]
    [InlineData(401, "page of nothing else")]
    [InlineData(200, "page of nothing else")]
    [InlineData(200, "wrong type")]
    [InlineData(200, "broken JSON")]
    public async Task A_token_that_the_server_repeats_is_in_no_message_and_no_exception(int status, string form)
    {
        var wasMasked = true;
        await using var server = await SignInServer.StartAsync(async (context, header) =>
        {
            wasMasked &= _masked.Any(secret => header == $"Bearer {secret}");
            context.Response.StatusCode = status;
            context.Response.ContentType = form.StartsWith("page", StringComparison.Ordinal) ? "text/html" : "application/json";
            context.Response.Headers["X-Echo"] = header;
            if (status == 302)
            {
                context.Response.Headers.Location = $"https://u:{Uri.EscapeDataString(Canary)}@other.example/{Uri.EscapeDataString(Canary)}?t={Uri.EscapeDataString(Canary)}";
            }

            await context.Response.WriteAsync(Body(form));
        });
        using var client = Client(server);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => FindAsync(client));
        Assert.All(
            failure.Diagnostics.Select(found => found.Message).Append(failure.ToString()),
            text => Assert.All(Traces(), trace => Assert.DoesNotContain(trace, Invisible.Remove(text), StringComparison.OrdinalIgnoreCase)));
        Assert.True(wasMasked);
        Assert.Equal([Canary], _masked);
    }

    [Fact]
    public async Task A_token_in_the_host_of_a_redirect_is_not_shown()
    {
        _mint.Text = "Canary-7f3a9c";
        await using var server = await SignInServer.StartAsync((context, header) =>
        {
            context.Response.Redirect($"https://{header!["Bearer ".Length..]}.example/");
            return Task.CompletedTask;
        });
        using var client = Client(server);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => FindAsync(client));
        Assert.Contains("https://***.example", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("7f3a9c", failure.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_call_that_is_refused_twice_ends_as_not_authorised()
    {
        await using var server = await SignInServer.StartAsync(_ => false);
        using var client = Client(server);
        await _credentials.GetAsync("", forceRefresh: false, CancellationToken.None);
        _time.Advance(60);
        _mint.Text = "another-token";
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => FindAsync(client));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2004"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Equal([$"Bearer {Canary}", "Bearer another-token"], server.Headers);
    }

    private static string Body(string form) => form switch
    {
        "error" => $$"""{"error_code": "{{Canary}}", "message": "Bearer {{Canary}} is not known: {{Canary}}"}""",
        "page" => $"<p>{Canary}</p>",
        "error held apart by what nobody sees" => $$"""{"error_code": "X", "message": "{{string.Join('\u200b', Canary.ToCharArray())}}"}""",
        "page held apart by what nobody sees" => $"<p>{string.Join('\u00ad', Canary.ToCharArray())}</p>",
        "page with its URL form in lower case" => $"<p>{Uri.EscapeDataString(Canary).Replace("%2F", "%2f", StringComparison.Ordinal).Replace("%2B", "%2b", StringComparison.Ordinal)}</p>",
        "page with HTML entities" => $"<p>{Canary.Replace("/", "&#47;", StringComparison.Ordinal).Replace("+", "&#x2B;", StringComparison.Ordinal)}</p>",
        "page with escaped slashes" => $"<p>{Canary.Replace("/", "\\/", StringComparison.Ordinal)}</p>",
        "page with the header in base64" => $"<p>{Convert.ToBase64String(Encoding.UTF8.GetBytes("Bearer " + Canary))}</p>",
        "page with its URL form" => $"<p>{Uri.EscapeDataString(Canary)}</p>",
        "page with its HTML form" => $"<p>{HtmlEncoder.Default.Encode(Canary)}</p>",
        "page with its base64 form" => $"<p>{Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))}</p>",
        // Copies shrink to three letters each: one that is cut off would move to the front.
        "page of nothing else" => string.Concat(Enumerable.Repeat(Canary + " ", 60)),
        "wrong type" => $$"""{"experiment": "{{Canary}}"}""",
        _ => $$"""{"experiment": {"{{Canary}}": {{Canary}}""",
    };

    // Any part that tells something, not only the whole.
    private static string[] Traces() => ["7f3a9c", "101/x+102", "101%2Fx%2B102", "101&#47;x", "101\\/x", Base64(Canary), Base64("Bearer " + Canary)];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))[40..60];

    private static Task<ExperimentAnswer> FindAsync(MlflowClient client) =>
        client.GetAsync("/mlflow/experiments/get-by-name?experiment_name=x", WireJson.Mlflow.ExperimentAnswer, CancellationToken.None);

    private MlflowClient Client(SignInServer server) => new(
        ServerUri.Parse(server.Uri.ToString()),
        new(new() { Credentials = _credentials, Backoff = TimeSpan.Zero, MaxRetries = 1 }, _secrets, new(false, 1, 1)),
        TimeProvider.System);
}
