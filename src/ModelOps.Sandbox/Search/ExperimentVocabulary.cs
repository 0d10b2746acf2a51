using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Search;

/// <summary>What filters and orders of the search of experiments may say.</summary>
internal sealed class ExperimentVocabulary : Vocabulary
{
    private static readonly IReadOnlyList<string> Attributes = ["name", "creation_time", "last_update_time"];

    private static readonly IReadOnlyList<string> OrderAttributes = [.. Attributes, "experiment_id"];

    public static ExperimentVocabulary Instance { get; } = new();

    /// <summary>Reads a part of an order.</summary>
    public static Ordering ReadOrdering(string part)
    {
        var (identifier, isAscending) = Orderings.Read(part);
        var (entity, key) = Keys.AttributeOrTag(identifier, OrderAttributes);
        return entity == EntityKind.Attribute ? new(entity, key, isAscending) : throw MlflowFault.Invalid("Invalid order_by entity: tag");
    }

    public static bool IsNumeric(string attribute) => attribute is "creation_time" or "last_update_time";

    /// <inheritdoc />
    protected override Condition ReadCondition(Piece left, string comparator, Piece right)
    {
        var (entity, key) = Keys.AttributeOrTag(left.Text, Attributes);
        return new(entity, key, comparator, entity == EntityKind.Tag ? ReadTag(right) : ReadAttribute(key, right));
    }

    /// <inheritdoc />
    protected override Condition ReadNullCondition(Piece left, string comparator)
    {
        var (entity, key) = Keys.AttributeOrTag(left.Text, Attributes);
        return entity == EntityKind.Tag
            ? new(entity, key, comparator, Value: null)
            : throw MlflowFault.Invalid($"IS NULL / IS NOT NULL is only supported for tags, not for attribute '{key}'");
    }

    private static string ReadTag(Piece right) => Values.Text(right)
        ?? throw MlflowFault.Invalid($"Expected a quoted string value for tag (e.g. 'my-value'). Got value {right.Text}");

    private static object ReadAttribute(string key, Piece right) => IsNumeric(key)
        ? Values.Number(right) ?? throw MlflowFault.Invalid($"Expected numeric value type for numeric attribute: {key}. Found {right.Text}")
        : Values.Text(right) ?? throw MlflowFault.Invalid(right.Kind == PieceKind.Parenthesis
            ? "Only the 'run_id' attribute supports comparison with a list of quoted string values."
            : $"Expected a quoted string value for attributes. Got value {right.Text}");
}
