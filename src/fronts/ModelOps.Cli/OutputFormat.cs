using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Cli;

/// <summary>The form of results on standard output, as the call asks for it.</summary>
/// <param name="Name">One of <see cref="All"/>.</param>
/// <param name="Problem">What is wrong with what the call asks for; null when nothing is.</param>
internal sealed record OutputFormat(string Name, Diagnostic? Problem)
{
    public const string Table = "table";
    public const string Json = "json";
    public const string Tsv = "tsv";

    /// <summary>The forms.</summary>
    public static IReadOnlyList<string> All { get; } = [Table, Json, Tsv];

    /// <summary>Reads <c>--format</c> and its short form <c>--json</c>, wherever they stand.</summary>
    public static OutputFormat Of(IReadOnlyList<string> words)
    {
        var asked = Asked(words).ToArray();
        var isJson = words.Contains(GlobalOption.Json);
        var unknown = asked.FirstOrDefault(name => !All.Contains(name));
        if (unknown is not null)
        {
            return new(isJson ? Json : Table, InputDiagnostics.Invalid.At(
                $"'{VisibleText.Of(unknown)}' is no format: expected {GlobalOption.Format} with one of {string.Join(", ", All)}.{Suggestion.Hint(unknown, All)}"));
        }

        var names = (isJson ? asked.Append(Json) : asked).Distinct().ToArray();
        return names.Length > 1
            ? new(Json, InputDiagnostics.Conflict.At($"Give one format, not {string.Join(" and ", names)}."))
            : new(names.FirstOrDefault() ?? Table, null);
    }

    private static IEnumerable<string> Asked(IReadOnlyList<string> words)
    {
        foreach (var (index, word) in words.Index())
        {
            if (word.StartsWith(GlobalOption.Format + "=", StringComparison.Ordinal))
            {
                yield return word[(GlobalOption.Format.Length + 1)..];
            }
            else if (word == GlobalOption.Format)
            {
                yield return index + 1 < words.Count ? words[index + 1] : "";
            }
        }
    }
}
