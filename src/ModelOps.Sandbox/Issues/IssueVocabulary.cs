using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Issues;

/// <summary>What filters of the search of issues may say.</summary>
internal sealed class IssueVocabulary : Vocabulary
{
    private static readonly IReadOnlyList<string> Fields = ["source_run_id", "status"];

    private static readonly IReadOnlyList<string> Comparisons = ["!=", "="];

    public static IssueVocabulary Instance { get; } = new();

    /// <inheritdoc />
    protected override Condition ReadCondition(Piece left, string comparator, Piece right)
    {
        var key = Keys.Unquote(left.Text);
        if (!Fields.Contains(key))
        {
            throw MlflowFault.Invalid($"Invalid filter field '{key}'. Supported fields: {Keys.SetText(Fields)}");
        }

        return Comparisons.Contains(comparator)
            ? new(EntityKind.Attribute, key, comparator, Values.Text(right)
                ?? throw MlflowFault.Invalid($"Expected a quoted string value for attributes. Got value {right.Text}"))
            : throw MlflowFault.Invalid($"Invalid comparator '{comparator}'. Supported comparators: {Keys.SetText(Comparisons)}");
    }
}
