using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Search;

/// <summary>What filters and orders of the search of runs may say.</summary>
internal sealed class RunVocabulary : Vocabulary
{
    private static readonly IReadOnlyList<string> Attributes =
    [
        "artifact_uri", "end_time", "run_id", "run_name", "start_time", "status", "user_id",
        "created", "Created", "run name", "Run name", "Run Name",
    ];

    private static readonly IReadOnlyList<string> OrderAttributes = [.. Attributes.Take(9)];

    private static readonly IReadOnlyList<string> Datasets = ["name", "digest", "context"];

    public static RunVocabulary Instance { get; } = new();

    /// <summary>Reads a part of an order.</summary>
    public static Ordering ReadOrdering(string part)
    {
        var (identifier, isAscending) = Orderings.Read(part);
        var (entity, key) = Identify(identifier, OrderAttributes);
        return new(entity, Translate(key), isAscending);
    }

    /// <summary>The name of an attribute of which there are former names.</summary>
    public static string Translate(string key) => key switch
    {
        "created" or "Created" => "start_time",
        "run name" or "Run name" or "Run Name" => "run_name",
        _ => key,
    };

    public static bool IsNumeric(string attribute) => attribute is "start_time" or "end_time" or "created" or "Created";

    /// <inheritdoc />
    protected override string ShowClause(string clause) => $"'{clause}'";

    /// <inheritdoc />
    protected override Condition ReadCondition(Piece left, string comparator, Piece right)
    {
        var (entity, key) = Identify(left.Text, Attributes);
        object value = entity switch
        {
            EntityKind.Metric => Values.Number(right) is { } number
                ? Convert.ToDouble(number, CultureInfo.InvariantCulture)
                : throw MlflowFault.Invalid($"Expected numeric value type for metric. Found {right.Text}"),
            EntityKind.Attribute => ReadAttribute(key, right),
            EntityKind.Dataset => Values.Text(right) as object ?? Values.RunIds(right)
                ?? throw MlflowFault.Invalid($"Expected a quoted string value for dataset attributes. Got value {right.Text}"),
            _ => Values.Text(right) ?? throw MlflowFault.Invalid(
                $"Expected a quoted string value for {(entity == EntityKind.Tag ? "tag" : "parameter")} (e.g. 'my-value'). Got value {right.Text}"),
        };
        return new(entity, key, comparator, value);
    }

    /// <inheritdoc />
    protected override Condition ReadNullCondition(Piece left, string comparator)
    {
        var (entity, key) = Identify(left.Text, Attributes);
        return entity is EntityKind.Tag or EntityKind.Parameter
            ? new(entity, key, comparator, Value: null)
            : throw MlflowFault.Invalid($"IS NULL / IS NOT NULL is only supported for tags and params, not for '{Name(entity)}' '{key}'");
    }

    private static object ReadAttribute(string key, Piece right)
    {
        if (IsNumeric(key))
        {
            return Values.Number(right) ?? throw MlflowFault.Invalid($"Expected numeric value type for numeric attribute: {key}. Found {right.Text}");
        }

        return Values.Text(right) is { } text ? text
            : right.Kind != PieceKind.Parenthesis ? throw MlflowFault.Invalid($"Expected a quoted string value for attributes. Got value {right.Text}")
            : key == "run_id" ? Values.RunIds(right)!
            : throw MlflowFault.Invalid("Only the 'run_id' attribute supports comparison with a list of quoted string values.");
    }

    private static (EntityKind Entity, string Key) Identify(string identifier, IReadOnlyList<string> attributes)
    {
        var (name, rest) = Keys.Split(identifier);
        var plain = name is null ? "attribute" : Keys.TrimBackticks(name);
        var entity = plain switch
        {
            "metric" or "metrics" => EntityKind.Metric,
            "parameter" or "parameters" or "param" or "params" => EntityKind.Parameter,
            "tag" or "tags" => EntityKind.Tag,
            "attribute" or "attr" or "attributes" or "run" => EntityKind.Attribute,
            "dataset" or "datasets" => EntityKind.Dataset,
            _ => throw MlflowFault.Invalid(
                $"Invalid entity type '{plain}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']"),
        };
        var key = Keys.Unquote(rest);
        Keys.RequireAttribute(entity, key, attributes);
        return entity != EntityKind.Dataset || Datasets.Contains(key)
            ? (entity, key)
            : throw MlflowFault.Invalid($"Invalid dataset key '{key}' specified. Valid keys are '{Keys.SetText(Datasets)}'");
    }

    private static string Name(EntityKind entity) => entity switch
    {
        EntityKind.Metric => "metric",
        EntityKind.Dataset => "dataset",
        _ => "attribute",
    };
}
