using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>Comparisons of the search of traces, which has regular expressions.</summary>
internal static class Patterns
{
    // SQLite takes patterns of 50 000 bytes.
    private const int Longest = 10_000;

    /// <summary>A comparison as SQL.</summary>
    /// <param name="sql">Takes the parameters.</param>
    /// <param name="column">The column, a constant.</param>
    /// <param name="condition">The condition; its comparator was checked.</param>
    /// <exception cref="MlflowFault">The pattern is none, or too long.</exception>
    public static string Compare(SearchSql sql, string column, Condition condition) => Compare(sql, column, condition.Operator, condition.Value);

    /// <inheritdoc cref="Compare(SearchSql, string, Condition)"/>
    public static string Compare(SearchSql sql, string column, string comparator, object? value)
    {
        if (comparator is "LIKE" or "ILIKE" or "RLIKE" && value is string { Length: > Longest } pattern)
        {
            throw MlflowFault.Invalid($"Invalid pattern of {pattern.Length} characters. It must have at most {Longest}.");
        }

        return comparator == "RLIKE" ? $"{column} REGEXP {sql.Parameter(Check(value))}" : sql.Compare(column, comparator, value);
    }

    private static string Check(object? value) => value is string pattern && RegularExpressions.IsValid(pattern)
        ? pattern
        : throw MlflowFault.Invalid($"Invalid regular expression: {value}");
}
