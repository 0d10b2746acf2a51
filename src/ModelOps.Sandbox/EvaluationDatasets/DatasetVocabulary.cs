using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>What filters and orders of the search of evaluation datasets may say.</summary>
internal sealed class DatasetVocabulary : Vocabulary
{
    private static readonly IReadOnlyList<string> OrderAttributes = ["name", "created_time", "last_update_time"];

    private static readonly IReadOnlyList<string> Attributes = [.. OrderAttributes, "created_by", "last_updated_by"];

    public static DatasetVocabulary Instance { get; } = new();

    public static bool IsNumeric(string attribute) => attribute is "created_time" or "last_update_time";

    /// <summary>Reads a part of an order.</summary>
    public static Ordering ReadOrdering(string part)
    {
        var (identifier, isAscending) = Orderings.Read(part);
        var (entity, key) = ReadKey(identifier, OrderAttributes);
        return entity == EntityKind.Attribute ? new(entity, key, isAscending) : throw MlflowFault.Invalid("Invalid order_by entity: tag");
    }

    /// <inheritdoc />
    protected override Condition ReadCondition(Piece left, string comparator, Piece right)
    {
        var (entity, key) = ReadKey(left.Text, Attributes);
        return new(entity, key, comparator, entity == EntityKind.Tag ? ReadTag(right) : ReadAttribute(key, right));
    }

    /// <inheritdoc />
    protected override Condition ReadNullCondition(Piece left, string comparator)
    {
        var (entity, key) = ReadKey(left.Text, Attributes);
        return entity == EntityKind.Tag
            ? new(entity, key, comparator, Value: null)
            : throw MlflowFault.Invalid($"IS NULL / IS NOT NULL is only supported for tags and params, not for 'attribute' '{key}'");
    }

    private static (EntityKind Entity, string Key) ReadKey(string identifier, IReadOnlyList<string> attributes)
    {
        var (entity, key) = Keys.Split(identifier);
        var plain = Keys.Unquote(key);
        return entity switch
        {
            "tags" => (EntityKind.Tag, plain),
            null when attributes.Contains(plain) => (EntityKind.Attribute, plain),
            null => throw MlflowFault.Invalid($"Invalid attribute key '{plain}' specified. Valid keys are: {Keys.SetText(attributes)}"),
            _ => throw MlflowFault.Invalid($"Invalid identifier token '{entity}' specified"),
        };
    }

    private static string ReadTag(Piece right) => Plain(right)
        ?? throw MlflowFault.Invalid($"Expected a quoted string value for tag (e.g. 'my-value'). Got value {right.Text}");

    private static object ReadAttribute(string key, Piece right) => IsNumeric(key)
        ? Values.Number(right) ?? throw MlflowFault.Invalid($"Expected numeric value type for numeric attribute: {key}. Found {right.Text}")
        : Plain(right) ?? throw MlflowFault.Invalid(right.Kind == PieceKind.Parenthesis
            ? "Only the 'run_id' attribute supports comparison with a list of quoted string values."
            : $"Expected a quoted string value for attributes. Got value {right.Text}");

    private static string? Plain(Piece right) => right.Kind == PieceKind.Parenthesis ? null : Values.Text(right);
}
