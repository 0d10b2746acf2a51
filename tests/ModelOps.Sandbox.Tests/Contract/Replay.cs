using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>Asks a fresh server everything that a real one was asked, in the same order.</summary>
internal sealed class Replay(HttpClient client)
{
    private static readonly byte[] FourBytes = [0x80, 0x05, 0x00, 0xff];

    private readonly IdMap _ids = new();

    /// <summary>
    /// Identity of the run that the current request made on the captured server; a new one when it made none. Runs that began at the same time are
    /// in the order of their identities, so a server that can take them over has the same order.
    /// </summary>
    public string RunId { get; private set; } = "";

    /// <summary>Which of our identifiers stand for the captured ones.</summary>
    public IdMap Ids => _ids;

    /// <summary>Replays cases.</summary>
    /// <returns>What differs, per case.</returns>
    public async Task<IReadOnlyList<(CapturedCase Case, IReadOnlyList<string> Differences)>> RunAsync(IReadOnlyList<CapturedCase> cases)
    {
        var results = new List<(CapturedCase, IReadOnlyList<string>)>();
        foreach (var one in cases)
        {
            results.Add((one, await RunOneAsync(one)));
        }

        return results;
    }

    private async Task<IReadOnlyList<string>> RunOneAsync(CapturedCase one)
    {
        RunId = RunIdOf(one) ?? Guid.NewGuid().ToString("N");
        using var request = CreateRequest(one);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var differences = new List<string>();
        if ((int)response.StatusCode != one.Status)
        {
            differences.Add($"status: expected {one.Status}, found {(int)response.StatusCode} {text[..Math.Min(200, text.Length)]}");
        }

        CompareHeaders(one, response, differences);
        CompareBody(one, text, differences);
        return differences;
    }

    private HttpRequestMessage CreateRequest(CapturedCase one)
    {
        // Uri would tidy up what the case is about: dots and double slashes.
        var uri = new Uri(client.BaseAddress!.ToString().TrimEnd('/') + _ids.Translate(one.Path), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new(one.Method), uri) { Content = CreateContent(one.Request) };
        if (one.Request.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
            {
                if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                {
                    request.Content ??= new ByteArrayContent([]);
                    request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(header.Value.GetString()!);
                }
                else if (header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
                {
                    request.Content!.Headers.ContentEncoding.Add(header.Value.GetString()!);
                }
                else
                {
                    request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
                }
            }
        }

        return request;
    }

    private ByteArrayContent? CreateContent(JsonElement request)
    {
        if (request.TryGetProperty("body", out var body))
        {
            return new(Encoding.UTF8.GetBytes(_ids.Translate(body.GetRawText())));
        }

        if (request.TryGetProperty("base64", out var binary))
        {
            return new(Convert.FromBase64String(binary.GetString()!));
        }

        return request.TryGetProperty("text", out var text) ? new(Encoding.UTF8.GetBytes(_ids.Translate(text.GetString()!)))
            : request.TryGetProperty("bytes", out _) ? new(FourBytes)
            : null;
    }

    private void CompareBody(CapturedCase one, string text, List<string> differences)
    {
        if (one.Response.TryGetProperty("body", out var body))
        {
            if (TryParse(text) is { } ours)
            {
                differences.AddRange(new BodyComparer(_ids).Compare(body, ours));
            }
            else
            {
                differences.Add($"body: expected JSON, found '{text[..Math.Min(200, text.Length)]}'");
            }
        }
        else if (one.Response.TryGetProperty("text", out var expected) && Plain(_ids.Translate(expected.GetString()!)) != Plain(text))
        {
            differences.Add($"text: expected '{expected.GetString()}', found '{text[..Math.Min(500, text.Length)]}'");
        }
    }

    private static string? RunIdOf(CapturedCase one) => one.Method == "POST" && one.Path.EndsWith("/2.0/mlflow/traces", StringComparison.Ordinal)
        && one.Response.TryGetProperty("body", out var started) && started.TryGetProperty("trace_info", out var trace)
            ? trace.GetProperty("request_id").GetString()
            : RunOrDatasetOf(one);

    // Datasets that were made at the same time are in the order of their identities, too.
    private static string? RunOrDatasetOf(CapturedCase one) =>
        one.Path.EndsWith("/datasets/create", StringComparison.Ordinal)
        && one.Response.TryGetProperty("body", out var made)
        && made.TryGetProperty("dataset", out var dataset)
            ? dataset.GetProperty("dataset_id").GetString()!["d-".Length..]
        :
        (one.Path.EndsWith("/runs/create", StringComparison.Ordinal) || one.Path.EndsWith("/create-promptlab-run", StringComparison.Ordinal))
        && one.Response.TryGetProperty("body", out var body)
        && body.TryGetProperty("run", out var run)
            ? run.GetProperty("info").GetProperty("run_id").GetString()
            : null;

    private static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void CompareHeaders(CapturedCase one, HttpResponseMessage response, List<string> differences)
    {
        foreach (var header in one.Response.GetProperty("headers").EnumerateObject())
        {
            var expected = Plain(_ids.Translate(header.Value.GetString()!));
            var found = response.Headers.TryGetValues(header.Name, out var values) || response.Content.Headers.TryGetValues(header.Name, out values)
                ? Plain(string.Join(", ", values))
                : "nothing";
            if (Sorted(expected) != Sorted(found))
            {
                differences.Add($"header {header.Name}: expected '{expected}', found '{found}'");
            }
        }
    }

    private static string Sorted(string list) => string.Join(", ", list.Split(", ").Order(StringComparer.Ordinal));

    // The captured server had another port, and pages end with or without a line feed.
    private string Plain(string text) => text.Replace("127.0.0.1:5003", client.BaseAddress!.Authority, StringComparison.Ordinal)
        .Replace("127.0.0.1:5002", client.BaseAddress!.Authority, StringComparison.Ordinal).TrimEnd('\n');
}
