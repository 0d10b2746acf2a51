using System.Globalization;
using System.Text.Json;
using ModelOps.Abstractions.Json;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>
/// Finds the rows or tensors in the forms in which MLflow writes examples and in which the scoring server takes requests.
/// </summary>
internal static class ExampleReader
{
    private static readonly string[] Formats = ["dataframe_split", "dataframe_records", "instances", "inputs"];

    /// <summary>Reads <c>input_example.json</c>.</summary>
    public static void ReadExample(ExampleInfo info, ExampleFit fit, JsonTree root)
    {
        // With params, and in the TF-serving form of older versions, the example is wrapped.
        var isWrapped = root.Properties.ContainsKey("inputs") && root.Properties.Keys.All(key => key is "inputs" or "params");
        if (isWrapped && (info.HasParams || !fit.HasInput("inputs")))
        {
            fit.CheckParams(root.Find("params"));
            root = root.Properties["inputs"];
        }

        if (info.Type == "dataframe")
        {
            ReadFrame(fit, root);
        }
        else if (!info.Type.StartsWith("sparse_matrix", StringComparison.Ordinal))
        {
            fit.CheckInputs(root);
        }
    }

    /// <summary>Reads a request body of <c>/invocations</c>.</summary>
    public static void ReadRequest(ExampleFit fit, JsonTree root)
    {
        var formats = Formats.Where(root.Properties.ContainsKey).ToList();
        if (formats.Count == 0 && (root.Properties.ContainsKey("messages") || root.Properties.ContainsKey("prompt") || root.Properties.ContainsKey("input")))
        {
            // The form of chat and completion models: the object itself is the input.
            return;
        }

        if (formats is not [var format])
        {
            fit.Malformed($"Expected an object with exactly one of {string.Join(", ", Formats)}; found {(formats.Count == 0 ? "none" : string.Join(", ", formats))}.", root);
            return;
        }

        fit.CheckParams(root.Find("params"));
        var value = root.Properties[format];
        if (format is "dataframe_split" or "dataframe_records")
        {
            ReadFrame(fit, value);
        }
        else
        {
            fit.CheckInputs(value, isRows: format == "instances");
        }
    }

    private static void ReadFrame(ExampleFit fit, JsonTree value)
    {
        fit.IsFrame = true;
        if (value.Find("data") is not { Kind: JsonValueKind.Array } rows)
        {
            fit.CheckInputs(value);
            return;
        }

        // Without names pandas calls the columns 0, 1, ... and MLflow writes none where they are called so.
        var columns = value.Find("columns")?.Items.Select(column => column.Text).ToList();
        foreach (var row in rows.Items.Where(row => row.Kind != JsonValueKind.Array || (columns is not null && row.Items.Count != columns.Count)))
        {
            fit.Malformed($"Expected a row of {columns?.Count.ToString(CultureInfo.InvariantCulture) ?? "several"} values, found {row.Describe()}"
                + (row.Kind == JsonValueKind.Array ? $" of {row.Items.Count}." : "."), row);
            return;
        }

        var width = columns?.Count ?? rows.Items.Select(row => row.Items.Count).DefaultIfEmpty(0).Min();
        fit.CheckTable(value.Find("columns") ?? rows, [.. Enumerable.Range(0, width).Select(index => ((string?)columns?[index] ?? index.ToString(CultureInfo.InvariantCulture), rows.Items.Select(row => row.Items[index])))]);
    }
}
