using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ModelOps.Bench.Load;

/// <summary>A server under load, called without any layer above the sockets' handler.</summary>
internal sealed class LoadServer(Uri uri) : IDisposable
{
    /// <summary>Connections that are open at once.</summary>
    public const int Connections = 16;

    private const string Prefix = "/api/2.0/mlflow/";
    private const int Attempts = 5;

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = Connections,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>The processes of the server.</summary>
    public ServerMemory Memory => ServerMemory.Of(uri);

    /// <summary>A request without a body.</summary>
    /// <param name="call">Path below MLflow's API, with its query.</param>
    public HttpRequestMessage Get(string call) => new(HttpMethod.Get, new Uri(uri, Prefix + call));

    /// <summary>A request with JSON.</summary>
    /// <param name="call">Path below MLflow's API.</param>
    /// <param name="json">The body.</param>
    public HttpRequestMessage Post(string call, byte[] json) => new(HttpMethod.Post, new Uri(uri, Prefix + call))
    {
        Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } },
    };

    /// <summary>A request for a file behind the server.</summary>
    /// <param name="method">What is done with it.</param>
    /// <param name="path">The file.</param>
    public HttpRequestMessage Artifact(HttpMethod method, string path) => new(method, new Uri(uri, $"/api/2.0/mlflow-artifacts/artifacts/{path}"));

    /// <summary>Sends a request; the answer's headers are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _client.SendAsync(request, cancellationToken);

    /// <summary>Asks for something that has to succeed; a server under load may refuse it a few times.</summary>
    public async Task<JsonNode> CallAsync(string call, JsonObject body, CancellationToken cancellationToken)
    {
        var json = Encoding.UTF8.GetBytes(body.ToJsonString());
        for (var attempt = 1; ; attempt++)
        {
            using var request = Post(call, json);
            using var response = await SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return JsonNode.Parse(text)!;
            }

            if (attempt == Attempts || (int)response.StatusCode < 500)
            {
                throw new InvalidOperationException($"{call}: {(int)response.StatusCode} {text}");
            }
        }
    }

    /// <summary>Says that it looks, and then when the server answered first, in microseconds since 1970.</summary>
    public async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        var isSaid = false;
        while (!await IsHealthyAsync(cancellationToken))
        {
            if (!isSaid)
            {
                Console.WriteLine("waiting");
                isSaid = true;
            }

            await Task.Delay(1, cancellationToken);
        }

        return ((TimeProvider.System.GetUtcNow().Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await SendAsync(new(HttpMethod.Get, new Uri(uri, "/health")), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
