using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Checks;

/// <summary>Holds one example against a signature; reports the first misfit of every column, tensor and parameter.</summary>
internal sealed class ExampleFit(JsonSource source, ModelSignature? signature, List<Diagnostic> problems)
{
    /// <summary>Whether values are cells of a data frame, which MLflow casts to the types of their columns.</summary>
    public bool IsFrame { get; set; }

    /// <summary>Whether the signature has an input of this name.</summary>
    public bool HasInput(string name) =>
        signature?.Inputs is { } inputs && (inputs.Columns.Any(column => column.Name == name) || inputs.Tensors.Any(tensor => tensor.Name == name));

    /// <summary>Reports an example of the wrong form.</summary>
    public void Malformed(string message, JsonTree place) => problems.Add(ModelDiagnostics.ExampleMalformed.At(message, source.At(place)));

    /// <summary>Checks values by column.</summary>
    /// <param name="place">Where a missing column is reported.</param>
    /// <param name="table">Columns, with their names or by position.</param>
    public void CheckTable(JsonTree place, IReadOnlyList<(string? Name, IEnumerable<JsonTree> Values)> table)
    {
        var specs = signature?.Inputs?.Columns ?? [];
        for (var index = 0; index < specs.Count; index++)
        {
            var spec = specs[index];
            var found = spec.Name is null ? table.Skip(index).Take(1) : table.Where(column => column.Name == spec.Name).Take(1);
            CheckColumn(place, spec, index, [.. found.Select(column => column.Values)]);
        }
    }

    /// <summary>Checks tensors, an object of columns, a list of rows, or one value.</summary>
    public void CheckInputs(JsonTree value, bool isRows = false)
    {
        if (signature?.Inputs is not { } inputs)
        {
            return;
        }

        if (inputs.Tensors.Count > 0)
        {
            CheckTensors(value, inputs.Tensors, isRows);
        }
        else if (value.Kind == JsonValueKind.Object)
        {
            CheckTable(value, [.. value.Properties.Select(pair => ((string?)pair.Key, ValuesOf(pair.Key, pair.Value)))]);
        }
        else if (value.Kind == JsonValueKind.Array && value.Items is [{ Kind: JsonValueKind.Object }, ..])
        {
            CheckRecords(value);
        }
        else if (inputs.Columns is [{ Name: null }])
        {
            CheckTable(value, [(null, ValuesOf(null, value))]);
        }
        else if (inputs.Columns.Any(column => column.Required && column.Name is not null) && value.Kind != JsonValueKind.Array)
        {
            Misfit($"expected columns, found {value.Describe()}", value);
        }
    }

    /// <summary>Checks parameters; one that the signature does not have is ignored by MLflow.</summary>
    public void CheckParams(JsonTree? parameters)
    {
        foreach (var (name, value) in parameters?.Properties ?? [])
        {
            if (signature?.Params?.FirstOrDefault(spec => spec.Name == name) is { } spec && ValueFit.FindMisfit(value, spec.Type) is var (place, problem))
            {
                Misfit($"in the parameter '{name}' {problem}", place);
            }
        }
    }

    private void CheckRecords(JsonTree records)
    {
        var names = records.Items.SelectMany(record => record.Properties.Keys).Distinct(StringComparer.Ordinal);
        foreach (var spec in signature!.Inputs!.Columns.Where(spec => spec.Required && spec.Name is not null))
        {
            if (records.Items.FirstOrDefault(record => !record.Properties.ContainsKey(spec.Name!)) is { } lacking)
            {
                Misfit($"the required column '{spec.Name}' is missing", lacking);
            }
        }

        var present = names.Select(name => ((string?)name, records.Items.Where(record => record.Properties.ContainsKey(name)).Select(record => record.Properties[name])));
        CheckPresent([.. present]);
    }

    private void CheckPresent(IReadOnlyList<(string? Name, IEnumerable<JsonTree> Values)> table)
    {
        foreach (var (name, values) in table)
        {
            if (signature!.Inputs!.Columns.FirstOrDefault(spec => spec.Name == name) is { } spec)
            {
                CheckColumn(null, spec, 0, [values]);
            }
        }
    }

    private void CheckColumn(JsonTree? place, ColumnSpec spec, int index, IReadOnlyList<IEnumerable<JsonTree>> found)
    {
        var label = spec.Name is null ? $"column {index + 1}" : $"column '{spec.Name}'";
        if (found is not [var values])
        {
            if (spec.Required && place is not null)
            {
                Misfit($"the required {label} is missing", place);
            }

            return;
        }

        var cells = values.ToList();
        if (cells.Select(value => ValueFit.FindMisfit(value, spec.Type, IsFrame)).FirstOrDefault(misfit => misfit is not null) is var (where, problem))
        {
            Misfit($"in the {label} {problem}", where);
        }
        else if (IsFrame && spec.Type is DataType.Scalar { Kind: var kind } && cells.FirstOrDefault(value => ScalarFit.IsCut(value, kind)) is { } cut)
        {
            problems.Add(CheckDiagnostics.ExampleMisfit.At(
                $"MLflow cuts the number {cut.Text} in the {label} to a whole one.", source.At(cut)) with { Severity = Severity.Warning });
        }
    }

    // {"a": [1, 2]} is a column of two rows, unless the column's type is itself a list.
    private IEnumerable<JsonTree> ValuesOf(string? name, JsonTree value)
    {
        var type = signature?.Inputs?.Columns.FirstOrDefault(column => column.Name == name)?.Type;
        var isList = value.Kind == JsonValueKind.Array && type is not null && ValueFit.FindMisfit(value, type) is not null;
        return isList && (type is not DataType.Array || value.Items is [{ Kind: JsonValueKind.Array }, ..]) ? value.Items : [value];
    }

    private void CheckTensors(JsonTree value, IReadOnlyList<TensorSpec> tensors, bool isRows)
    {
        foreach (var spec in tensors)
        {
            var (found, shape) = (value, spec);
            if (spec.Name is not null && value.Kind == JsonValueKind.Object)
            {
                if (value.Find(spec.Name) is not { } named)
                {
                    Misfit($"the tensor '{spec.Name}' is missing", value);
                    continue;
                }

                found = named;
            }
            else if (spec.Name is not null && isRows && value.Items is [{ Kind: JsonValueKind.Object } first, ..])
            {
                (found, shape) = (first.Find(spec.Name) ?? first, spec with { Shape = [.. spec.Shape.Skip(1)] });
            }

            if (TensorFit.FindMisfit(found, shape) is var (place, problem))
            {
                Misfit($"{(spec.Name is null ? "" : $"in the tensor '{spec.Name}' ")}{problem}", place);
            }
        }
    }

    private void Misfit(string problem, JsonTree place) =>
        problems.Add(CheckDiagnostics.ExampleMisfit.At($"The example does not fit the signature: {problem}.", source.At(place)));
}
