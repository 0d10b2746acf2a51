using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>The names that a release knows in filters and orders of traces, and what they are compared with.</summary>
internal sealed record TraceWords
{
    private static readonly IReadOnlyList<string> PairComparators = ["=", "!=", "LIKE", "ILIKE", "RLIKE", "IS NULL", "IS NOT NULL"];

    public static TraceWords Mlflow3 { get; } = new()
    {
        Entities = ["tag", "tags", "attribute", "attributes", "trace", "metadata", "request_metadata", "span", "feedback", "expectation", "issue"],
        ListAttributes = ["request_id", "name", "run_id", "status", "client_request_id"],
        NumericAttributes = ["timestamp", "timestamp_ms", "execution_time", "execution_time_ms", "end_time", "end_time_ms"],
        OtherAttributes = ["prompt", "text"],
        TextComparators = ["=", "!=", "IN", "NOT IN", "LIKE", "ILIKE", "RLIKE"],
        TagComparators = PairComparators,
    };

    public static TraceWords Mlflow2 { get; } = new()
    {
        Entities = ["tag", "tags", "attribute", "attributes", "trace", "metadata", "request_metadata"],
        ListAttributes = ["request_id", "name", "run_id", "status"],
        NumericAttributes = ["timestamp", "timestamp_ms", "execution_time", "execution_time_ms"],
        OtherAttributes = [],
        TextComparators = ["=", "!=", "IN", "NOT IN"],
        TagComparators = ["=", "!="],
    };

    /// <summary>What may stand before the period.</summary>
    public required IReadOnlyList<string> Entities { get; init; }

    /// <summary>Attributes that may be one of a list.</summary>
    public required IReadOnlyList<string> ListAttributes { get; init; }

    /// <summary>Attributes that are numbers.</summary>
    public required IReadOnlyList<string> NumericAttributes { get; init; }

    /// <summary>Attributes that are neither.</summary>
    public required IReadOnlyList<string> OtherAttributes { get; init; }

    /// <summary>Comparators of attributes that are text.</summary>
    public required IReadOnlyList<string> TextComparators { get; init; }

    /// <summary>Comparators of tags and metadata.</summary>
    public required IReadOnlyList<string> TagComparators { get; init; }

    /// <summary>Attributes of filters.</summary>
    public IReadOnlyList<string> Attributes => [.. ListAttributes, .. NumericAttributes, .. OtherAttributes];

    /// <summary>Attributes of orders.</summary>
    public IReadOnlyList<string> OrderAttributes => [.. ListAttributes.Where(name => name != "client_request_id"), .. NumericAttributes, "experiment_id"];

    public static TraceWords Of(Behavior behavior) => behavior == Behavior.Mlflow2 ? Mlflow2 : Mlflow3;

    public static bool IsNumeric(string attribute) =>
        attribute is "timestamp" or "timestamp_ms" or "execution_time" or "execution_time_ms" or "end_time" or "end_time_ms";

    /// <summary>What a kind is called in messages.</summary>
    public static string NameOf(EntityKind entity) => entity switch
    {
        EntityKind.Tag => "tag",
        EntityKind.Metadata => "request_metadata",
        EntityKind.Span => "span",
        EntityKind.Feedback => "feedback",
        EntityKind.Expectation => "expectation",
        EntityKind.Issue => "issue",
        _ => "attribute",
    };

    /// <summary>Takes a left side apart.</summary>
    /// <param name="identifier">What was written.</param>
    /// <param name="attributes">The attributes that there are.</param>
    /// <exception cref="MlflowFault">There is no such name.</exception>
    public (EntityKind Entity, string Key) Identify(string identifier, IReadOnlyList<string> attributes)
    {
        var (name, rest) = Keys.Split(identifier);
        var plain = name is null ? "attribute" : Keys.TrimBackticks(name);
        if (!Entities.Contains(plain))
        {
            throw MlflowFault.Invalid($"Invalid entity type '{plain}'. Valid values are {Keys.SetText(Entities)}");
        }

        var entity = plain switch
        {
            "tag" or "tags" => EntityKind.Tag,
            "metadata" or "request_metadata" => EntityKind.Metadata,
            "span" => EntityKind.Span,
            "feedback" => EntityKind.Feedback,
            "expectation" => EntityKind.Expectation,
            "issue" => EntityKind.Issue,
            _ => EntityKind.Attribute,
        };
        var key = Keys.Unquote(rest);
        Keys.RequireAttribute(entity, key, attributes);
        return (entity, key);
    }
}
