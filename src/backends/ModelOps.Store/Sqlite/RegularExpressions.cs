using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ModelOps.Store.Sqlite;

/// <summary>The function behind <c>REGEXP</c>, which SQLite leaves to programs; its time grows with the text and nothing else.</summary>
internal static class RegularExpressions
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Whether a pattern can be matched; those that look around or back cannot.</summary>
    public static bool IsValid(string pattern)
    {
        try
        {
            _ = new Regex(pattern, Options);
            return true;
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Adds the function to a connection.</summary>
    public static void AddTo(SqliteConnection connection)
    {
        // A statement asks for one pattern again and again.
        Regex? last = null;
        connection.CreateFunction("regexp", (string? pattern, string? text) =>
        {
            if (pattern is null || text is null)
            {
                return false;
            }

            last = last?.ToString() == pattern ? last : new(pattern, Options);
            return last.IsMatch(text);
        });
    }
}
