using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>Tells webhooks of events, in the background: a call that makes an event waits for no receiver. Ends with the server.</summary>
internal sealed class WebhookHub : IAsyncDisposable
{
    private const int Workers = 10;
    private const int MaxWaiting = 10_000;

    private readonly Channel<WebhookDelivery> _queue = Channel.CreateBounded<WebhookDelivery>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly StoreEngine _store;
    private Task[] _workers = [];
    private volatile List<Webhook> _active = [];

    public WebhookHub(StoreEngine store, WebhookTargets targets, SecretCipher cipher, TimeProvider time)
    {
        _store = store;
        Targets = targets;
        Cipher = cipher;
        Sender = new(targets, cipher, time);
    }

    public WebhookTargets Targets { get; }

    public SecretCipher Cipher { get; }

    public WebhookSender Sender { get; }

    /// <summary>Whether anybody is told anything.</summary>
    public bool HasListeners => _active.Count > 0;

    /// <summary>Starts to deliver, if the release has webhooks.</summary>
    public void Start(Behavior behavior)
    {
        if (behavior == Behavior.Mlflow3)
        {
            Reload();
            _workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(DeliverAsync))];
        }
    }

    /// <summary>Takes up what was changed in the store.</summary>
    public void Reload()
    {
        // Whoever reads last has the last state.
        lock (_gate)
        {
            _active = _store.Read(WebhookRows.ListActive);
        }
    }

    /// <summary>Queues an event for everybody who wants it; when too many wait, it is dropped.</summary>
    public void Publish(WebhookEvent happened, JsonObject data)
    {
        foreach (var webhook in _active)
        {
            if (webhook.Events.Contains(happened))
            {
                _queue.Writer.TryWrite(new(webhook, happened, data));
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.CancelAsync();
        await Task.WhenAll(_workers);
        Sender.Dispose();
        _ended.Dispose();
    }

    private async Task DeliverAsync()
    {
        try
        {
            await foreach (var delivery in _queue.Reader.ReadAllAsync(_ended.Token))
            {
                await DeliverOneAsync(delivery);
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    private async Task DeliverOneAsync(WebhookDelivery delivery)
    {
        try
        {
            await Sender.SendAsync(delivery, _ended.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException or MlflowFault)
        {
            // Nobody waits for it; the call that tests a webhook tells why it fails.
        }
    }
}
