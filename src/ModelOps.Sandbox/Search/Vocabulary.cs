using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.Search;

/// <summary>What the filters of one search may say. Source: mlflow/utils/search_utils.py.</summary>
internal abstract class Vocabulary
{
    // SQLite takes expressions of a depth of a thousand.
    private const int MaxConditions = 400;

    /// <summary>Reads a filter.</summary>
    /// <param name="filter">The filter; empty when all is searched for.</param>
    /// <param name="behavior">The release.</param>
    /// <returns>Comparisons that all have to hold.</returns>
    /// <exception cref="MlflowFault">The filter says something else.</exception>
    public IReadOnlyList<Condition> Read(string filter, Behavior behavior)
    {
        if (filter.Length == 0)
        {
            return [];
        }

        var statements = Statements.Read(filter);
        if (statements.Count != 1)
        {
            throw MlflowFault.Invalid(statements.Count == 0
                ? $"Invalid filter '{filter}'. Could not be parsed."
                : $"Search filter contained multiple expression {PythonText.Quote(filter)}. Provide AND-ed expression list.");
        }

        var pieces = WordComparisons.Join(Arrange(statements[0]), behavior);
        var others = pieces.Where(piece => piece.Kind != PieceKind.Comparison && !piece.IsKeyword("AND")).Select(piece => ShowClause(piece.Text)).ToList();
        if (others.Count > 0)
        {
            throw MlflowFault.Invalid($"Invalid clause(s) in filter string: {string.Join(", ", others)}");
        }

        var comparisons = pieces.Where(piece => piece.Kind == PieceKind.Comparison).ToList();
        return comparisons.Count <= MaxConditions
            ? [.. comparisons.Select(ReadComparison)]
            : throw MlflowFault.Invalid($"Search filter has {comparisons.Count} comparisons. It must have at most {MaxConditions}.");
    }

    /// <summary>Reads a comparison with a value.</summary>
    protected abstract Condition ReadCondition(Piece left, string comparator, Piece right);

    /// <summary>Reads IS NULL or IS NOT NULL.</summary>
    protected virtual Condition ReadNullCondition(Piece left, string comparator) =>
        throw MlflowFault.Invalid("Invalid comparison clause. Expected 3 tokens found 2");

    /// <summary>Puts pieces together that only one search takes for a comparison.</summary>
    protected virtual List<Piece> Arrange(List<Piece> pieces) => pieces;

    /// <summary>A clause that is no comparison, as the message shows it.</summary>
    protected virtual string ShowClause(string clause) => clause;

    private Condition ReadComparison(Piece comparison)
    {
        var parts = comparison.Parts;
        return parts[0].Kind != PieceKind.Identifier
            ? throw MlflowFault.Invalid($"Invalid comparison clause. Expected 'Identifier' found '{parts[0].Text}'")
            : parts.Count == 2 ? ReadNullCondition(parts[0], parts[1].Text) : ReadCondition(parts[0], parts[1].Text, parts[2]);
    }
}
