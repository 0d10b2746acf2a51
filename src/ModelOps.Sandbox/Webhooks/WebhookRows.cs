using System.Data.Common;
using System.Text.Json.Nodes;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>Tables <c>webhooks</c> and <c>webhook_events</c>.</summary>
internal static class WebhookRows
{
    private const string Select =
        """
        SELECT webhook_id, name, url, description, status, secret, creation_timestamp, last_updated_timestamp
        FROM webhooks WHERE workspace = 'default' AND deleted_timestamp IS NULL
        """;

    /// <summary>A page of webhooks, the newest first.</summary>
    public static List<Webhook> List(StoreConnection connection, long limit, long offset) => AddEvents(connection, connection.Query(
        $"{Select} ORDER BY creation_timestamp DESC LIMIT $limit OFFSET $offset", Map, ("$limit", limit), ("$offset", offset)));

    /// <summary>All webhooks that are told of events.</summary>
    public static List<Webhook> ListActive(StoreConnection connection) => AddEvents(connection, connection.Query(
        $"{Select} AND status = 'ACTIVE' ORDER BY creation_timestamp DESC", Map));

    public static Webhook Get(StoreConnection connection, string id) =>
        AddEvents(connection, connection.Query($"{Select} AND webhook_id = $id", Map, ("$id", id))).FirstOrDefault()
        ?? throw MlflowFault.Missing($"Webhook with ID {id} not found.");

    public static Webhook Insert(StoreConnection connection, Webhook webhook, long now)
    {
        connection.Execute(
            """
            INSERT INTO webhooks (webhook_id, name, description, url, status, secret, creation_timestamp, last_updated_timestamp)
            VALUES ($id, $name, $description, $url, $status, $secret, $now, $now)
            """,
            Values(webhook, now));
        WriteEvents(connection, webhook);
        return Get(connection, webhook.Id);
    }

    public static Webhook Update(StoreConnection connection, Webhook webhook, long now)
    {
        connection.Execute(
            """
            UPDATE webhooks SET
                name = $name, description = $description, url = $url, status = $status, secret = $secret, last_updated_timestamp = $now
            WHERE webhook_id = $id
            """,
            Values(webhook, now));
        connection.Execute("DELETE FROM webhook_events WHERE webhook_id = $id", ("$id", webhook.Id));
        WriteEvents(connection, webhook);
        return Get(connection, webhook.Id);
    }

    /// <summary>Hides a webhook; its row stays, as in MLflow, but without its secret.</summary>
    public static void Delete(StoreConnection connection, string id, long now)
    {
        _ = Get(connection, id);
        connection.Execute(
            "UPDATE webhooks SET deleted_timestamp = $now, last_updated_timestamp = $now, secret = NULL WHERE webhook_id = $id",
            ("$id", id), ("$now", now));
    }

    private static (string Name, object? Value)[] Values(Webhook webhook, long now) =>
    [
        ("$id", webhook.Id), ("$name", webhook.Name), ("$description", webhook.Description), ("$url", webhook.Url), ("$status", webhook.Status),
        ("$secret", webhook.Secret), ("$now", now),
    ];

    private static void WriteEvents(StoreConnection connection, Webhook webhook)
    {
        foreach (var one in webhook.Events)
        {
            connection.Execute(
                "INSERT INTO webhook_events (webhook_id, entity, action) VALUES ($id, $entity, $action)",
                ("$id", webhook.Id), ("$entity", one.Entity), ("$action", one.Action));
        }
    }

    private static List<Webhook> AddEvents(StoreConnection connection, List<Webhook> webhooks)
    {
        var ids = new JsonArray([.. webhooks.Select(webhook => (JsonNode)webhook.Id)]);
        var events = connection
            .Query(
                """
                SELECT webhook_id, entity, action FROM webhook_events
                WHERE webhook_id IN (SELECT value FROM json_each($ids)) ORDER BY webhook_id, entity, action
                """,
                row => (Id: row.GetString(0), Event: new WebhookEvent(row.GetString(1), row.GetString(2))),
                ("$ids", ids.ToJsonString()))
            .ToLookup(one => one.Id, one => one.Event, StringComparer.Ordinal);
        return webhooks.ConvertAll(webhook => webhook with { Events = [.. events[webhook.Id]] });
    }

    private static Webhook Map(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), [])
    {
        Description = row.TextOrNull(3),
        Status = row.GetString(4),
        Secret = row.TextOrNull(5),
        CreatedAt = row.NumberOrNull(6),
        UpdatedAt = row.NumberOrNull(7),
    };
}
