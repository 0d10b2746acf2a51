using System.Text.RegularExpressions;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Webhooks;

namespace ModelOps.Sandbox.Subscriptions;

/// <summary>Calls that make, show, change, delete and test webhooks.</summary>
internal static partial class WebhookCalls
{
    private const string Path = "mlflow/webhooks";
    private const string OnePath = "mlflow/webhooks/{webhook_id}";
    private const int ActiveNumber = 1;
    private const int DisabledNumber = 2;

    private static readonly MessageShape Shape = new(
        Field.Text("name"), Field.Text("description"), Field.Text("url"), Field.Message("events", WebhookEvent.Shape).Many, Field.Text("secret"),
        Field.Choice("status", new Dictionary<string, int> { [Webhook.Active] = ActiveNumber, [Webhook.Disabled] = DisabledNumber }));

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST", Path, Shape,
            [
                new("name", Rule.String, Rule.Required), new("url", Rule.String, Rule.Required), new("events", Rule.List, Rule.Required),
                ParameterRules.Text("description"), ParameterRules.Text("secret"), ParameterRules.Text("status"),
            ],
            CreateAsync) { Only = Behavior.Mlflow3 },
        new(
            "GET", Path, new(Field.Integer("max_results"), Field.Text("page_token")),
            [new("max_results", Rule.Integer), ParameterRules.Text("page_token")], List) { Only = Behavior.Mlflow3 },
        new("GET", OnePath, MessageShape.Empty, [], Get) { Only = Behavior.Mlflow3 },
        new(
            "PATCH", OnePath, Shape,
            [
                ParameterRules.Text("name"), ParameterRules.Text("description"), ParameterRules.Text("url"), new("events", Rule.List),
                ParameterRules.Text("secret"), ParameterRules.Text("status"),
            ],
            UpdateAsync) { Only = Behavior.Mlflow3 },
        new("DELETE", OnePath, MessageShape.Empty, [], DeleteAsync) { Only = Behavior.Mlflow3 },
        new("POST", OnePath + "/test", new(Field.Message("event", WebhookEvent.Shape)), [], TestAsync) { Only = Behavior.Mlflow3 },
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var webhook = new Webhook(Guid.NewGuid().ToString(), request.Text("name"), request.Text("url"), ReadEvents(request))
        {
            Description = request.Text("description").NullIfEmpty(),
            Secret = Encrypt(call, request),
            Status = ReadStatus(request),
        };
        CheckName(webhook.Name);
        await call.Server.Webhooks.Targets.CheckAsync(webhook.Url, cancellationToken);
        if (webhook.Events.Count == 0)
        {
            throw MlflowFault.Invalid("Webhook events must be a non-empty list of WebhookEvent objects: [].");
        }

        var now = call.Server.Now;
        return await SaveAsync(call, connection => WebhookRows.Insert(connection, webhook, now), cancellationToken);
    }

    private static ValueTask<Answer> List(RpcCall call, CancellationToken cancellationToken)
    {
        var limit = call.Request.Integer("max_results") is var asked and not 0 ? asked : 100;
        if (limit is < 1 or > 1000)
        {
            throw MlflowFault.Invalid("max_results must be between 1 and 1000.");
        }

        var offset = PageOffset.Parse(call.Request.Text("page_token"));
        var found = call.Server.Store.Read(connection => WebhookRows.List(connection, limit + 1, offset));
        var page = found.Take((int)limit).Select(webhook => webhook.ToWire()).ToList();
        var next = found.Count > limit ? PageOffset.Format(offset + limit) : null;
        return new(Answer.Of(new(page.Count == 0 ? null : page, next), WebhookJson.Default.WebhookListAnswer));
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken) => new(Show(Find(call)));

    private static async ValueTask<Answer> UpdateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var events = ReadEvents(request);
        var found = Find(call);
        if (request.Text("name") is { Length: > 0 } name)
        {
            CheckName(name);
        }

        if (request.Text("url") is { Length: > 0 } url)
        {
            await call.Server.Webhooks.Targets.CheckAsync(url, cancellationToken);
        }

        var secret = Encrypt(call, request);
        var now = call.Server.Now;
        return await SaveAsync(
            call,
            connection =>
            {
                var before = WebhookRows.Get(connection, found.Id);
                return WebhookRows.Update(connection, before with
                {
                    Name = request.Text("name").NullIfEmpty() ?? before.Name,
                    Description = request.Text("description").NullIfEmpty() ?? before.Description,
                    Url = request.Text("url").NullIfEmpty() ?? before.Url,
                    Events = events.Count > 0 ? events : before.Events,
                    Secret = secret ?? before.Secret,

                    // A change that does not name the status makes the webhook active: so the captured server.
                    Status = ReadStatus(request),
                }, now);
            },
            cancellationToken);
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (id, now) = (call.PathValue("webhook_id"), call.Server.Now);
        await call.Server.Store.WriteAsync(connection => WebhookRows.Delete(connection, id, now), cancellationToken);
        call.Server.Webhooks.Reload();
        return Answer.Empty;
    }

    private static async ValueTask<Answer> TestAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var asked = call.Request.Part("event") is { } part ? WebhookEvent.Read(part) : null;
        var webhook = Find(call);
        var happened = asked ?? webhook.Events[0];
        WebhookTestResult result;
        try
        {
            var reply = await call.Server.Webhooks.Sender.SendAsync(new(webhook, happened, ExampleData.Of(happened)), cancellationToken);
            result = new(reply.Status < 400, reply.Status, reply.Body);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException or MlflowFault)
        {
            result = new(Success: false, ErrorMessage: $"Failed to test webhook: {failure.Message}");
        }

        return Answer.Of(new(result), WebhookJson.Default.WebhookTestAnswer);
    }

    private static async Task<Answer> SaveAsync(
        RpcCall call, Func<Store.Sqlite.StoreConnection, Webhook> write, CancellationToken cancellationToken)
    {
        var saved = await call.Server.Store.WriteAsync(write, cancellationToken);
        call.Server.Webhooks.Reload();
        return Show(saved);
    }

    private static Webhook Find(RpcCall call) => call.Server.Store.Read(connection => WebhookRows.Get(connection, call.PathValue("webhook_id")));

    private static Answer Show(Webhook webhook) => Answer.Of(new(webhook.ToWire()), WebhookJson.Default.WebhookAnswer);

    private static List<WebhookEvent> ReadEvents(Message request)
    {
        var events = request.Parts("events").Select(WebhookEvent.Read).ToList();
        return events.Distinct().Count() == events.Count ? events : throw new MlflowFault(
            ErrorCode.BadRequest,
            "(sqlite3.IntegrityError) UNIQUE constraint failed: webhook_events.webhook_id, webhook_events.entity, webhook_events.action");
    }

    private static string ReadStatus(Message request) =>
        request.Choice("status", ActiveNumber) == DisabledNumber ? Webhook.Disabled : Webhook.Active;

    private static string? Encrypt(RpcCall call, Message request) =>
        request.Text("secret").NullIfEmpty() is { } secret ? call.Server.Webhooks.Cipher.Encrypt(secret) : null;

    private static void CheckName(string name)
    {
        if (!Name().IsMatch(name))
        {
            throw MlflowFault.Invalid(
                $"Webhook name {PythonText.Quote(name)} is invalid. It must start and end with a letter or digit, be less than 63 characters long, and "
                + "contain only letters, digits, dots (.), underscores (_), and hyphens (-).");
        }
    }

    [GeneratedRegex(@"\A(?=.{1,63}\z)[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\z")]
    private static partial Regex Name();
}
