using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>Sends deliveries, again where it may help; follows no redirection and connects to no address that is not allowed.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int MaxRetries = 3;
    private const int MaxBody = 64 * 1024;

    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(60);

    private readonly WebhookTargets _targets;
    private readonly SecretCipher _cipher;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public WebhookSender(WebhookTargets targets, SecretCipher cipher, TimeProvider time)
    {
        _targets = targets;
        _cipher = cipher;
        _time = time;
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("modelops-sandbox", "1.0"));
    }

    /// <summary>Sends a delivery until it is taken, refused for good, or has been tried often enough.</summary>
    /// <returns>What the receiver said at last.</returns>
    /// <exception cref="MlflowFault">The target is not allowed, or the secret cannot be read.</exception>
    /// <exception cref="HttpRequestException">The receiver could not be reached.</exception>
    /// <exception cref="TimeoutException">The receiver did not answer in time.</exception>
    public async Task<WebhookReply> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var target = await _targets.CheckAsync(delivery.Webhook.Url, cancellationToken);
        var now = _time.GetUtcNow();
        var deliveryId = Guid.NewGuid().ToString();
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var payload = new JsonObject
        {
            ["entity"] = delivery.Event.Entity,
            ["action"] = delivery.Event.Action,
            ["timestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture),
            ["data"] = delivery.Data.DeepClone(),
        }.ToJsonString();
        var signature = Sign(delivery.Webhook, deliveryId, timestamp, payload);
        for (var attempt = 1; ; attempt++)
        {
            var (reply, retryAfter, failure) = await TryAsync(CreateRequest, cancellationToken);
            if (attempt > MaxRetries || !IsTemporary(reply, failure))
            {
                return reply ?? throw failure!;
            }

            await Task.Delay(DelayBefore(attempt, retryAfter), _time, cancellationToken);
        }

        HttpRequestMessage CreateRequest()
        {
            var content = new StringContent(payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
            request.Headers.Add("X-MLflow-Delivery-Id", deliveryId);
            request.Headers.Add("X-MLflow-Timestamp", timestamp);
            if (signature is not null)
            {
                request.Headers.Add("X-MLflow-Signature", signature);
            }

            return request;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // A receiver that checks signatures must not be sent an event without one.
    private string? Sign(Webhook webhook, string deliveryId, string timestamp, string payload)
    {
        if (webhook.Secret is null)
        {
            return null;
        }

        var secret = _cipher.Decrypt(webhook.Secret)
            ?? throw MlflowFault.Internal("The webhook's secret was encrypted with another key; set the secret again.");
        return WebhookSignature.Of(secret, deliveryId, timestamp, payload);
    }

    private async Task<(WebhookReply? Reply, RetryConditionHeaderValue? RetryAfter, Exception? Failure)> TryAsync(
        Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AttemptLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = create();
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (new((int)response.StatusCode, await ReadBodyAsync(response, either.Token)), response.Headers.RetryAfter, null);
        }
        catch (HttpRequestException failure)
        {
            return (null, null, failure.InnerException is MlflowFault refused ? refused : failure);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, null, failure is IOException ? failure : new TimeoutException($"No answer within {AttemptLimit.TotalSeconds:0} seconds."));
        }
    }

    private static async Task<string> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxBody];
        var length = await stream.ReadAtLeastAsync(buffer, MaxBody, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static bool IsTemporary(WebhookReply? reply, Exception? failure) => reply is not null
        ? reply.Status is 429 or 500 or 502 or 503 or 504
        : failure is not MlflowFault and not HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError };

    // The first try again comes at once; then the time doubles, with up to a second at random so that receivers are not hit by all at once.
    private TimeSpan DelayBefore(int attempt, RetryConditionHeaderValue? retryAfter)
    {
        var delay = retryAfter?.Delta
            ?? (retryAfter?.Date is { } date ? date - _time.GetUtcNow() : (TimeSpan?)null)
            ?? TimeSpan.FromSeconds(attempt == 1 ? 0 : Math.Pow(2, attempt - 1) + Random.Shared.NextDouble());
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay > MaxDelay ? MaxDelay : delay;
    }

    // The name may mean another address than when the URL was checked.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await _targets.ResolveAsync(context.DnsEndPoint.Host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
