using System.Globalization;

namespace ModelOps.Cli.Tables;

/// <summary>How long ago something was.</summary>
internal static class RelativeTime
{
    // As the cells of tables have it; nothing else is taken for a time.
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const int DaysThatAreCounted = 30;

    /// <summary>Minutes, hours or days; the day itself when it is longer ago, or to come.</summary>
    /// <param name="cell">A time in ISO 8601, or any other text, which stays as it is.</param>
    /// <param name="now">The time now.</param>
    public static string Of(string cell, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(cell, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return cell;
        }

        var ago = now - time;
        return ago switch
        {
            { TotalMinutes: > -1 and < 1 } => "just now",
            { TotalMinutes: >= 1 and < 60 } => $"{(int)ago.TotalMinutes} min ago",
            { TotalHours: >= 1 and < 24 } => $"{(int)ago.TotalHours} h ago",
            { TotalDays: >= 1 and < 2 } => "1 day ago",
            { TotalDays: >= 2 and < DaysThatAreCounted } => $"{(int)ago.TotalDays} days ago",
            _ => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}
