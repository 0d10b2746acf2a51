using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search;

/// <summary>Which comparators a kind of value takes.</summary>
internal static class Comparators
{
    public static readonly IReadOnlyList<string> Numeric = [">", ">=", "!=", "=", "<", "<="];

    public static readonly IReadOnlyList<string> Text = ["!=", "=", "LIKE", "ILIKE"];

    public static readonly IReadOnlyList<string> TextOrList = [.. Text, "IN", "NOT IN"];

    public static readonly IReadOnlyList<string> TextOrNull = [.. Text, "IS NULL", "IS NOT NULL"];

    /// <summary>Refuses a comparator in the words of the searches of runs and experiments.</summary>
    /// <param name="comparator">The comparator.</param>
    /// <param name="allowed">Those that are taken.</param>
    /// <param name="shown">Those that the message names.</param>
    /// <param name="end">End of the message, which MLflow forgets in places.</param>
    public static void Require(string comparator, IReadOnlyList<string> allowed, IReadOnlyList<string> shown, string end)
    {
        if (!allowed.Contains(comparator))
        {
            throw MlflowFault.Invalid($"Invalid comparator '{comparator}' not one of '{Keys.SetText(shown)}{end}");
        }
    }
}
