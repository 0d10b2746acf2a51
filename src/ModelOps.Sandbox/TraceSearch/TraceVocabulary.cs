using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>What filters of the search of traces may say. Source: mlflow/utils/search_utils.py.</summary>
internal sealed class TraceVocabulary : Vocabulary
{
    private readonly TraceWords _words;

    private TraceVocabulary(TraceWords words) => _words = words;

    private static TraceVocabulary Mlflow2 { get; } = new(TraceWords.Mlflow2);

    private static TraceVocabulary Mlflow3 { get; } = new(TraceWords.Mlflow3);

    /// <summary>The vocabulary of a release.</summary>
    public static TraceVocabulary Of(Behavior behavior) => behavior == Behavior.Mlflow2 ? Mlflow2 : Mlflow3;

    /// <inheritdoc />
    protected override string ShowClause(string clause) => $"'{clause}'";

    // The name of a type of SQL's is an attribute here.
    /// <inheritdoc />
    protected override List<Piece> Arrange(List<Piece> pieces)
    {
        var arranged = new List<Piece>();
        for (var at = 0; at < pieces.Count; at++)
        {
            var isTime = at + 2 < pieces.Count && pieces[at].IsKeyword("TIMESTAMP") && pieces[at + 1].Kind == PieceKind.Comparator
                && pieces[at + 2].Kind is PieceKind.Integer or PieceKind.Float or PieceKind.Text or PieceKind.Identifier;
            if (!isTime)
            {
                arranged.Add(pieces[at]);
                continue;
            }

            var left = pieces[at] with { Kind = PieceKind.Identifier };
            arranged.Add(Piece.Span(PieceKind.Comparison, left, pieces[at + 2]) with { Parts = [left, pieces[at + 1], pieces[at + 2]] });
            at += 2;
        }

        return arranged;
    }

    /// <inheritdoc />
    protected override Condition ReadCondition(Piece left, string comparator, Piece right)
    {
        var (entity, key) = _words.Identify(left.Text, _words.Attributes);
        CheckKey(entity, key);
        object value = entity switch
        {
            EntityKind.Attribute => ReadAttribute(key, right),
            EntityKind.Tag or EntityKind.Span when right.Kind == PieceKind.Parenthesis => TextList.Read(right.Text),
            _ => Values.Text(right) ?? throw NotQuoted(TraceWords.NameOf(entity), right),
        };
        return new(entity, key, comparator, value);
    }

    /// <inheritdoc />
    protected override Condition ReadNullCondition(Piece left, string comparator)
    {
        var (entity, key) = _words.Identify(left.Text, _words.Attributes);
        CheckKey(entity, key);
        return new(entity, key, comparator, Value: null);
    }

    private static void CheckKey(EntityKind entity, string key)
    {
        if (entity is EntityKind.Feedback or EntityKind.Expectation && key.Length == 0)
        {
            throw MlflowFault.Invalid("Assessment field name cannot be empty");
        }

        if (entity == EntityKind.Span && key == SpanFilterSql.Attributes)
        {
            throw MlflowFault.Invalid("Span attribute name cannot be empty after 'attributes.'");
        }
    }

    private static MlflowFault NotQuoted(string name, Piece right) =>
        MlflowFault.Invalid($"Expected a quoted string value for {name} (e.g. 'my-value'). Got value {right.Text}");

    private object ReadAttribute(string key, Piece right)
    {
        if (Values.Text(right) is { } text)
        {
            return text;
        }

        if (Values.Number(right) is { } number)
        {
            return TraceWords.IsNumeric(key)
                ? number
                : throw MlflowFault.Invalid($"Only the '{Keys.SetText(_words.NumericAttributes)}' attributes support comparison with numeric values.");
        }

        if (right.Kind != PieceKind.Parenthesis)
        {
            throw MlflowFault.Invalid($"Expected a quoted string value for attributes. Got value {right.Text}");
        }

        return _words.ListAttributes.Contains(key)
            ? TextList.Read(right.Text)
            : throw MlflowFault.Invalid(
                $"Only attributes in {Keys.SetText(_words.ListAttributes)} supports comparison with a list of quoted string values.");
    }
}
