using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Webhooks;

/// <summary>Something that happens in the registry and can be told: what it happens to, and what it is. In lower case, as deliveries have it.</summary>
internal sealed record WebhookEvent(string Entity, string Action)
{
    // The number of an entity is its place, that of an action too; 0 stands for none.
    private static readonly string[] Entities =
    [
        "", "registered_model", "model_version", "model_version_tag", "model_version_alias", "prompt", "prompt_version", "prompt_tag",
        "prompt_version_tag", "prompt_alias", "budget_policy",
    ];

    private static readonly string[] Actions = ["", "created", "updated", "deleted", "set", "exceeded"];

    /// <summary>What an event looks like in a request.</summary>
    public static MessageShape Shape { get; } = new(
        Field.Choice("entity", ToChoices(Entities, "ENTITY_UNSPECIFIED")), Field.Choice("action", ToChoices(Actions, "ACTION_UNSPECIFIED")));

    /// <summary>Reads an event of a request.</summary>
    /// <exception cref="MlflowFault">There is no such event.</exception>
    public static WebhookEvent Read(Message message)
    {
        var entity = Name(Entities, message.Choice("entity", 0), "entity");
        var action = Name(Actions, message.Choice("action", 0), "action");
        var valid = ActionsOf(entity);
        return valid.Contains(action) ? new(entity, action) : throw MlflowFault.Invalid(
            $"Invalid action '{action}' for entity '{entity}'. Valid actions are: [{string.Join(", ", valid.Select(PythonText.Quote))}]");
    }

    /// <summary>The event as it is answered.</summary>
    public WireWebhookEvent ToWire() => new(Entity.ToUpperInvariant(), Action.ToUpperInvariant());

    private static string[] ActionsOf(string entity) => entity switch
    {
        "budget_policy" => ["exceeded"],
        _ when entity.EndsWith("_tag", StringComparison.Ordinal) => ["deleted", "set"],
        _ when entity.EndsWith("_alias", StringComparison.Ordinal) => ["created", "deleted"],
        _ => ["created"],
    };

    private static string Name(string[] names, int number, string what) => number > 0 && number < names.Length
        ? names[number]
        : throw MlflowFault.Invalid($"Invalid webhook event: there is no {what} with the number {number}.");

    private static Dictionary<string, int> ToChoices(string[] names, string none) =>
        names.Index().ToDictionary(one => one.Index == 0 ? none : one.Item.ToUpperInvariant(), one => one.Index, StringComparer.Ordinal);
}
