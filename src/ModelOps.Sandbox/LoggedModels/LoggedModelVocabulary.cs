using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>What filters of the search of logged models may say. Source: mlflow/utils/search_logged_model_utils.py.</summary>
internal static class LoggedModelVocabulary
{
    private const int MaxConditions = 400;

    /// <summary>Reads a filter.</summary>
    /// <param name="filter">The filter; empty when all is searched for.</param>
    /// <exception cref="MlflowFault">The filter is none.</exception>
    public static IReadOnlyList<Condition> Read(string filter)
    {
        if (filter.Length == 0)
        {
            return [];
        }

        var start = $"Invalid filter string: {PythonText.Quote(filter)}. ";
        if (Statements.Read(filter) is not [var statement])
        {
            throw MlflowFault.Invalid(start + "Expected a single SQL expression.");
        }

        var conditions = new List<Condition>();
        foreach (var piece in WordComparisons.Join(statement, Behavior.Mlflow3))
        {
            if (piece.Kind == PieceKind.Comparison && conditions.Count < MaxConditions)
            {
                conditions.Add(ReadCondition(piece));
            }
            else if (!piece.IsKeyword("AND"))
            {
                throw MlflowFault.Invalid(
                    start + "Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').");
            }
        }

        return conditions;
    }

    /// <summary>The column of an attribute; null when there is none.</summary>
    public static string? Column(string attribute) => attribute switch
    {
        "model_id" => "m.model_id",
        "experiment_id" => "m.experiment_id",
        "name" => "m.name",
        "artifact_location" => "m.artifact_location",
        "creation_time" or "creation_timestamp" or "creation_timestamp_ms" => "m.creation_timestamp_ms",
        "last_updated_timestamp" or "last_updated_timestamp_ms" => "m.last_updated_timestamp_ms",
        "status" => "m.status",
        "lifecycle_stage" => "m.lifecycle_stage",
        "model_type" => "m.model_type",
        "source_run_id" => "m.source_run_id",
        "status_message" => "m.status_message",
        _ => null,
    };

    private static Condition ReadCondition(Piece comparison)
    {
        if (comparison.Parts is not [var left, var comparator, var right])
        {
            throw MlflowFault.Invalid($"Invalid comparison: {comparison.Text}. Expected a comparison with 3 tokens.");
        }

        var (entity, name, key) = Identify(left.Text);
        var isNumeric = entity == EntityKind.Metric || (entity == EntityKind.Attribute && Column(key) is { } column && column.EndsWith("_ms", StringComparison.Ordinal));
        if (!(isNumeric ? Comparators.Numeric : Comparators.TextOrList).Contains(comparator.Text))
        {
            throw MlflowFault.Invalid(
                $"Invalid comparison operator for {name}.{key}: {PythonText.Quote(comparator.Text)}. "
                + "Expected one of ('=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN').");
        }

        return new(entity, key, comparator.Text, isNumeric ? ReadNumber(right) : ReadText(right));
    }

    private static (EntityKind Entity, string Name, string Key) Identify(string identifier)
    {
        var (name, key) = Keys.Split(identifier);
        if (name is not { Length: > 0 } || key.Length == 0 || !name.All(char.IsAsciiLetterLower))
        {
            return Column(identifier.Trim('`')) is not null
                ? (EntityKind.Attribute, "attributes", identifier.Trim('`'))
                : throw MlflowFault.Invalid($"Invalid attribute key '{identifier}' specified.");
        }

        var entity = name switch
        {
            "attributes" => EntityKind.Attribute,
            "metrics" => EntityKind.Metric,
            "params" => EntityKind.Parameter,
            "tags" => EntityKind.Tag,
            _ => throw MlflowFault.Invalid(
                $"Invalid entity type: {PythonText.Quote(name)}. Expected one of ['attributes', 'metrics', 'params', 'tags']."),
        };
        var plain = key.Trim('`');
        return entity != EntityKind.Attribute || Column(plain) is not null
            ? (entity, name, plain)
            : throw MlflowFault.Invalid($"Invalid attribute key '{plain}' specified.");
    }

    private static object ReadNumber(Piece right) =>
        double.TryParse(right.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw MlflowFault.Invalid($"Expected a numeric value. Got value {right.Text}");

    // Only single quotes are taken off here.
    private static object ReadText(Piece right) => right.Kind == PieceKind.Parenthesis ? TextList.Read(right.Text) : right.Text.Trim('\'');
}
