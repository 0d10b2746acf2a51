using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Filters and pages of searches, as far as equality and LIKE go; anything else in a filter is an error, as in MLflow.</summary>
internal static partial class SearchPage
{
    /// <summary>Comparisons of a filter.</summary>
    public static IReadOnlyList<SearchComparison> Filter(string? filter, params string[] attributes)
    {
        var comparisons = new List<SearchComparison>();
        var rest = filter ?? "";
        while (rest.Length > 0)
        {
            var match = Comparison().Match(rest);
            var identifier = match.Groups["identifier"].Value;
            if (!match.Success || !(identifier.StartsWith("tags.", StringComparison.Ordinal) || attributes.Contains(identifier)))
            {
                throw MlflowFault.Invalid($"Invalid clause(s) in filter string: {rest}");
            }

            comparisons.Add(new(
                identifier.Replace("`", "", StringComparison.Ordinal), match.Groups["value"].Value[1..^1], match.Groups["operator"].Value == "LIKE"));
            rest = rest[match.Length..];
        }

        return comparisons;
    }

    /// <summary>Whether tags fit the comparisons on tags.</summary>
    public static bool Fits(IReadOnlyList<SearchComparison> filter, IReadOnlyDictionary<string, string> tags) => filter
        .Where(comparison => comparison.IsTag)
        .All(comparison => tags.TryGetValue(comparison.TagKey, out var value) && comparison.Fits(value));

    /// <summary>Cuts out a page.</summary>
    public static (IReadOnlyList<T> Items, string? NextToken) Cut<T>(IReadOnlyList<T> all, MlflowRequest request, int fallback, int most, int cap)
    {
        var wanted = request.Number("max_results") ?? fallback;
        if (wanted < 1 || wanted > most)
        {
            throw MlflowFault.Invalid("Invalid value for max_results.");
        }

        var start = request.OptionalText("page_token") is { Length: > 0 } token ? Offset(token) : 0;
        var size = (int)Math.Min(wanted, cap);
        var items = all.Skip(start).Take(size).ToList();
        return (items, start + size < all.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"offset\": {start + size}}}")) : null);
    }

    private static int Offset(string token)
    {
        try
        {
            return int.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(token)).AsSpan()[11..^1], CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw MlflowFault.Invalid("Invalid page token, could not base64-decode");
        }
    }

    [GeneratedRegex("""\A(?:\s*AND\s+)?\s*(?<identifier>[a-z_]+(?:\.(?:`[^`]+`|[\w.]+))?)\s*(?<operator>=|(?<=\s)LIKE(?=\s))\s*(?<value>'[^'\\]*'|"[^"\\]*")\s*""")]
    private static partial Regex Comparison();
}
