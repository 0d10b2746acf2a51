using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Search;

/// <summary>Left sides of comparisons and parts of orders: an entity, a period, a key; an attribute when there is no period.</summary>
internal static class Keys
{
    /// <summary>Cuts at the first period.</summary>
    /// <returns>The entity, null when there is none, with the key.</returns>
    public static (string? Entity, string Key) Split(string identifier)
    {
        var period = identifier.IndexOf('.', StringComparison.Ordinal);
        return period < 0 ? (null, identifier) : (identifier[..period], identifier[(period + 1)..]);
    }

    /// <summary>A key without its quotes or backticks.</summary>
    public static string Unquote(string key) => TrimBackticks(Quotes.Strip(key, '\'', '"') ?? key);

    public static string TrimBackticks(string name) => Quotes.Strip(name, '`') ?? name;

    /// <summary>An attribute or a tag, as the searches of experiments, models and versions name them.</summary>
    /// <param name="identifier">What was written.</param>
    /// <param name="attributes">The attributes that there are.</param>
    /// <param name="isUnquotedFirst">Whether quotes are taken off before the attribute is looked for.</param>
    public static (EntityKind Entity, string Key) AttributeOrTag(string identifier, IReadOnlyList<string> attributes, bool isUnquotedFirst = true)
    {
        var (entity, key) = Split(identifier);
        var kind = entity switch
        {
            null or "attribute" => EntityKind.Attribute,
            "tag" or "tags" => EntityKind.Tag,
            _ => throw MlflowFault.Invalid($"Invalid entity type '{entity}'. Valid entity types are ('attribute', 'tag', 'tags')"),
        };
        var plain = Unquote(key);
        RequireAttribute(kind, isUnquotedFirst ? plain : key, attributes);
        return (kind, plain);
    }

    /// <summary>Refuses an attribute that is not there.</summary>
    public static void RequireAttribute(EntityKind kind, string key, IReadOnlyList<string> attributes)
    {
        if (kind == EntityKind.Attribute && !attributes.Contains(key))
        {
            throw MlflowFault.Invalid($"Invalid attribute key '{key}' specified. Valid keys are '{SetText(attributes)}'");
        }
    }

    /// <summary>Texts as Python writes a set.</summary>
    public static string SetText(IEnumerable<string> items) => "{" + string.Join(", ", items.Select(item => $"'{item}'")) + "}";
}
