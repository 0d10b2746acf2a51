using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Search;

/// <summary>What filters of the searches of registered models and of model versions may say.</summary>
internal sealed class RegistryVocabulary : Vocabulary
{
    private static readonly IReadOnlyList<string> NumericVersionAttributes = ["version_number", "creation_timestamp", "last_updated_timestamp"];

    private readonly IReadOnlyList<string> _attributes;
    private readonly bool _takesNumbers;

    private RegistryVocabulary(IReadOnlyList<string> attributes, bool takesNumbers)
    {
        _attributes = attributes;
        _takesNumbers = takesNumbers;
    }

    public static RegistryVocabulary Models { get; } = new(["name"], takesNumbers: false);

    public static RegistryVocabulary Versions { get; } = new(["name", "version_number", "run_id", "source_path"], takesNumbers: true);

    /// <summary>Whether a filter asks for prompts, which are kept in the same tables; otherwise there are only models.</summary>
    public static bool AsksForPrompts(IReadOnlyList<Condition> conditions) =>
        conditions.FirstOrDefault(IsAboutPrompts) is { Value: string value } asked
        && value.Equals(asked.Operator switch { "=" => "true", "!=" => "false", _ => null }, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a condition is on the tag that makes a prompt.</summary>
    public static bool IsAboutPrompts(Condition condition) => condition is { Entity: EntityKind.Tag, Key: PromptTags.IsPrompt };

    /// <inheritdoc />
    protected override Condition ReadCondition(Piece left, string comparator, Piece right)
    {
        var (entity, key) = Keys.AttributeOrTag(left.Text, _attributes, isUnquotedFirst: false);
        return new(entity, key, comparator.ToUpperInvariant(), entity == EntityKind.Tag ? ReadTag(right) : ReadAttribute(key, right));
    }

    private static string ReadTag(Piece right) => Values.Text(right)
        ?? throw MlflowFault.Invalid($"Expected a quoted string value for tag (e.g. 'my-value'). Got value {right.Text}");

    private object ReadAttribute(string key, Piece right)
    {
        if (Values.Text(right) is { } text)
        {
            return text;
        }

        if (right.Kind == PieceKind.Parenthesis)
        {
            return key == "run_id"
                ? Values.RunIds(right)!
                : throw MlflowFault.Invalid("Only the 'run_id' attribute supports comparison with a list of quoted string values.");
        }

        return (_takesNumbers ? Values.Number(right) : null) is not { } number
            ? throw MlflowFault.Invalid($"Expected a quoted string value or a list of quoted string values for attributes. Got value {right.Text}")
            : NumericVersionAttributes.Contains(key)
            ? number
            : throw MlflowFault.Invalid($"Only the '{Keys.SetText(NumericVersionAttributes)}' attributes support comparison with numeric values.");
    }
}
