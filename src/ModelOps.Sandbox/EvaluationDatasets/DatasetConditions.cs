using System.Text.RegularExpressions;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Search;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Conditions of the search of evaluation datasets, as SQL.</summary>
internal static class DatasetConditions
{
    private static readonly IReadOnlyList<string> Texts = ["=", "!=", "<", "<=", ">", ">=", "LIKE", "ILIKE", "RLIKE"];

    /// <summary>A condition.</summary>
    /// <param name="sql">Takes the parameters.</param>
    /// <param name="connection">The store, where patterns are tried on what is there.</param>
    /// <param name="condition">What is asked for.</param>
    /// <exception cref="MlflowFault">The comparator does not go with the value.</exception>
    public static string ToSql(SearchSql sql, StoreConnection connection, Condition condition)
    {
        if (condition.Entity != EntityKind.Tag)
        {
            var column = "d." + condition.Key;
            return DatasetVocabulary.IsNumeric(condition.Key)
                ? sql.Compare(column, Require(condition, Comparators.Numeric), condition.Value)
                : Compare(sql, connection, column, $"SELECT DISTINCT {column} FROM evaluation_datasets d", condition);
        }

        var exists = $"EXISTS (SELECT 1 FROM evaluation_dataset_tags t WHERE t.dataset_id = d.dataset_id AND t.key = {sql.Parameter(condition.Key)}";
        return condition.Operator switch
        {
            "IS NULL" => $"NOT {exists})",
            "IS NOT NULL" => $"{exists})",
            _ => $"{exists} AND {Compare(sql, connection, "t.value", "SELECT DISTINCT t.value FROM evaluation_dataset_tags t", condition)})",
        };
    }

    private static string Compare(SearchSql sql, StoreConnection connection, string column, string values, Condition condition) =>
        Require(condition, Texts) == "RLIKE"
            ? $"{column} IN (SELECT value FROM json_each({sql.Parameter(IdList.Of(Match(connection, values, (string)condition.Value!)))}))"
            : sql.Compare(column, condition.Operator, condition.Value);

    // SQLite has no regular expressions of its own. These take time that grows with the text alone.
    private static List<string> Match(StoreConnection connection, string values, string pattern)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return [.. connection.Query(values, row => row.TextOrNull(0)).OfType<string>().Where(value => regex.IsMatch(value))];
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            throw MlflowFault.Invalid($"Invalid regular expression {PythonText.Quote(pattern)}");
        }
    }

    private static string Require(Condition condition, IReadOnlyList<string> comparators) => comparators.Contains(condition.Operator)
        ? condition.Operator
        : throw MlflowFault.Invalid($"Invalid comparator '{condition.Comparator}' not one of '{Keys.SetText(comparators)}'");
}
