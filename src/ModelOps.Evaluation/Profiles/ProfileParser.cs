using System.Globalization;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using ModelOps.Evaluation.Reading;

namespace ModelOps.Evaluation.Profiles;

/// <summary>Turns the JSON of a profile into the profile; whatever is not as it was written is a problem.</summary>
/// <param name="source">The text, for places.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class ProfileParser(JsonSource source, RowProblems problems)
{
    private const double ShareError = 1e-6;

    private static readonly string[] ProfileProperties = ["format", "rows", "columns"];
    private static readonly string[] ColumnProperties = ["name", "edges", "categories", "shares", "missing"];

    /// <summary>Reads a profile.</summary>
    /// <exception cref="ModelOpsException">It is no profile of this format.</exception>
    public DataProfile Parse(JsonTree root)
    {
        if (root.Find("format") is not { Kind: JsonValueKind.String, Text: ProfileFile.Format })
        {
            var found = root.Find("format")?.Describe() ?? "none";
            throw problems.Stop(EvaluationDiagnostics.Unreadable, $"Expected a profile of the format {ProfileFile.Format} that evaluate wrote; found the format {found}.");
        }

        RequireProperties(root, ProfileProperties);
        var columns = (root.Find("columns")?.Items ?? []).Select(ParseColumn).ToList();
        var rows = root.Find("rows");
        if (!long.TryParse(rows?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
        {
            Refuse(rows ?? root, "'rows' is no number of rows");
        }

        foreach (var name in columns.GroupBy(column => column.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Refuse(root, $"the column {RowProblems.Show(name.Key)} is there more than once");
        }

        return new(count, columns);
    }

    private ColumnProfile ParseColumn(JsonTree tree)
    {
        RequireProperties(tree, ColumnProperties);
        var column = new ColumnProfile(
            tree.Find("name")?.Text ?? "",
            Numbers(tree.Find("edges"), NumberRange.Finite),
            [.. (tree.Find("categories")?.Items ?? []).Select(item => item.Text)],
            Numbers(tree.Find("shares"), NumberRange.Probability),
            Number(tree.Find("missing"), tree, NumberRange.Probability));
        if (FindProblem(column) is { } problem)
        {
            Refuse(tree, $"column {RowProblems.Show(column.Name)}: {problem}");
        }

        return column;
    }

    private static string? FindProblem(ColumnProfile column) => column switch
    {
        _ when column.Edges.Zip(column.Edges.Skip(1), (left, right) => left >= right).Any(falls => falls) => "the edges do not rise",
        _ when column.Categories.Distinct(StringComparer.Ordinal).Count() < column.Categories.Count => "a category is there twice",
        { Edges.Count: > 0, Categories.Count: > 0 } => "it has both edges and categories",
        _ when column.Shares.Count != column.Edges.Count + column.Categories.Count + 1 => "it needs one share more than edges or categories",
        _ when column.Shares.Sum() is var sum && Math.Abs(sum - 1) > ShareError && sum != 0 => "the shares do not add up to 1",
        _ => null,
    };

    private void RequireProperties(JsonTree tree, string[] expected)
    {
        if (tree.Kind != JsonValueKind.Object || !tree.Properties.Keys.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)))
        {
            Refuse(tree, $"expected an object with {string.Join(", ", expected)} and nothing else");
        }
    }

    private IReadOnlyList<double> Numbers(JsonTree? tree, NumberRange range) => [.. (tree?.Items ?? []).Select(item => Number(item, item, range))];

    private double Number(JsonTree? tree, JsonTree place, NumberRange range)
    {
        if (tree is not { Kind: JsonValueKind.Number } || !range.TryParse(tree.Text, out var number))
        {
            Refuse(tree ?? place, $"expected {range.Expected}");
            return 0;
        }

        return number;
    }

    private void Refuse(JsonTree tree, string problem) =>
        problems.Add(EvaluationDiagnostics.ValueInvalid, $"The profile was changed or damaged: {problem}.", source.At(tree).Line);
}
